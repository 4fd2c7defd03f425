import type { ListedFile, Store } from "../store/entries.ts";
import { entryKey, type EntryName, EXTENSIONS } from "./layout.ts";

/** No report is made for longer. */
const UNFINISHED_MS = 24 * 3_600_000;

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
  // Not by `using`, which Node 20 cannot parse.
  const lock = await store.lock(key, undefined, `${period.unit} ${period}`);
  try {
    return await store.remove(key, EXTENSIONS);
  } finally {
    lock[Symbol.dispose]();
  }
}

/**
 * Lists the files in a folder of a store that no manifest names, or ever will: where writers share no
 * lock, those that lost or were killed leave some. What may yet get its manifest is left for a day.
 *
 * @param store The store.
 * @param folder The folder, as `2026/09`.
 * @param now The present time.
 * @returns The files.
 */
export async function* leftFiles(
  store: Store,
  folder: string,
  now: Date,
): AsyncGenerator<ListedFile> {
  const files = await store.list(folder);
  const finished = new Set(
    files.filter(({ extension }) => extension === "manifest").map(({ key }) => key),
  );
  for (const key of finished) yield* await store.deadFiles(key);
  for (const file of files) {
    if (file.mark === undefined || finished.has(file.key)) continue;
    const age = now.getTime() - (file.modified ?? now).getTime();
    if (age > UNFINISHED_MS) yield file;
  }
}
