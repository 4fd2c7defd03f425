const HOUR_MS = 3_600_000;

/** Distances of ticks, in hours, all of which fit into a day or a week. */
const STEPS = [1, 2, 3, 6, 12, 24, 48, 168];

const MOST_TICKS = 6;

/**
 * The moments to name on an axis: whole hours, in UTC.
 *
 * @param first The begin of the axis, in milliseconds since 1970.
 * @param last Its end.
 * @returns The moments.
 */
export function timeTicks(first: number, last: number): Date[] {
  const hours = (last - first) / HOUR_MS;
  const step = (STEPS.find((step) => hours / step <= MOST_TICKS) ?? STEPS.at(-1)!) * HOUR_MS;
  const ticks: Date[] = [];
  for (let time = Math.ceil(first / step) * step; time <= last; time += step) {
    ticks.push(new Date(time));
  }
  return ticks;
}

/**
 * Names a moment on an axis: the hour, and at midnight the day that begins.
 *
 * @param time The moment.
 * @returns `18:00`, or `00:00` with `10 Sep` below it.
 */
export function formatTick(time: Date): string {
  const hour = time.toISOString().slice(11, 16);
  if (hour !== "00:00") return hour;
  const day = time.toLocaleString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
  return `${hour}\n${day}`;
}
