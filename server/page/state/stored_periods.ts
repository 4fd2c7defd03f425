import { useEffect, useState } from "preact/hooks";
import { Hour } from "../../../core/time/hour.ts";
import { parsePeriod, type Period, periodAround, type Unit } from "../../../core/time/period.ts";
import { loadStoredHours, loadStoredPeriods } from "../data/api.ts";
import { Problem } from "../data/problem.ts";
import { addMonths, hourEndingAt, type Month, monthOf } from "../model/calendar.ts";

/** How long the list of a month is cached: other readers make hours too. */
const MAX_AGE_MS = 60_000;

const months = new Map<string, Promise<Set<string>>>();

/**
 * The last stored periods of a unit up to one: of hours, those of its month and the month before; of
 * others, as many as are asked for, with gaps.
 *
 * @param period The period, included whether it is stored or not.
 * @param count How many at most.
 * @returns The periods, the oldest first.
 */
export async function lastStored(period: Period, count: number): Promise<Period[]> {
  if (period instanceof Hour) return await lastStoredHours(period, count);
  const oldest = oldestOf(period.unit);
  const from = period.plus(1 - count);
  const first = from.since(oldest) < 0 ? oldest : from;
  const labels = await loadStoredPeriods(period.unit, { first, last: period });
  return [...labels.filter((label) => label !== period.label).map(parsePeriod), period];
}

async function lastStoredHours(hour: Hour, count: number): Promise<Hour[]> {
  const month = monthOf(String(hour));
  const upTo = async (months: number) =>
    [...await storedHoursOf(addMonths(month, months))].filter((name) => name < String(hour)).sort();
  let names = await upTo(0);
  if (names.length < count - 1) names = [...await upTo(-1), ...names];
  return [...names.slice(1 - count).map((name) => Hour.parse(name)), hour];
}

/** The last stored period before another, or else the newest; `undefined` if there is none. */
export async function nearestStored(period: Period): Promise<Period | undefined> {
  const [before = period] = await lastStored(period, 2);
  return before.since(period) === 0 ? await newestStored(period.unit) : before;
}

/** The newest stored period of a unit, `undefined` if there is none. */
export async function newestStored(unit: Unit): Promise<Period | undefined> {
  const newest = (unit === "hour" ? await loadStoredHours() : await loadStoredPeriods(unit)).at(-1);
  return newest === undefined ? undefined : parsePeriod(newest);
}

/** The newest period of a unit that has ended. */
export function newestOf(unit: Unit): Period {
  const last = Hour.lastBefore(new Date());
  const present = periodAround(last, unit);
  return Date.parse(present.end) > Date.parse(last.end) ? present.plus(-1) : present;
}

/** The oldest period of a unit of which there are dumps. */
export function oldestOf(unit: Unit): Period {
  return periodAround(Hour.first(), unit);
}

/** Whether a period lies between the first dump and now. */
export function isThere(period: Period): boolean {
  const { unit } = period;
  return period.since(oldestOf(unit)) >= 0 && newestOf(unit).since(period) >= 0;
}

/** Forgets what was stored, as a period has just been made. */
export function forgetStoredPeriods(): void {
  months.clear();
}

/**
 * Gets the names of the hours stored on a month's days, or of the longer periods that have days of it;
 * `undefined` while they are not known.
 */
export function useStored(unit: Unit, { year, month }: Month): ReadonlySet<string> | undefined {
  const key = `${unit} ${year}-${month}`;
  const [known, setKnown] = useState<{ key: string; names: ReadonlySet<string> }>();

  useEffect(() => {
    let current = true;
    storedIn(unit, { year, month }).then((names) => {
      if (current) setKnown({ key, names });
    }).catch((error) => {
      // A calendar without marks is still a calendar.
      if (!(error instanceof Problem)) throw error;
    });
    return () => void (current = false);
  }, [key]);

  return known?.key === key ? known.names : undefined;
}

async function storedIn(unit: Unit, month: Month): Promise<ReadonlySet<string>> {
  if (unit === "hour") {
    // The last hour of a month's last day is named after the month that follows.
    const both = [storedHoursOf(month), storedHoursOf(addMonths(month, 1))] as const;
    const [these, others] = await Promise.all(both);
    return these.union(others);
  }
  const around = (month: Month, days: number) =>
    periodAround(firstHourOf(month).plus(days * 24), unit);
  const [oldest, newest] = [oldestOf(unit), newestOf(unit)];
  const begin = around(month, 1);
  const end = around(addMonths(month, 1), 0);
  const first = begin.since(oldest) < 0 ? oldest : begin;
  const last = end.since(newest) > 0 ? newest : end;
  return new Set(last.since(first) < 0 ? [] : await loadStoredPeriods(unit, { first, last }));
}

/** The names of the stored hours that end in a month. */
function storedHoursOf({ year, month }: Month): Promise<Set<string>> {
  const key = `${year}-${month}`;
  let stored = months.get(key);
  if (stored === undefined) {
    stored = loadMonth({ year, month });
    months.set(key, stored);
    stored.catch(() => months.delete(key));
    setTimeout(() => months.delete(key), MAX_AGE_MS);
  }
  return stored;
}

async function loadMonth(month: Month): Promise<Set<string>> {
  const begin = firstHourOf(month);
  const [first, now] = [Hour.first(), Hour.lastBefore(new Date())];
  // A month has 744 hours at most, as many as the server lists at once.
  const from = begin.since(first) < 0 ? first : begin;
  const last = firstHourOf(addMonths(month, 1)).plus(-1);
  const to = last.since(now) > 0 ? now : last;
  return new Set(to.since(from) < 0 ? [] : await loadStoredHours({ from, to }));
}

function firstHourOf({ year, month }: Month): Hour {
  return hourEndingAt(Date.UTC(year, month - 1, 1));
}
