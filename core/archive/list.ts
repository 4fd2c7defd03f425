import type { Manifest } from "../report/manifest.ts";
import type { Edition } from "../rank/edition.ts";
import { type Clock, systemClock } from "../async/clock.ts";
import { type EntryManifest, filesOf, type ListedFile, type Store } from "../store/entries.ts";
import { checkOptions } from "../options.ts";
import { StoreError } from "../store/store_error.ts";
import { Hour } from "../time/hour.ts";
import type { Period, Unit } from "../time/period.ts";
import {
  entryKey,
  type EntryName,
  EXTENSIONS,
  foldersBetween,
  parseEntryKey,
  REPORT_EXTENSION,
} from "./layout.ts";
import { isWhole, whyUnfinished } from "./open.ts";

/** What a store has of a report. */
export interface StoredEntry extends EntryName {
  /** The length of all its files in bytes. */
  bytes: number;
  /** Where its report is, or whatever else there is of it. */
  location: string;
  /** What is known of the report, `undefined` if it is not finished. */
  manifest: Manifest | undefined;
  /** Why it is not finished, as a part of a sentence; `undefined` if it is. */
  unfinished: string | undefined;
  /** Whether all that it lacks are hours that had no dump: it is right for those that it has. */
  isPartial?: boolean;
}

/** Which reports to list. */
export interface ListOptions {
  /**
   * The unit of their periods.
   *
   * @default {"hour"}
   */
  unit?: Unit | undefined;
  /**
   * Their edition; all editions if it is `"any"`.
   *
   * @default {"each"}
   */
  edition?: Edition | "any" | undefined;
  /**
   * The first hour to look for: periods that begin before it are left out.
   *
   * @default {Hour.first()}
   */
  first?: Hour | undefined;
  /** The last hour to look for, included; if it is left out, all that are there. */
  last?: Hour | undefined;
  /**
   * The present time, up to which reports are looked for.
   *
   * @default {new Date()}
   */
  now?: Date | undefined;
  /**
   * The passing of time.
   *
   * @default {systemClock}
   */
  clock?: Clock | undefined;
  /** Called with what cannot be listed at all, as a folder without permission; thrown without it. */
  onError?: ((error: StoreError) => void) | undefined;
}

/** The names of {@linkcode ListOptions}. */
export const LIST_OPTIONS: Readonly<Record<keyof ListOptions, true>> = {
  unit: true,
  edition: true,
  first: true,
  last: true,
  now: true,
  clock: true,
  onError: true,
};

/** How long a writer may take to put a report and its manifest in their places. */
const MOMENT_MS = 200;

/** So few folders are listed without a look whether they are there. */
const FEW_FOLDERS = 3;

/** A clock may be wrong, and another machine's clock right. */
const AHEAD_HOURS = 24;

/**
 * Lists the reports of a store, without reading them. What is not finished is looked at again a moment
 * later, all that lies in one folder at once, for it may just have been in the making.
 *
 * @param store The store.
 * @param options Which reports.
 * @returns What there is, in the order of the periods. Files of people are left out.
 */
export async function* listReports(
  store: Store,
  options: ListOptions = {},
): AsyncGenerator<StoredEntry> {
  checkOptions("listReports", options, LIST_OPTIONS);
  const { clock = systemClock, now = clock.now() } = options;
  const last = options.last ?? Hour.lastBefore(now).plus(AHEAD_HOURS);
  const { first = Hour.first(), unit = "hour" } = options;
  for await (const folder of foldersThere(store, first, last, unit)) {
    let again: Promise<Map<string, ListedFile[]>> | undefined;
    const wanted = [...await listFolder(store, folder, options.onError)].flatMap(([key, files]) => {
      const name = nameIfWanted(key, options);
      return name === undefined ? [] : [{ key, name, files }];
    });
    for (let at = 0; at < wanted.length; at += store.atOnce) {
      const some = wanted.slice(at, at + store.atOnce);
      const entries = await Promise.all(some.map(({ name, files }) => inspect(store, name, files)));
      for (let [i, entry] of entries.entries()) {
        if (entry.unfinished !== undefined && !entry.isPartial) {
          const { key, name } = some[i]!;
          again ??= clock.sleep(MOMENT_MS).then(() => listFolder(store, folder, options.onError));
          const files = (await again).get(key);
          if (files === undefined) continue; // It has been removed.
          entry = await inspect(store, name, files);
        }
        yield entry;
      }
    }
  }
}

/**
 * Lists the periods that a store has, by the names of its files alone: much faster than
 * {@linkcode listReports}, which also looks whether each is finished.
 *
 * @param store The store.
 * @param options Which periods; `first` and `last` are needed.
 * @returns The periods that have a manifest and a report, in their order.
 */
