const HOUR_MS = 3_600_000;

/** Distances of ticks in hours, all of which fit into a day or a week. */
const STEPS = [1, 2, 3, 6, 12, 24, 48];
const LONGEST_STEP = 168;

const MOST_TICKS = 6;

/** The whole hours in UTC to name on an axis, which begins and ends at times in milliseconds. */
export function timeTicks(first: number, last: number): Date[] {
  const hours = (last - first) / HOUR_MS;
  const step = (STEPS.find((step) => hours / step <= MOST_TICKS) ?? LONGEST_STEP) * HOUR_MS;
  const ticks: Date[] = [];
  for (let time = Math.ceil(first / step) * step; time <= last; time += step) {
    ticks.push(new Date(time));
  }
  return ticks;
}

/** Names a time on an axis: `18:00`, and at midnight `00:00` with `10 Sept` below it. */
export function formatTick(time: Date): string {
  const hour = time.toISOString().slice(11, 16);
  if (hour !== "00:00") return hour;
  const day = time.toLocaleString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
  return `${hour}\n${day}`;
}

/** The round numbers to name on a logarithmic axis of views, which begins at 1 or more. */
export function viewTicks(least: number, most: number): number[] {
  const decades = Math.log10(most / least);
  const steps = decades > 2.2 ? [1] : decades > 1.2 ? [1, 3] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(least)); 10 ** power <= most; power++) {
    for (const step of steps) {
      const tick = step * 10 ** power;
      if (tick >= least && tick <= most) ticks.push(tick);
    }
  }
  return ticks;
}
