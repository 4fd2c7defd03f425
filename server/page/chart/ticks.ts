const HOUR_MS = 3_600_000;

/** Distances of ticks in hours, all of which fit into a day or a week, or into four weeks and more. */
const STEPS = [1, 2, 3, 6, 12, 24, 48, 168, 336, 672, 1344, 2688];
const LONGEST_STEP = 5376;

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
  return `${hour}\n${formatDayTick(time)}`;
}

/** Names a day on an axis: `10 Sept`. */
export function formatDayTick(time: Date): string {
  return time.toLocaleString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
}

/** Of the middles of months, each perhaps there often, those to name: the last one, and a few before it. */
export function monthTicks(middles: readonly Date[]): Date[] {
  const times = [...new Set(middles.map((time) => time.getTime()))].sort((a, b) => b - a);
  const step = Math.ceil(times.length / MOST_TICKS);
  return times.filter((_, i) => i % step === 0).reverse().map((time) => new Date(time));
}

/** Names a month on an axis: `Sept`, and in January the year below it. */
export function formatMonthTick(time: Date): string {
  const month = time.toLocaleString("en-GB", { month: "short", timeZone: "UTC" });
  return time.getUTCMonth() === 0 ? `${month}\n${time.getUTCFullYear()}` : month;
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
