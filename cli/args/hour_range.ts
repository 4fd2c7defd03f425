import { checkPeriod, type Hour, type HourRange, newestHour, type Store } from "../../core/mod.ts";
import {
  hoursOfYesterday,
  LATEST,
  parseHourOrWord,
  YESTERDAY,
} from "../../core/time/hour_words.ts";
import { parseTyped, UsageError } from "./usage_error.ts";

/**
 * Reads the arguments `[HOUR [END]]`; `yesterday` alone is the 24 hours of a day.
 *
 * @returns The hours from HOUR to END, or HOUR alone; `undefined` if nothing was typed.
 */
export function parseHourRange(positionals: readonly string[], now: Date): HourRange | undefined {
  const [first, last = first ?? "", ...others] = positionals;
  if (others.length > 0) {
    throw new UsageError(`Cannot use "${others[0]}": at most two hours are wanted, HOUR and END`);
  }
  if (first === undefined) return undefined;
  if (first === YESTERDAY && first === last) return hoursOfYesterday(now);
  const range = { first: parseHour(first, now), last: parseHour(last, now) };
  if (range.last.since(range.first) >= 0) return range;
  throw new UsageError(`Invalid range: "${last}" lies before "${first}"; swap the two`);
}

/** Reads an hour that can have a dump by now. */
export function parseHour(written: string, now: Date): Hour {
  return parseTyped(() => checkPeriod(parseHourOrWord(written, now), now));
}

/** As {@linkcode parseHour}, but that the latest hour is the newest one in a store, if there is one. */
export async function findHour(written: string, store: Store, now: Date): Promise<Hour> {
  const newest = written === LATEST ? await newestHour(store, now) : undefined;
  return newest ?? parseHour(written, now);
}
