import { Hour, type HourRange } from "../../core/mod.ts";
import { parseTyped, UsageError } from "./usage_error.ts";

/**
 * Reads the arguments `[HOUR [END]]`.
 *
 * @returns The hours from HOUR to END, or HOUR alone; `undefined` if nothing was typed.
 */
export function parseHourRange(positionals: readonly string[], now: Date): HourRange | undefined {
  const [first, last = first, ...others] = positionals;
  if (others.length > 0) {
    throw new UsageError(`Cannot use "${others[0]}": at most two hours are wanted, HOUR and END`);
  }
  if (first === undefined) return undefined;
  const hours = parseTyped(() => Hour.range(Hour.parse(first, { now }), Hour.parse(last, { now })));
  return { first: hours[0], last: hours.at(-1)! };
}
