import type { Hour } from "../time/hour.ts";
import { FORMATS } from "../report/format.ts";
import { hourFolders, hourOfKey } from "./layout.ts";
import type { Store } from "../store/store.ts";

/**
 * Lists the hours that a store has, by the names of its files alone: much faster than
 * {@linkcode storedHours}, which also looks whether each is finished.
 *
 * @param store The store.
 * @param first The first hour to look for.
 * @param last The last hour to look for, included.
 * @returns The hours that have a manifest and a report, in their order.
 */
export async function presentHours(store: Store, first: Hour, last: Hour): Promise<Hour[]> {
  const hours: Hour[] = [];
  for (const folder of hourFolders(first, last)) {
    const files = await store.names(folder);
    const reports = new Set(
      files.filter(({ ending }) => (FORMATS as string[]).includes(ending)).map(({ key }) => key),
    );
    for (const { key, ending } of files) {
      const hour = ending === "manifest" && reports.has(key) ? hourOfKey(key) : undefined;
      if (hour !== undefined && hour.since(first) >= 0 && hour.since(last) <= 0) hours.push(hour);
    }
  }
  return hours.sort((a, b) => a.since(b));
}
