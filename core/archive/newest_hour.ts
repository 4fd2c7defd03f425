import { Hour } from "../time/hour.ts";
import { presentHours } from "./present_hours.ts";
import type { Store } from "../store/store.ts";

/** The end of time as dates have it. */
const NEVER = new Date(8.64e15);

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
  while (last.since(Hour.first()) >= 0) {
    const first = Hour.parse(`${last.toString().slice(0, 7)}-02T00`, { now: NEVER }).plus(-24);
    for (const hour of (await presentHours(store, first, last)).toReversed()) {
      if (isWanted === undefined || await isWanted(hour)) return hour;
    }
    last = first.plus(-1);
  }
  return undefined;
}
