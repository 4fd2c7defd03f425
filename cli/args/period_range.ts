import {
  checkPeriod,
  Hour,
  newestHour,
  parsePeriod,
  type Period,
  periodAround,
  type Store,
  type Unit,
} from "../../core/mod.ts";
import { LATEST, latestHour, newestPublished, YESTERDAY } from "../../core/time/hour_words.ts";
import { parseTyped, UsageError } from "./usage_error.ts";

/** The first and the last of consecutive periods. */
export interface PeriodRange {
  first: Period;
  last: Period;
}

/** Reads a period to make, which can have dumps by now: `latest` is an hour, `yesterday` a day. */
export function parsePastPeriod(written: string, now: Date): Period {
  if (written === LATEST) return newestPublished(now);
  if (written === YESTERDAY) return dayBefore(now);
  return parseTyped(() => checkPeriod(parsePeriod(written), now));
}

/** Reads a period to read: as above, but that `latest` is looked up in the store. */
export async function findPeriod(written: string, store: Store, now: Date): Promise<Period> {
  if (written === LATEST) return await latestHour(now, () => newestHour(store, now));
  return parsePastPeriod(written, now);
}

/**
 * Reads the arguments `[PERIOD [END]]`.
 *
 * @returns The two periods, of any units; PERIOD twice if there is no END, `undefined` if nothing was
 * typed.
 */
export function parsePeriods(positionals: readonly string[], now: Date): PeriodRange | undefined {
  const [written, end = written ?? "", ...others] = positionals;
  if (others.length > 0) {
    throw new UsageError(`Cannot use "${others[0]}": at most two are wanted, PERIOD and END`);
  }
  if (written === undefined) return undefined;
  const [first, last] = [parsePastPeriod(written, now), parsePastPeriod(end, now)];
  if (last.hours.at(-1)!.since(first.hours[0]!) >= 0) return { first, last };
  throw new UsageError(`Invalid range: "${end}" lies before "${written}"; swap the two`);
}

/**
 * Reads the arguments `[PERIOD [END]]` as periods of one unit.
 *
 * @param positionals What was typed.
 * @param unit The unit, where it is not the one that the arguments are written in.
 * @param now The present time.
 * @returns The first and the last of them, `undefined` if nothing was typed.
 */
export function parsePeriodRange(
  positionals: readonly string[],
  unit: Unit | undefined,
  now: Date,
): PeriodRange | undefined {
  const periods = parsePeriods(positionals, now);
  if (periods === undefined) return undefined;
  const { first: from, last: to } = periods;
  if (unit === undefined && from.unit !== to.unit) {
    const [written, end] = positionals;
    throw new UsageError(
      `Invalid range: "${written}" is ${article(from.unit)}, "${end}" ${article(to.unit)}; ` +
        "write both alike, or add --unit",
    );
  }
  const around = (hour: Hour) =>
    parseTyped(() => checkPeriod(periodAround(hour, unit ?? from.unit), now));
  return { first: around(from.hours[0]!), last: around(to.hours.at(-1)!) };
}

/** The newest period of a unit that has ended. */
export function newestPeriod(unit: Unit, now: Date): Period {
  const present = periodAround(Hour.lastBefore(now), unit);
  return Date.parse(present.end) > now.getTime() ? present.plus(-1) : present;
}

/** The periods of a range, one after the other. */
export function* periodsIn({ first, last }: PeriodRange): Generator<Period> {
  const count = last.since(first) + 1;
  for (let i = 0; i < count; i++) yield first.plus(i);
}

function dayBefore(now: Date): Period {
  return newestPeriod("day", now);
}

function article(unit: Unit): string {
  return unit === "hour" ? "an hour" : `a ${unit}`;
}
