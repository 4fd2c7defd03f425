import { checkPeriod, Hour, type HourRange } from "../../core/mod.ts";
import { parseTyped, UsageError } from "./usage_error.ts";

/**
 * Reads the arguments `[HOUR [END]]`.
 *
 * @returns The hours from HOUR to END, or HOUR alone; `undefined` if nothing was typed.
 */
export function parseHourRange(positionals: readonly string[], now: Date): HourRange | undefined {
  const [first, last = first ?? "", ...others] = positionals;
  if (others.length > 0) {
    throw new UsageError(`Cannot use "${others[0]}": at most two hours are wanted, HOUR and END`);
  }
  if (first === undefined) return undefined;
  const range = { first: parseHour(first, now), last: parseHour(last, now) };
  if (range.last.since(range.first) >= 0) return range;
  throw new UsageError(`Invalid range: "${last}" lies before "${first}"; swap the two`);
}

/** Reads an hour that can have a dump by now. */
export function parseHour(written: string, now: Date): Hour {
  return parseTyped(() => checkPeriod(Hour.parse(written), now));
}
