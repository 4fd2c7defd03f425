import { checkClock, Hour } from "./hour.ts";

const DAY_MS = 86_400_000;
const SUM_NAME = /(?:^|[\\/])(\d{4}-(?:\d{2}-\d{2}|\d{2}|W\d{2}))(?:\.gz)?$/;

/** How long a period is; a week is one of ISO 8601, from Monday to Sunday. */
export type Unit = "hour" | "day" | "week" | "month";

/** A unit with its article: `an hour`, `a day`. */
export function oneOf(unit: Unit): string {
  return unit === "hour" ? "an hour" : `a ${unit}`;
}

/** All units, the shortest first. */
export const UNITS: readonly Unit[] = ["hour", "day", "week", "month"];

/**
 * A time of which a report is made: an {@linkcode Hour}, or a day, week or month of them, in UTC.
 *
 * An hour is named by its end, as its dump is; a day, week or month by its date. The day
 * `2026-09-10` holds the 24 dumps `2026-09-10T01` to `2026-09-11T00`.
 */
export interface Period {
  /** What kind of period it is. */
  readonly unit: Unit;
  /** Its key in a store: `2026/09/2026-09-10T18`, `2026/09/2026-09-10`, `2026/2026-W37`, `2026/2026-09`. */
  readonly key: string;
  /** Its name: `2026-09-10T18`, `2026-09-10`, `2026-W37`, `2026-09`. */
  readonly label: string;
  /** The moment it begins, as `2026-09-10T00:00:00Z`. */
  readonly start: string;
  /** The moment it ends, as `2026-09-11T00:00:00Z`. */
  readonly end: string;
  /** The hours whose dumps it is made of, in order. */
  readonly hours: Hour[];
  /**
   * A period of the same unit near this one.
   *
   * @param count How many periods later; negative for earlier.
   * @returns The other period, which may lie in the future.
   */
  plus(count: number): Period;
  /**
   * How many periods of its unit lie between another one and this one.
   *
   * @param other Another period of the same unit.
   * @returns 1 for the period before this one, negative for a later one.
   */
  since(other: Period): number;
  /** Its label. */
  toString(): string;
  /** Its label, so that JSON shows it. */
  toJSON(): string;
}

/**
 * Reads a period by the form in which it is written: an hour as {@linkcode Hour.parse} reads it, a
 * day as `2026-09-10`, a week as `2026-W37`, a month as `2026-09`.
 *
 * @param text The period, in UTC.
 * @returns The period. Whether it can have dumps is another question, see {@linkcode checkPeriod}.
 * @throws {SyntaxError} If the text is no period; the message says what to write instead.
 * @throws {RangeError} If there is no such date, week or hour.
 *
 * @example Usage
 * ```ts
 * import { parsePeriod } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const week = parsePeriod("2020-W53");
 * assertEquals([week.unit, week.start, week.end], [
 *   "week",
 *   "2020-12-28T00:00:00Z",
 *   "2021-01-04T00:00:00Z",
 * ]);
 * assertEquals(week.hours.length, 7 * 24);
 * assertEquals(parsePeriod("2026-09-10").hours.at(-1)?.label, "2026-09-11T00");
 * ```
 */
export function parsePeriod(text: string): Period {
  const written = text.trim();
  const [, year = "", week] = /^(\d{4})-?W(\d{2})$/i.exec(written) ?? [];
  if (week !== undefined) return parseWeek(text, Number(year), Number(week));
  const [, month] = /^(\d{4}-\d{2})$/.exec(written) ?? [];
  if (month !== undefined) return CalendarPeriod.month(parseDay(text, `${month}-01`));
  const [, ...date] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(written) ?? [];
  if (date.length > 0) return CalendarPeriod.day(parseDay(text, date.join("-")));
  return Hour.parse(text);
}

/**
 * Checks that a period can have dumps by now: that it has ended, and not before the first dump.
 *
 * @param period The period.
 * @param now The present time.
 * @returns The period.
 * @throws {RangeError} If it cannot; the message says which can. Also if the present time cannot be.
 *
 * @example Usage
 * ```ts
 * import { checkPeriod, Hour } from "@wikitop/core";
 * import { assertThrows } from "@std/assert";
 *
 * const now = new Date("2026-09-10T18:30Z");
 * checkPeriod(Hour.parse("2026-09-10T18"), now);
 * assertThrows(() => checkPeriod(Hour.parse("2026-09-10T19"), now), RangeError, "not ended yet");
 * ```
 */
export function checkPeriod<Checked extends Period>(period: Checked, now: Date): Checked {
  const { unit, label } = period;
  checkClock(now);
  if (Date.parse(period.end) < Date.parse(Hour.first().end)) {
    throw new RangeError(
      `Invalid ${unit} "${label}": it lies before the first dump; ` +
        `write "${periodAround(Hour.first(), unit)}" or a later ${unit}`,
    );
  }
  if (Date.parse(period.end) > now.getTime()) {
    const present = periodAround(Hour.lastBefore(now), unit);
    const newest = Date.parse(present.end) > now.getTime() ? present.plus(-1) : present;
    throw new RangeError(
      `Invalid ${unit} "${label}": it has not ended yet; write "${newest}" or an earlier ${unit}`,
    );
  }
  return period;
}

/**
 * The period of a unit that an hour belongs to.
 *
 * @param hour The hour.
 * @param unit The unit.
 * @returns The period, whose hours the hour is one of.
 */
export function periodAround(hour: Hour, unit: Unit): Period {
  if (unit === "hour") return hour;
  const day = Math.floor(Date.parse(hour.start) / DAY_MS);
  if (unit === "day") return CalendarPeriod.day(day);
  return unit === "week" ? CalendarPeriod.week(day) : CalendarPeriod.month(day);
}

