import type { Hour } from "../../../core/time/hour.ts";

const LOCALE = "en-GB";

const DATE = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const SHORT_DATE = { day: "numeric", month: "short", year: "numeric" } as const;

/**
 * Writes the day of an hour, in UTC: `Thursday 10 September 2026`, or `10 Sept 2026`.
 *
 * @param hour The hour.
 * @param options Whether to be short.
 * @returns The day on which the hour begins.
 */
export function formatDate(hour: Hour, { short = false }: { short?: boolean } = {}): string {
  return write(hour.start, { ...(short ? SHORT_DATE : DATE), timeZone: "UTC" });
}

/**
 * Writes when an hour begins and ends, in UTC: `17:00–18:00`.
 *
 * @param hour The hour.
 * @returns Its period.
 */
export function formatPeriod(hour: Hour): string {
  return `${hour.start.slice(11, 16)}–${hour.end.slice(11, 16)}`;
}

/**
 * Writes when an hour was for the reader.
 *
 * @param hour The hour.
 * @param timeZone The reader's time zone; that of the browser if it is left out.
 * @returns The period in that zone, with its weekday where that is another than in UTC; `undefined` if
 * the zone's clocks show UTC.
 */
export function formatLocalPeriod(hour: Hour, timeZone?: string): string | undefined {
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = (moment: string, timeZone: string) =>
    write(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const day = (timeZone: string) => write(hour.start, { weekday: "long", timeZone });
  if (day(zone) === day("UTC") && time(hour.start, zone) === time(hour.start, "UTC")) {
    return undefined;
  }
  const period = `${time(hour.start, zone)}–${time(hour.end, zone)}`;
  return day(zone) === day("UTC") ? period : `${day(zone)}, ${period}`;
}

/**
 * Writes a day: `10 September 2026`.
 *
 * @param day The day, as `2026-09-10`.
 * @returns The day in words.
 */
export function formatDay(day: string): string {
  return write(day, { ...DATE, timeZone: "UTC" });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Writes a moment; how is remembered, as it takes long to find out. */
function write(moment: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(LOCALE, options);
    formats.set(key, format);
  }
  return format.format(new Date(moment));
}
