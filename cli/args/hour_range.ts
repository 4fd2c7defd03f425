import { checkPeriod, type Hour, type HourRange, newestHour, type Store } from "../../core/mod.ts";
import { LATEST, latestHour, parseHourOrWord } from "../../core/time/hour_words.ts";
import { parsePeriods } from "./period_range.ts";
import { parseTyped } from "./usage_error.ts";

/**
 * Reads the arguments `[PERIOD [END]]` of those who read whatever is stored in them.
 *
 * @returns As {@linkcode parseHourRange} does, but that `latest` is looked up in the store.
 */
export async function findHourRange(
  positionals: readonly string[],
  store: Store,
  now: Date,
): Promise<HourRange | undefined> {
  if (!positionals.includes(LATEST)) return parseHourRange(positionals, now);
  const latest = await latestHour(now, () => newestHour(store, now));
  const words = positionals.map((word) => word === LATEST ? latest.label : word);
  return parseHourRange(words, now);
}

/**
 * Reads the arguments `[PERIOD [END]]` of those who want whatever lies in them.
 *
 * @returns The hours from PERIOD to END, or those of PERIOD alone; `undefined` if nothing was typed.
 */
export function parseHourRange(positionals: readonly string[], now: Date): HourRange | undefined {
  const periods = parsePeriods(positionals, now);
  return periods && { first: periods.first.hours[0]!, last: periods.last.hours.at(-1)! };
}

/** Reads an hour to read, which can have a dump by now: `latest` is looked up in the store. */
export async function findHour(written: string, store: Store, now: Date): Promise<Hour> {
  if (written === LATEST) return await latestHour(now, () => newestHour(store, now));
  return parseTyped(() => checkPeriod(parseHourOrWord(written, now), now));
}
