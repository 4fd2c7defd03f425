import { redactUrl } from "../redact_urls.ts";
import { type Hour, PUBLICATION_DELAY_MS } from "../time/hour.ts";
import type { Period } from "../time/period.ts";

const HOUR_MS = 3_600_000;

/** From this age on, a dump that is not there is missing rather than late. */
const LATE_MS = 24 * HOUR_MS;

/**
 * A source has no dump of an hour. The one home of what that means: a young hour is not published
 * yet, an old one is missing.
 *
 * @example Usage
 * ```ts
 * import { Hour, MissingDumpError } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const hour = Hour.parse("2026-09-10T18");
 * const error = new MissingDumpError(hour, "https://example.org/a.gz", new Date("2026-09-10T19:00Z"));
 * assertEquals(error.published, "not yet");
 * assertEquals(
 *   error.message,
 *   'Cannot find dump of hour "2026-09-10T18" at "https://example.org/a.gz": ' +
 *     "it is not published yet; try again after 20:00Z",
 * );
 * ```
 */
export class MissingDumpError extends Error {
  /** The name of the class. */
  override name = "MissingDumpError";
  /** What that means. */
  readonly code: "not-published" | "missing" | "not-in-folder";
  /** Whether it may still appear. What is not in a folder will not. */
  readonly published: "not yet" | "never";

  /**
   * Makes an error of where the dump was looked for, and when.
   *
   * @param hour The hour whose dump is not there.
   * @param place Where it was looked for.
   * @param now The present time, `undefined` if the place is a folder.
   * @param names The names under which it was looked for in the folder.
   * @param theirs What time it is by the clock of the server that was asked.
   */
  constructor(
    hour: Hour,
    place: string,
    now: Date | undefined,
    names: readonly string[] = [],
    theirs?: Date,
  ) {
    if (now === undefined) {
      super(
        `Cannot find dump of hour "${hour}": folder "${place}" has neither ` +
          `"${names.join('" nor "')}"`,
      );
      this.code = "not-in-folder";
      this.published = "never";
      return;
    }
    const age = hour.age(now);
    const late = age < LATE_MS;
    const again = new Date(now.getTime() + Math.max(PUBLICATION_DELAY_MS - age, HOUR_MS / 2));
    const meaning = late
      ? `it is not published yet; try again after ${again.toISOString().slice(11, 16)}Z`
      : "it is missing there; try another source";
    // By this clock the hour has ended, by the server's it has not.
    const clocks = theirs !== undefined && hour.age(theirs) < 0
      ? `; this machine's clock shows "${secondOf(now)}", the server's "${secondOf(theirs)}"`
      : "";
    super(`Cannot find dump of hour "${hour}" at "${redactUrl(place)}": ${meaning}${clocks}`);
    this.code = late ? "not-published" : "missing";
    this.published = late ? "not yet" : "never";
  }
}

/** None of the hours of a day, week or month has a dump, and none will. */
export class MissingDumpsError extends MissingDumpError {
  override readonly code: MissingDumpError["code"];

  /**
   * Makes an error of the first of the hours.
   *
   * @param period The period.
   * @param first What is said of its first hour.
   */
  constructor({ unit, label, hours }: Period, first: MissingDumpError) {
    super(hours[0]!, "", undefined);
    this.code = first.code;
    this.message =
      `Cannot make ${unit} "${label}": none of its ${hours.length} hours has a dump; ` +
      `the first: ${first.message}`;
  }
}

function secondOf(date: Date): string {
  return `${date.toISOString().slice(0, -5)}Z`;
}
