import type { Hour, HourRange } from "../core/mod.ts";
import { Problem } from "./http/problem.ts";

/**
 * Checks a range of hours.
 *
 * @param first The first hour.
 * @param last The last hour, included.
 * @param maxHours How many hours it may have.
 * @returns The range.
 * @throws {Problem} If the last hour lies before the first, or there are more.
 */
export function readRange(first: Hour, last: Hour, maxHours: number): HourRange {
  const hours = last.since(first) + 1;
  if (hours < 1) {
    throw new Problem("bad-parameter", `Cannot use "${first}" to "${last}": swap the two`);
  }
  if (hours > maxHours) {
    throw new Problem(
      "bad-parameter",
      `Cannot use "${first}" to "${last}": these are ${hours} hours, ${maxHours} at most are ` +
        "allowed at a time",
    );
  }
  return { first, last };
}
