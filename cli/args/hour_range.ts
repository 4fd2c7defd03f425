import { checkPeriod, type Hour, type HourRange, newestHour, type Store } from "../../core/mod.ts";
import { LATEST, parseHourOrWord } from "../../core/time/hour_words.ts";
import { parsePeriods } from "./period_range.ts";
import { parseTyped } from "./usage_error.ts";

/**
 * Reads the arguments `[PERIOD [END]]` of those who want whatever lies in them.
 *
 * @returns The hours from PERIOD to END, or those of PERIOD alone; `undefined` if nothing was typed.
 */
export function parseHourRange(positionals: readonly string[], now: Date): HourRange | undefined {
  const periods = parsePeriods(positionals, now);
  return periods && { first: periods.first.hours[0]!, last: periods.last.hours.at(-1)! };
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
