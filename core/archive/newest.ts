import type { Store } from "../store/entries.ts";
import { Hour } from "../time/hour.ts";
import { foldersThere, listPeriods } from "./list.ts";

/**
 * Looks for the newest hour that a store has, by the names of its files.
 *
 * @param store The store.
 * @param now The present time.
 * @param isWanted Tells whether an hour will do; any does if it is left out.
 * @returns The hour, `undefined` if there is none.
 */
export async function newestHour(
  store: Store,
  now: Date,
  isWanted?: (hour: Hour) => Promise<boolean>,
): Promise<Hour | undefined> {
  // Nearly always it is in the last month: month by month from there.
  let last = Hour.lastBefore(now);
  let months: Set<string> | undefined;
  while (last.since(Hour.first()) >= 0) {
    const month = last.label.slice(0, 7);
    const first = Hour.parse(`${month}-01T00`);
    const isThere = months === undefined || months.has(month.replace("-", "/"));
    const periods = isThere ? await listPeriods(store, { first, last }) : [];
    for (const { label } of periods.toReversed()) {
      const hour = Hour.parse(label);
      if (isWanted === undefined || await isWanted(hour)) return hour;
    }
    last = first.plus(-1);
    months ??= await monthsBefore(store, last);
  }
  return undefined;
}

async function monthsBefore(store: Store, last: Hour): Promise<Set<string>> {
  const months = new Set<string>();
  for await (const month of foldersThere(store, Hour.first(), last, "hour")) months.add(month);
  return months;
}
