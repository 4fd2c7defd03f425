import type { Store } from "../store/entries.ts";
import { entryKey, type EntryName, EXTENSIONS } from "./layout.ts";

/**
 * Removes a report from a store, finished or not, while nobody else works on it. Files that people
 * put beside it are left.
 *
 * @param store The store.
 * @param name Which report.
 * @returns How many bytes were removed.
 */
export async function removeReport(
  store: Store,
  { period, edition }: EntryName,
): Promise<number> {
  const key = entryKey(period, edition);
  const lock = await store.lock(key); // Not by `using`, which Node 20 cannot parse.
  try {
    return await store.remove(key, EXTENSIONS);
  } finally {
    lock[Symbol.dispose]();
  }
}
