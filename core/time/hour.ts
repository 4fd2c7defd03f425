const MILLISECONDS = 3_600_000;

/** A dump appears about so long after its hour ended, in milliseconds; later after trouble. */
export const PUBLICATION_DELAY_MS = 2 * MILLISECONDS;

/** The first hour that has a dump, see https://dumps.wikimedia.org/other/pageviews/2015/2015-05/. */
const FIRST = Date.UTC(2015, 4, 1, 1) / MILLISECONDS;

/** No program of today runs that long: a clock beyond it is wrong. */
const LAST_YEAR = 2100;

const EXTENDED =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const COMPACT =
  /^(\d{4})(\d{2})(\d{2})(?:[T -]?(\d{2})(?::?(\d{2})(?::?(\d{2})(?:\.(\d+))?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const DUMP_NAME = /(?:^|[\\/])pageviews-(\d{8}-\d{2}0000)(?:\.gz)?$/;

/** A range of hours. */
export interface HourRange {
  /** The first hour. */
  readonly first: Hour;
  /** The last hour, included. */
  readonly last: Hour;
}

/**
 * One hour of page views, named as its dump file is: by the moment the hour ends, in UTC.
 *
 * `2026-09-10T18` holds the views from 17:00 to 18:00, and is published as
 * `2026/2026-09/pageviews-20260910-180000.gz`.
 *
 * @example Usage
 * ```ts
 * import { Hour } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const hour = Hour.parse("2026-01-01 0:00");
 * assertEquals(hour.label, "2026-01-01T00");
 * assertEquals(hour.start, "2025-12-31T23:00:00Z");
 * assertEquals(hour.dumpPath, "2026/2026-01/pageviews-20260101-000000.gz");
 * ```
 */
export class Hour {
  /** What kind of period it is. */
  readonly unit = "hour";

  /** The end of the hour, in hours since 1970-01-01T00:00Z. */
  readonly #stamp: number;

  private constructor(stamp: number) {
    this.#stamp = stamp;
  }

  /**
   * Reads an hour as people and programs write it: `2026-11-20T08`, `2026-11-20T08:00`,
   * `2026-11-20T08:00:00Z`, `2026-11-20T08:00:00+00:00`, `2026-11-20 8:00`, `2026112008`,
   * `20261120T08:00:00`, or the stamp of a dump, `20261120-080000`.
   *
   * @param text The hour, in UTC.
   * @returns The hour. Whether it can have a dump is another question, see `checkPeriod`.
   * @throws {SyntaxError} If the text is not an hour; the message says what to write instead.
   * @throws {RangeError} If there is no such date or no such hour of it.
   */
  static parse(text: string): Hour {
    const match = EXTENDED.exec(text.trim()) ?? COMPACT.exec(text.trim());
    if (match === null) {
      throw new SyntaxError(
        `Invalid hour "${text}": write it as "2026-11-20T08"`,
      );
    }
    const [, year, month, day, hh, minutes = "00", seconds = "00", fraction = "0", zone = "Z"] =
      match;
    const date = `${year}-${month}-${day}`;
    const midnight = Date.UTC(+year!, +month! - 1, +day!);
    // Date.UTC lets the 30th of February overflow into March, and year 26 means 1926.
    if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) {
      throw new RangeError(
        `Invalid hour "${text}": there is no date "${date}"; check year, month and day`,
      );
    }
    if (hh === undefined) {
      const next = new Hour(midnight / MILLISECONDS + 24);
      throw new SyntaxError(
        `Invalid hour "${text}": it is a day; write an hour of it, "${date}T01" to "${next}"`,
      );
    }
    const named = new Hour(midnight / MILLISECONDS + Number(hh));
    if (Number(hh) > 23) {
      const advice = hh === "24" ? `write midnight as "${named}"` : "write hours from 00 to 23";
      throw new RangeError(`Invalid hour "${text}": there is no hour "${hh}"; ${advice}`);
    }
    const offset = offsetMinutes(zone);
    if (offset !== 0) {
      const isWhole = offset % 60 === 0 && Number(minutes) === 0;
      const utc = isWhole ? `; write "${named.plus(-offset / 60)}"` : "; write it in UTC";
      throw new SyntaxError(
        `Invalid hour "${text}": its offset is "${zone}", hours are in UTC${utc}`,
      );
    }
    if (Number(minutes) !== 0 || Number(seconds) !== 0 || Number(fraction) !== 0) {
      const next = named.plus(1);
      throw new SyntaxError(
        `Invalid hour "${text}": dumps cover whole hours; ` +
          `write "${named}" (until ${hh.padStart(2, "0")}:00) or "${next}" (the hour after it)`,
      );
    }
    return named;
  }

  /**
   * The last hour that had ended at a moment.
   *
   * @param date The moment.
   * @returns The hour.
   */
  static lastBefore(date: Date): Hour {
    return new Hour(Math.floor(date.getTime() / MILLISECONDS));
  }

  /**
   * The hours that end on one day or the next midnight: those that a dump of that day is made of.
   *
   * @param day The day, in days since 1970-01-01.
   * @returns Its 24 hours in order.
   */
  static ofDay(day: number): Hour[] {
    return Array.from({ length: 24 }, (_, i) => new Hour(day * 24 + i + 1));
  }

  /**
   * The hour of a dump, from the name of its file.
   *
   * @param path A file name, path or URL that ends in `pageviews-YYYYMMDD-HH0000` or that with `.gz`.
   * @returns The hour, or `undefined` if the name is not one of a dump.
   * @throws {RangeError} If the name is one of a dump, of an hour that cannot be.
   */
  static ofDump(path: string): Hour | undefined {
    const stamp = DUMP_NAME.exec(path)?.[1];
    return stamp === undefined ? undefined : Hour.parse(stamp);
  }

  /**
   * The first hour that has a dump.
   *
   * @returns The hour.
   */
  static first(): Hour {
    return new Hour(FIRST);
  }

  /**
   * All hours from one to another.
   *
   * @param first The first hour.
   * @param last The last hour, included.
   * @returns The hours in order.
   * @throws {RangeError} If the last hour lies before the first.
   */
  static range(first: Hour, last: Hour): Hour[] {
    if (last.#stamp < first.#stamp) {
      throw new RangeError(
        `Invalid range: "${last}" lies before "${first}"; swap the two`,
      );
    }
    return Array.from({ length: last.#stamp - first.#stamp + 1 }, (_, i) => first.plus(i));
  }

  /**
   * The hours from one to another, one after the other: a range may be too long for a list.
   *
   * @param first The first hour.
   * @param last The last hour, included; if it lies before the first, there are none.
   * @returns The hours in order.
   */
  static *between(first: Hour, last: Hour): Generator<Hour> {
    for (let stamp = first.#stamp; stamp <= last.#stamp; stamp++) yield new Hour(stamp);
  }

  /** Its key in a store, as `2026/09/2026-09-10T18`: the folder is that of its name. */
  get key(): string {
    return `${this.label.slice(0, 4)}/${this.label.slice(5, 7)}/${this.label}`;
  }

  /** The hour's name, as `2026-09-10T18`. */
  get label(): string {
    return new Date(this.#stamp * MILLISECONDS).toISOString().slice(0, 13);
  }

  /** Itself alone, as every period has its hours. */
  get hours(): Hour[] {
    return [this];
  }

  /** The moment the hour begins, as `2026-09-10T17:00:00Z`. */
  get start(): string {
    return `${this.plus(-1).label}:00:00Z`;
  }

  /** The moment the hour ends, as `2026-09-10T18:00:00Z`. */
  get end(): string {
    return `${this.label}:00:00Z`;
  }

  /** The name of the hour's dump, as `pageviews-20260910-180000.gz`. */
  get dumpName(): string {
    return `pageviews-${this.label.replaceAll("-", "").replace("T", "-")}0000.gz`;
  }

  /** Where the hour's dump lies below the root of a dumps server. */
  get dumpPath(): string {
    const [year, month] = this.label.split("-");
    return `${year}/${year}-${month}/${this.dumpName}`;
  }

  /** The name of the hour's file of totals, the views of each domain code. */
  get totalsName(): string {
    return this.dumpName.replace("pageviews", "projectviews").replace(".gz", "");
  }

  /** Where the file of totals lies below the root of a dumps server, beside the dump. */
  get totalsPath(): string {
    return this.dumpPath.replace(this.dumpName, this.totalsName);
  }

  /**
   * An hour near this one.
   *
   * @param hours How many hours later; negative for earlier.
   * @returns The other hour, which may lie in the future.
   */
  plus(hours: number): Hour {
    return new Hour(this.#stamp + hours);
  }

  /**
   * How many hours lie between an hour and this one.
   *
   * @param other The other hour.
   * @returns 1 for the hour before this one, negative for a later one.
   */
  since(other: Hour): number {
    return this.#stamp - other.#stamp;
  }

  /**
   * How long ago the hour ended.
   *
   * @param now The present time.
   * @returns The age in milliseconds, negative for an hour in the future.
   */
  age(now: Date): number {
    return now.getTime() - this.#stamp * MILLISECONDS;
  }

  /** The hour's name, as `2026-09-10T18`. */
  toString(): string {
    return this.label;
  }

  /** The hour's name, so that JSON shows it. */
  toJSON(): string {
    return this.label;
  }
}

/**
 * Checks that a clock shows a time at which there are dumps: a machine may have lost its time, and what
 * is late, missing or old would all be told wrong.
 *
 * @param now The time that it shows.
 * @returns The time.
 * @throws {RangeError} If it shows a time before the first dump, or one far in the future.
 */
export function checkClock(now: Date): Date {
  const isEarly = Hour.first().age(now) < 0;
  if (!isEarly && now.getUTCFullYear() < LAST_YEAR) return now;
  const shown = `${now.toISOString().slice(0, -8)}Z`;
  throw new RangeError(
    `Invalid clock: this machine's shows "${shown}", ` +
      `${isEarly ? "which is before the first dump" : "which is far in the future"}; set it right`,
  );
}

function offsetMinutes(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const [, sign, hours, minutes = "0"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)!;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
