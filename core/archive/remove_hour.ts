import type { Hour } from "../time/hour.ts";
import { FORMATS } from "../report/format.ts";
import { hourKey } from "./layout.ts";
import type { Store } from "../store/store.ts";

/**
 * Removes an hour from a store, finished or not, while nobody else works on it. Files that people
 * put beside its report are left.
 *
 * @param store The store.
 * @param hour The hour.
 * @returns How many bytes were removed.
 */
export async function removeHour(store: Store, hour: Hour): Promise<number> {
  const key = hourKey(hour);
  // Not by `using`, which Node 20 cannot parse.
  const lock = await store.lock(key);
  try {
    const manifest = await store.readManifest(key);
    // Without a manifest, a report of whatever format is what a killed writer left.
    const endings = manifest === undefined ? FORMATS : [manifest.file.name.replace(/^.*\./, "")];
    return await store.remove(key, endings);
  } finally {
    lock[Symbol.dispose]();
  }
}
