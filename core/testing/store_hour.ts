import { entryKey } from "../archive/layout.ts";
import { readyReport, writeReport } from "../archive/write.ts";
import { tryLockFile } from "../deno/file_lock.ts";
import {
  Denylist,
  type Edition,
  type Manifest,
  parsePeriod,
  rankHour,
  type Report,
  reportDomainIn,
  type Store,
  type Ties,
} from "../mod.ts";
import { openFolderStore } from "../node/folder_store.ts";

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
  /** The lines of its denylist, none if they are left out. */
  denied?: string;
  /** How its domains are said to be put together. */
  edition?: Edition;
  /** What its manifest is to say otherwise. */
  metadata?: object;
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
export function storeIn(folder: string): Store {
  return openFolderStore(folder, { tryLock: tryLockFile }).store;
}

/**
 * Makes an hour and stores it, much faster than the program would.
 *
 * @param folder The folder of the store.
 * @param name The hour; a day, week or month is taken for one whose hours have one dump together.
 * @param options How.
 * @returns Its manifest.
 */
export async function storeHour(
  folder: string,
  name: string,
  { dump = DUMP, top = 25, ties = "row", denylist = null, denied = "", edition = "each", metadata }:
    StoreHourOptions = {},
): Promise<Manifest> {
  const period = parsePeriod(name);
  const { domains, counts } = await rankHour(new Blob([dump]).stream(), {
    top,
    ties,
    edition,
    denylist: Denylist.read(new Blob([denied]).stream()),
  });
  const { size: bytes } = new Blob([dump]);
  const report: Report = {
    period,
    edition,
    sources: period.hours.map(({ label: hour }) => ({
      hour,
      url: "dump",
      bytes,
      sha256: null,
      etag: null,
      last_modified: null,
    })),
    parameters: {
      top,
      ties,
      denylist: denylist === null ? null : { url: "denylist", sha256: denylist },
    },
    counts,
    domains: domains.map((domain) => reportDomainIn(edition, domain)),
  };
  return await storeReport(folder, report, metadata);
}

/**
 * Stores a report as it is, however unlikely.
 *
 * @param folder The folder of the store.
 * @param report The report.
 * @param metadata What its manifest is to say otherwise.
 * @returns Its manifest.
 */
export async function storeReport(
  folder: string,
  report: Report,
  metadata: object = {},
): Promise<Manifest> {
  const made = { at: report.period.end, by: "wikitop/test", seconds: 1 };
  const store = storeIn(folder);
  const key = entryKey(report.period, report.edition);
  using _lock = await store.lock(key);
  const { manifest } = await writeReport(store, await readyReport(report), made);
  if (Object.keys(metadata).length === 0) return manifest;
  const { content, companions } = (await store.read(key))!;
  const { file: _file, companions: _companions, ...known } = manifest;
  const changed = { ...known, ...metadata };
  return (await store.write(key, "csv", content, changed, { companions }))
    .manifest as unknown as Manifest;
}