/**
 * The name of the file that holds the dump of a period: Wikimedia's own of an hour's, and of a longer
 * period's sum, which is a dump, its label: `2026-09-10.gz`, `2026-W37.gz`, `2026-09.gz`.
 */
export function dumpNameOf(period: Period): string {
  return period instanceof Hour ? period.dumpName : `${period.label}.gz`;
}

/**
 * The period of a dump, from the name of its file.
 *
 * @param path A file name, path or URL that ends in such a name, or in it without its `.gz`.
 * @returns The period, `undefined` if the name tells none.
 * @throws {RangeError} If it tells one that cannot be.
 */
export function periodOfDump(path: string): Period | undefined {
  const label = SUM_NAME.exec(path)?.[1];
  return label === undefined ? Hour.ofDump(path) : parsePeriod(label);
}

/** Periods of one unit that follow each other. */
export interface PeriodRange {
  /** The first one. */
  readonly first: Period;
  /** The last one, included. */
  readonly last: Period;
}

/** The periods of a range, in order; throws a `RangeError` if it runs backwards. */
export function periodsOf({ first, last }: PeriodRange): Period[] {
  if (last.since(first) < 0) {
    throw new RangeError(`Invalid range: "${last}" lies before "${first}"; swap the two`);
  }
  return Array.from({ length: last.since(first) + 1 }, (_, i) => first.plus(i));
}

/** The days of a longer period, or the one that an hour lies in. */
export function daysOf({ hours }: Period): Period[] {
  return hours.filter((_, i) => i % 24 === 0).map((hour) => periodAround(hour, "day"));
}

/** Consecutive periods that are not there. */
export interface Gap {
  /** The first of them. */
  first: Period;
  /** The last of them. */
  last: Period;
  /** How many there are. */
  count: number;
}

/** The gap between two periods of a unit, `undefined` if the later one follows the earlier one. */
export function gapBetween(before: Period, after: Period): Gap | undefined {
  const count = after.since(before) - 1;
  return count > 0 ? { first: before.plus(1), last: after.plus(-1), count } : undefined;
}

/** A day, week or month. Days are counted from 1970-01-01, which was a Thursday. */
class CalendarPeriod implements Period {
  readonly unit: Unit;
  readonly label: string;
  readonly key: string;
  readonly #first: number;
  /** The day after its last. */
  readonly #next: number;

  private constructor(unit: Unit, label: string, folder: string, first: number, next: number) {
    this.unit = unit;
    this.label = label;
    this.key = `${folder}/${label}`;
    this.#first = first;
    this.#next = next;
  }

  static day(day: number): CalendarPeriod {
    const date = dateOf(day);
    return new CalendarPeriod("day", date, date.slice(0, 7).replace("-", "/"), day, day + 1);
  }

  /** The week of a day; its year is that of its Thursday. */
  static week(day: number): CalendarPeriod {
    const monday = day - (((day + 3) % 7) + 7) % 7;
    const year = dateOf(monday + 3).slice(0, 4);
    const week = Math.floor((monday + 3 - dayOf(`${year}-01-01`)) / 7) + 1;
    const label = `${year}-W${String(week).padStart(2, "0")}`;
    return new CalendarPeriod("week", label, year, monday, monday + 7);
  }

  /** The month of a day. */
  static month(day: number): CalendarPeriod {
    const label = dateOf(day).slice(0, 7);
    const first = dayOf(`${label}-01`);
    // The 1st and 31 days later always lie in months next to each other.
    const next = dayOf(`${dateOf(first + 31).slice(0, 7)}-01`);
    return new CalendarPeriod("month", label, label.slice(0, 4), first, next);
  }

  get start(): string {
    return `${dateOf(this.#first)}T00:00:00Z`;
  }

  get end(): string {
    return `${dateOf(this.#next)}T00:00:00Z`;
  }

  get hours(): Hour[] {
    const days = Array.from({ length: this.#next - this.#first }, (_, i) => this.#first + i);
    return days.flatMap((day) => Hour.ofDay(day));
  }

  plus(count: number): CalendarPeriod {
    if (this.unit === "day") return CalendarPeriod.day(this.#first + count);
    if (this.unit === "week") return CalendarPeriod.week(this.#first + 7 * count);
    const [year, month] = this.label.split("-").map(Number) as [number, number];
    return CalendarPeriod.month(Date.UTC(year, month - 1 + count) / DAY_MS);
  }

  since(other: CalendarPeriod): number {
    if (this.unit === "day") return this.#first - other.#first;
    if (this.unit === "week") return (this.#first - other.#first) / 7;
    const months = ({ label }: Period) => Number(label.slice(0, 4)) * 12 + Number(label.slice(5));
    return months(this) - months(other);
  }

  toString(): string {
    return this.label;
  }

  toJSON(): string {
    return this.label;
  }
}

function parseWeek(text: string, year: number, week: number): CalendarPeriod {
  // The 4th of January is always in the first week.
  const first = CalendarPeriod.week(parseDay(text, `${String(year).padStart(4, "0")}-01-04`));
  const period = first.plus(week - 1);
  if (week < 1 || !period.label.startsWith(first.label.slice(0, 4))) {
    throw new RangeError(
      `Invalid week "${text}": there is no week "${week}" in ${year}; ` +
        `write weeks from 01 to ${
          first.plus(52).label.startsWith(first.label.slice(0, 4)) ? 53 : 52
        }`,
    );
  }
  return period;
}

function parseDay(text: string, date: string): number {
  const day = dayOf(date);
  // Date.UTC lets the 30th of February overflow into March.
  if (Number.isNaN(day) || dateOf(day) !== date) {
    throw new RangeError(
      `Invalid date "${text}": there is no date "${date}"; check year, month and day`,
    );
  }
  return day;
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
