import { useEffect, useState } from "preact/hooks";
import { Hour } from "../../../core/time/hour.ts";
import { loadStoredHours, Problem } from "../data/api.ts";
import { addMonths, hourEndingAt, type Month, monthOf } from "../model/calendar.ts";

/** How long the list of a month is cached: other readers make hours too. */
const MAX_AGE_MS = 60_000;

const months = new Map<string, Promise<Set<string>>>();

/**
 * The last stored hours up to one, of its month and the month before.
 *
 * @param hour The hour, included whether it is stored or not.
 * @param count How many hours at most.
 * @returns The hours, the oldest first.
 */
export async function lastStoredHours(hour: Hour, count: number): Promise<Hour[]> {
  const month = monthOf(String(hour));
  const upTo = async (months: number) =>
    [...await storedHoursOf(addMonths(month, months))].filter((name) => name < String(hour)).sort();
  let names = await upTo(0);
  if (names.length < count - 1) names = [...await upTo(-1), ...names];
  return [...names.slice(1 - count).map((name) => Hour.parse(name)), hour];
}

/** The last stored hour before another, or else the newest; `undefined` if there is none. */
export async function nearestStoredHour(hour: Hour): Promise<Hour | undefined> {
  const [before = hour] = await lastStoredHours(hour, 2);
  if (before.since(hour) !== 0) return before;
  const newest = (await loadStoredHours()).at(-1);
  return newest === undefined ? undefined : Hour.parse(newest);
}

/** Forgets what was stored, as an hour has just been made. */
export function forgetStoredHours(): void {
  months.clear();
}

/** Gets the names of the hours stored on a month's days, `undefined` while they are not known. */
export function useStoredDays({ year, month }: Month): ReadonlySet<string> | undefined {
  const key = `${year}-${month}`;
  const [known, setKnown] = useState<{ key: string; hours: ReadonlySet<string> }>();

  useEffect(() => {
    let current = true;
    // The last hour of a month's last day is named after the month that follows.
    const next = addMonths({ year, month }, 1);
    Promise.all([storedHoursOf({ year, month }), storedHoursOf(next)]).then(([these, others]) => {
      if (current) setKnown({ key, hours: these.union(others) });
    }).catch((error) => {
      // A calendar without marks is still a calendar.
      if (!(error instanceof Problem)) throw error;
    });
    return () => void (current = false);
  }, [key]);

  return known?.key === key ? known.hours : undefined;
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
