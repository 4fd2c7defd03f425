import {
  describeReport,
  encodeReport,
  type Format,
  Hour,
  hourKey,
  type Manifest,
  rankHour,
  type Report,
  type Ties,
} from "../mod.ts";
import { FolderStore } from "../node/folder_blobs.ts";
import { tryLockFile } from "../deno/file_lock.ts";

/** How to make a stored hour. */
export interface StoreHourOptions {
  /** The lines of its dump; a few pages of three domains if they are left out. */
  dump?: string;
  /** The last rank. */
  top?: number;
  /** The rule of ties. */
  ties?: Ties;
  /** The SHA-256 of the denylist that it is said to be made with. */
  denylist?: string | null;
  /** How to write the report. */
  format?: Format;
  /** What its manifest is to say otherwise. */
  facts?: object;
}

const DUMP = `de Berlin 7 0
de Paris 9 0
en Ada_Lovelace 40 0
en Alan_Turing 30 0
en Zürich 30 0
en.m Ada_Lovelace 50 0
`;

/**
 * A store in a folder, as the program has it.
 *
 * @param folder The folder.
 * @returns The store.
 */
export function storeIn(folder: string): FolderStore {
  return new FolderStore(folder, { tryLock: tryLockFile });
}

/**
 * Makes an hour and stores it, much faster than the program would.
 *
 * @param folder The folder of the store.
 * @param name The hour.
 * @param options How.
 * @returns Its manifest.
 */
export async function storeHour(
  folder: string,
  name: string,
  { dump = DUMP, top = 25, ties = "row", denylist = null, format = "csv", facts = {} }:
    StoreHourOptions = {},
): Promise<Manifest> {
  const hour = Hour.parse(name);
  const { domains, counts, bytes } = await rankHour(new Blob([dump]).stream(), { top, ties });
  const report: Report = {
    hour,
    source: { url: "dump", bytes, sha256: null, etag: null, last_modified: null },
    parameters: {
      top,
      ties,
      denylist: denylist === null ? null : { url: "denylist", sha256: denylist },
    },
    counts,
    domains,
  };
  const encoded = encodeReport(report, format);
  const made = { at: hour.end, by: "wikitop/test", seconds: 1 };
  const store = storeIn(folder);
  using _lock = await store.lock(hourKey(hour));
  const all = { ...describeReport(report, encoded, made), ...facts };
  const { manifest } = await store.write(hourKey(hour), format, encoded.content, all);
  return manifest as unknown as Manifest;
}
