const MILLISECONDS = 3_600_000;

/** The first hour that has a dump, see https://dumps.wikimedia.org/other/pageviews/2015/2015-05/. */
const FIRST = Date.UTC(2015, 4, 1, 1) / MILLISECONDS;

const EXTENDED =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const COMPACT =
  /^(\d{4})(\d{2})(\d{2})(?:[T -]?(\d{2})(?::?(\d{2})(?::?(\d{2})(?:\.(\d+))?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const DUMP_NAME = /(?:^|[\\/])pageviews-(\d{8}-\d{2}0000)(?:\.gz)?$/;

/** Options of {@linkcode Hour.parse} and {@linkcode Hour.from}. */
export interface HourOptions {
  /**
   * The present time, against which an hour is judged to be in the future.
   *
   * @default {new Date()}
   */
  now?: Date;
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
 * const hour = Hour.parse("2026-01-01 0:00", { now: new Date("2026-02-01") });
 * assertEquals(hour.toString(), "2026-01-01T00");
 * assertEquals(hour.start, "2025-12-31T23:00:00Z");
 * assertEquals(hour.dumpPath, "2026/2026-01/pageviews-20260101-000000.gz");
 * ```
 */
export class Hour {
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
   * @param options The clock to judge by.
   * @returns The hour.
   * @throws {SyntaxError} If the text is not an hour; the message says what to write instead.
   * @throws {RangeError} If there is no such hour: no such date, before the first dump, in the future.
   */
  static parse(text: string, options: HourOptions = {}): Hour {
    const match = EXTENDED.exec(text.trim()) ?? COMPACT.exec(text.trim());
    if (match === null) {
      throw new SyntaxError(
        `Cannot read hour "${text}": it is not written as an hour; write it as "2026-11-20T08"`,
      );
    }
    const [, year, month, day, hh, minutes = "00", seconds = "00", fraction = "0", zone = "Z"] =
      match;
    const date = `${year}-${month}-${day}`;
    const midnight = Date.UTC(+year, +month - 1, +day);
    // Date.UTC lets the 30th of February overflow into March, and year 26 means 1926.
    if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) {
      throw new RangeError(
        `Cannot read hour "${text}": there is no date "${date}"; check year, month and day`,
      );
    }
    if (hh === undefined) {
      const next = new Hour(midnight / MILLISECONDS + 24);
      throw new SyntaxError(
        `Cannot read hour "${text}": it is a day; write an hour of it, "${date}T01" to "${next}"`,
      );
    }
    const named = new Hour(midnight / MILLISECONDS + Number(hh));
    if (Number(hh) > 23) {
      const advice = hh === "24" ? `write midnight as "${named}"` : "write hours from 00 to 23";
      throw new RangeError(`Cannot read hour "${text}": there is no hour "${hh}"; ${advice}`);
    }
    const offset = offsetMinutes(zone);
    if (offset !== 0) {
      const isWhole = offset % 60 === 0 && Number(minutes) === 0;
      const utc = isWhole ? `; write "${named.plus(-offset / 60)}"` : "; write it in UTC";
      throw new SyntaxError(
        `Cannot read hour "${text}": its offset is "${zone}", hours are in UTC${utc}`,
      );
    }
    if (Number(minutes) !== 0 || Number(seconds) !== 0 || Number(fraction) !== 0) {
      const next = named.plus(1);
      throw new SyntaxError(
        `Cannot read hour "${text}": dumps cover whole hours; ` +
          `write "${named}" (until ${hh.padStart(2, "0")}:00) or "${next}" (the hour after it)`,
      );
    }
    return named.#checked(text, options);
  }

  /**
   * The hour that ends at a moment.
   *
   * @param date A whole hour.
   * @param options The clock to judge by.
   * @returns The hour.
   * @throws {RangeError} If the date is invalid, not a whole hour, before the first dump or in the future.
   */
  static from(date: Date, options: HourOptions = {}): Hour {
    const stamp = date.getTime() / MILLISECONDS;
    if (Number.isNaN(stamp)) throw new RangeError("Cannot read hour: the date is invalid");
    if (!Number.isInteger(stamp)) {
      const floor = new Hour(Math.floor(stamp));
      throw new RangeError(
        `Cannot read hour "${date.toISOString()}": dumps cover whole hours; ` +
          `write "${floor}" or "${floor.plus(1)}"`,
      );
    }
    return new Hour(stamp).#checked(date.toISOString(), options);
  }

  /**
   * The last hour that had ended at a moment.
   *
   * @param date Any moment since the first dump.
   * @returns The hour.
   * @throws {RangeError} If no dump covers the time before that moment.
   */
  static lastBefore(date: Date): Hour {
    return Hour.from(new Date(Math.floor(date.getTime() / MILLISECONDS) * MILLISECONDS), {
      now: date,
    });
  }

  /**
   * The hour of a dump, from the name of its file.
   *
   * @param path A file name, path or URL that ends in `pageviews-YYYYMMDD-HH0000` or that with `.gz`.
   * @param options The clock to judge by.
   * @returns The hour, or `undefined` if the name is not one of a dump.
   * @throws {RangeError} If the name is one of a dump, of an hour that cannot be.
   */
  static ofDump(path: string, options: HourOptions = {}): Hour | undefined {
    const stamp = DUMP_NAME.exec(path)?.[1];
    return stamp === undefined ? undefined : Hour.parse(stamp, options);
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
        `Cannot list hours: "${last}" lies before "${first}"; swap the two`,
      );
    }
    return Array.from({ length: last.#stamp - first.#stamp + 1 }, (_, i) => first.plus(i));
  }

  #checked(written: string, { now = new Date() }: HourOptions): Hour {
    if (this.#stamp < FIRST) {
      throw new RangeError(
        `Cannot read hour "${written}": it lies before the first dump; ` +
          `write "${new Hour(FIRST)}" or a later hour`,
      );
    }
    if (this.#stamp * MILLISECONDS > now.getTime()) {
      const newest = new Hour(Math.floor(now.getTime() / MILLISECONDS));
      throw new RangeError(
        `Cannot read hour "${written}": it has not ended yet; write "${newest}" or an earlier hour`,
      );
    }
    return this;
  }

  /** The moment the hour begins, as `2026-09-10T17:00:00Z`. */
  get start(): string {
    return `${this.plus(-1)}:00:00Z`;
  }

  /** The moment the hour ends, as `2026-09-10T18:00:00Z`. */
  get end(): string {
    return `${this}:00:00Z`;
  }

  /** The name of the hour's dump, as `pageviews-20260910-180000.gz`. */
  get dumpName(): string {
    return `pageviews-${this.toString().replaceAll("-", "").replace("T", "-")}0000.gz`;
  }

  /** Where the hour's dump lies below the root of a dumps server. */
  get dumpPath(): string {
    const [year, month] = this.toString().split("-");
    return `${year}/${year}-${month}/${this.dumpName}`;
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
    return new Date(this.#stamp * MILLISECONDS).toISOString().slice(0, 13);
  }

  /** The hour's name, so that JSON shows it. */
  toJSON(): string {
    return this.toString();
  }
}

function offsetMinutes(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const [, sign, hours, minutes = "0"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)!;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