export async function listPeriods(
  store: Store,
  options: ListOptions & { first: Hour; last: Hour },
): Promise<Period[]> {
  const { first, last, unit = "hour" } = options;
  const periods: Period[] = [];
  for await (const folder of foldersThere(store, first, last, unit)) {
    const files = await store.names(folder);
    const reports = new Set(
      files.filter(({ extension }) => extension === REPORT_EXTENSION).map(({ key }) => key),
    );
    for (const { key, extension } of files) {
      if (extension !== "manifest" || !reports.has(key)) continue;
      const name = nameIfWanted(key, options);
      if (name !== undefined) periods.push(name.period);
    }
  }
  return periods;
}

/**
 * The folders that may have periods of a unit. Where they would be many, the store is asked which there
 * are: each takes a bucket as long as it takes to list one.
 */
export async function* foldersThere(
  store: Store,
  first: Hour,
  last: Hour,
  unit: Unit,
): AsyncGenerator<string> {
  const wanted = [...foldersBetween(first, last, [unit])];
  const there = wanted.length > FEW_FOLDERS ? await topFolders(store) : undefined;
  for (const folder of wanted) {
    if (there === undefined || await there(folder)) yield folder;
  }
}

/** Tells which folders of years and months a store has, `undefined` if it cannot be known. */
async function topFolders(
  store: Store,
): Promise<((folder: string) => Promise<boolean>) | undefined> {
  const known = new Map<string, readonly string[]>();
  const has = async (folder: string, name: string) => {
    const names = known.get(folder) ?? await store.folders(folder);
    known.set(folder, names);
    return names.includes(name);
  };
  try {
    await has("", "");
  } catch (error) {
    if (error instanceof StoreError) return undefined; // Whoever lists them will meet it.
    throw error;
  }
  return async (folder) => {
    const [year = "", month] = folder.split("/");
    if (!await has("", year)) return false;
    try {
      return month === undefined || await has(year, month);
    } catch (error) {
      if (error instanceof StoreError) return true;
      throw error;
    }
  };
}

/** What a key names, if it is one of those that are listed. */
function nameIfWanted(
  key: string,
  { unit = "hour", edition = "each", first, last }: ListOptions,
): EntryName | undefined {
  const name = parseEntryKey(key);
  if (name === undefined || name.period.unit !== unit) return undefined;
  if (edition !== "any" && name.edition !== edition) return undefined;
  const { start, end } = name.period;
  const isWanted = (first === undefined || start >= first.start) &&
    (last === undefined || end <= last.end);
  return isWanted ? name : undefined;
}

/** The files of a folder that may be the store's own, by their keys. */
async function listFolder(
  store: Store,
  folder: string,
  onError: ListOptions["onError"],
): Promise<Map<string, ListedFile[]>> {
  const keys = new Map<string, ListedFile[]>();
  let files: ListedFile[];
  try {
    files = await store.list(folder);
  } catch (error) {
    if (!(error instanceof StoreError) || onError === undefined) throw error;
    onError(error);
    return keys;
  }
  for (const file of files) {
    if (!["manifest", "tmp", ...EXTENSIONS].includes(file.extension)) continue;
    const others = keys.get(file.key);
    if (others === undefined) keys.set(file.key, [file]);
    else others.push(file);
  }
  return keys;
}

async function inspect(
  store: Store,
  name: EntryName,
  files: readonly ListedFile[],
): Promise<StoredEntry> {
  const key = entryKey(name.period, name.edition);
  const report = files.find(({ extension }) => extension === REPORT_EXTENSION);
  const entry = (
    manifest: Manifest | undefined,
    unfinished: string | undefined,
    isPartial = false,
  ): StoredEntry => ({
    ...name,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    location: store.locate(key, (manifest?.file ?? report ?? files[0]!).name),
    manifest,
    unfinished,
    isPartial,
  });
  if (!files.some(({ extension }) => extension === "manifest")) {
    const isHalf = report !== undefined;
    return entry(
      undefined,
      isHalf ? "its report has no manifest" : "its writer was killed, or is at work right now",
    );
  }
  let manifest: EntryManifest | undefined;
  try {
    manifest = await store.readManifest(key);
  } catch (error) {
    // One that cannot be read is not to keep the others from being listed.
    if (!(error instanceof StoreError)) throw error;
    return entry(undefined, error.message.replace(/^Cannot/, "cannot"));
  }
  const unfinished = whyNotWhole(manifest, files) ?? whyUnfinished(manifest, name);
  if (unfinished === undefined) return entry(manifest as unknown as Manifest, undefined);
  const isPartial = whyNotWhole(manifest, files) === undefined && isWhole(manifest, name);
  return entry(undefined, unfinished, isPartial);
}

/** Why a manifest and what lies beside it are no finished entry, as far as can be seen from outside. */
function whyNotWhole(
  manifest: EntryManifest | undefined,
  files: readonly ListedFile[],
): string | undefined {
  if (manifest === undefined) return "its manifest cannot be read";
  for (const wanted of filesOf(manifest)) {
    const what = wanted === manifest.file ? "report" : "list of denied pages";
    const file = files.find(({ name }) => name === wanted.name);
    if (file === undefined) return `its manifest has no ${what}`;
    if (file.bytes !== wanted.bytes) {
      return `its ${what} is of another length than its manifest says`;
    }
  }
}
