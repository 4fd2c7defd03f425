import { type Edition, EDITIONS } from "../rank/edition.ts";
import type { Hour } from "../time/hour.ts";
import { parsePeriod, type Period, type Unit } from "../time/period.ts";

/** The extension of stored reports, beside `.manifest` and `.tmp`. */
export const REPORT_EXTENSION = "csv";

/** The extension of the denied pages that would rank, beside a report. */
export const DENIED_EXTENSION = "denied";

/** The extensions of all files of a report, but for `.manifest` and `.tmp`. */
export const EXTENSIONS: readonly string[] = [REPORT_EXTENSION, DENIED_EXTENSION];

const KEY = /^\d{4}(?:\/\d{2})?\/(\d{4}-(?:W?\d{2}|\d{2}-\d{2}(?:T\d{2})?))(?:\.([a-z.]+))?$/;

/** Which report of a period an entry of a store is. */
export interface EntryName {
  /** The period. */
  period: Period;
  /** How its domains are put together. */
  edition: Edition;
}

/**
 * The key of a report in a store: that of its period, and behind it the edition unless that is the
 * first: `2026/09/2026-09-10T18`, `2026/09/2026-09-10T18.all`.
 */
export function entryKey(period: Period, edition: Edition = "each"): string {
  return edition === "each" ? period.key : `${period.key}.${edition}`;
}

/** What a key names, `undefined` if it is not that of a report. */
export function parseEntryKey(key: string): EntryName | undefined {
  const [, label, written = "each"] = KEY.exec(key) ?? [];
  const edition = EDITIONS.find((edition) => edition === written);
  if (label === undefined || edition === undefined) return undefined;
  let period: Period;
  try {
    period = parsePeriod(label);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // The 31st of February, say.
    throw error;
  }
  return entryKey(period, edition) === key ? { period, edition } : undefined;
}

/**
 * The folders in which the keys of periods are: `2026` has weeks and months, `2026/09` has days and
 * hours.
 *
 * @param first The first hour of the first period.
 * @param last The last hour of the last one.
 * @param units The units of the periods.
 * @returns What the keys have before their last `/`, in order.
 */
export function* foldersBetween(
  first: Hour,
  last: Hour,
  units: readonly Unit[],
): Generator<string> {
  const isLong = units.some((unit) => unit === "week" || unit === "month");
  const isShort = units.some((unit) => unit === "day" || unit === "hour");
  // A week may have the year before or after that of its hours.
  const months = monthsBetween(isLong ? first.plus(-7 * 24) : first, last);
  let year = "";
  for (const month of months) {
    if (isLong && month.slice(0, 4) !== year) yield month.slice(0, 4);
    year = month.slice(0, 4);
    if (isShort) yield month;
  }
  const next = last.plus(7 * 24).label.slice(0, 4);
  if (isLong && next !== year) yield next;
}

function* monthsBetween(first: Hour, last: Hour): Generator<string> {
  const count = ({ label }: Hour) => Number(label.slice(0, 4)) * 12 + Number(label.slice(5, 7)) - 1;
  for (let month = count(first); month <= count(last); month++) {
    const [year, number] = [Math.floor(month / 12), month % 12 + 1];
    yield `${year}/${String(number).padStart(2, "0")}`;
  }
}
