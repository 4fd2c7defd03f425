import type { Period } from "../../../core/time/period.ts";

const NUMBER_LOCALE = "en";
const DATE_LOCALE = "en-GB";

// Made once: to make one takes longer than to write all numbers of a page.
const WHOLE = new Intl.NumberFormat(NUMBER_LOCALE);
const COMPACT = new Intl.NumberFormat(NUMBER_LOCALE, {
  notation: "compact",
  maximumSignificantDigits: 3,
});
const MEGABYTES = new Intl.NumberFormat(NUMBER_LOCALE, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const PERCENT = new Intl.NumberFormat(NUMBER_LOCALE, {
  minimumSignificantDigits: 2,
  maximumSignificantDigits: 3,
});
const PART_OF_PERCENT = new Intl.NumberFormat(NUMBER_LOCALE, {
  minimumSignificantDigits: 2,
  maximumSignificantDigits: 2,
});

/** Writes a whole number: `1,234,567`. */
export function formatNumber(number: number): string {
  return WHOLE.format(number);
}

/** Writes a large number in short: `1.23M`. */
export function formatCompact(number: number): string {
  return COMPACT.format(number);
}

/** How many digits a share may have behind its point. */
const MOST_DIGITS = 4;

/** Writes the shares of a list with as many digits behind the point as the smallest one needs. */
export function formatShares(shares: readonly number[]): (share: number) => string {
  const least = Math.min(...shares.filter((share) => share > 0)) * 100;
  const digits = Number.isFinite(least) ? Math.ceil(0.5 - Math.log10(least)) : 1;
  const format = new Intl.NumberFormat(NUMBER_LOCALE, {
    minimumFractionDigits: Math.min(Math.max(digits, 1), MOST_DIGITS),
    maximumFractionDigits: Math.min(Math.max(digits, 1), MOST_DIGITS),
  });
  return (share) => `${format.format(share * 100)}\u2009%`;
}

/** Writes a share from 0 to 1 in whole percents: `64 %`. */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)}\u2009%`;
}

/** Writes how many times something is: `×8.3`, `×120`. */
export function formatTimes(times: number): string {
  return `×${times < 10 ? times.toFixed(1) : formatNumber(Math.round(times))}`;
}

/** Writes a share from 0 to 1: `12.3 %`, `0.04 %`. */
export function formatShare(share: number): string {
  const percent = share * 100;
  const written = (percent >= 1 ? PERCENT : PART_OF_PERCENT).format(percent);
  return `${percent === 0 ? "0" : written}\u2009%`;
}

/** Writes a length in bytes: `56.9 MB`. */
export function formatBytes(bytes: number): string {
  return `${MEGABYTES.format(bytes / 1e6)} MB`;
}

const DATE = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const SHORT_DATE = { day: "numeric", month: "short", year: "numeric" } as const;

/**
 * Writes the day on which an hour begins, in UTC, or a longer period: `Thursday 10 September 2026`,
 * `10 Sept 2026`, `Week 37, 7–13 September 2026`, `September 2026`.
 */
export function formatDate(
  period: Period,
  { short = false }: { short?: boolean } = {},
): string {
  const { unit, start, end, label } = period;
  const inUtc = (options: Intl.DateTimeFormatOptions) => ({ ...options, timeZone: "UTC" });
  if (unit === "month") return formatTime(start, inUtc({ month: "long", year: "numeric" }));
  if (unit !== "week") return formatTime(start, inUtc(short ? SHORT_DATE : DATE));
  const week = `Week ${Number(label.slice(-2))}`;
  if (short) return `${week}, ${label.slice(0, 4)}`;
  const last = new Date(Date.parse(end) - 1);
  const days = formatOf(inUtc({ day: "numeric", month: "long", year: "numeric" }));
  return `${week}, ${days.formatRange(new Date(start), last)}`;
}

/** Writes a period and, of an hour, when it begins and ends. */
export function formatWhen(period: Period, options: { short?: boolean } = {}): string {
  const date = formatDate(period, options);
  return period.unit === "hour" ? `${date}, ${formatPeriod(period)} UTC` : date;
}

/** Writes when something was, as a part of a sentence: `at 18:00`, `on 10 Sept 2026`. */
export function formatMoment(period: Period): string {
  if (period.unit === "hour") return `at ${period.end.slice(11, 16)}`;
  return `${period.unit === "day" ? "on" : "in"} ${formatDate(period, { short: true })}`;
}

/** Writes a day, as `2026-09-10`: `Thursday 10 September 2026`. */
export function formatDay(day: string): string {
  return formatTime(day, { ...DATE, timeZone: "UTC" });
}

/** Writes when an hour begins and ends, in UTC: `17:00–18:00`. */
export function formatPeriod(hour: Period): string {
  return `${hour.start.slice(11, 16)}–${hour.end.slice(11, 16)}`;
}

/**
 * Writes when an hour was for the reader.
 *
 * @param timeZone The reader's time zone; that of the browser if it is left out.
 * @returns The period in that zone, with its weekday where that is another than in UTC; `undefined`
 * if the zone's clocks show UTC.
 */
export function formatLocalPeriod(hour: Period, timeZone?: string): string | undefined {
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = (moment: string, timeZone: string) =>
    formatTime(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const day = (timeZone: string) => formatTime(hour.start, { weekday: "long", timeZone });
  if (day(zone) === day("UTC") && time(hour.start, zone) === time(hour.start, "UTC")) {
    return undefined;
  }
  const period = `${time(hour.start, zone)}–${time(hour.end, zone)}`;
  return day(zone) === day("UTC") ? period : `${day(zone)}, ${period}`;
}

/** Names a time of the reader on an axis: `18:00`, and at midnight the day below it. */
export function formatLocalTick(time: Date): string {
  const written = formatTime(time.toISOString(), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  if (written !== "00:00") return written;
  return `${written}\n${formatTime(time.toISOString(), { day: "numeric", month: "short" })}`;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function formatTime(time: string, options: Intl.DateTimeFormatOptions): string {
  return formatOf(options).format(new Date(time));
}

function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  let format = dateFormats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(DATE_LOCALE, options);
    dateFormats.set(key, format);
  }
  return format;
}
