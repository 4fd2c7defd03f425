import { Hour } from "../time/hour.ts";
import { FORMATS } from "../report/format.ts";
import { isManifest } from "../report/is_manifest.ts";
import { type Manifest, REPORT_VERSION } from "../report/manifest.ts";
import { hourFolders, hourOfKey } from "./layout.ts";
import type { Entry, ListedFile, Store } from "../store/store.ts";

/** What a store has of an hour. */
export interface StoredHour {
  /** The hour. */
  hour: Hour;
  /** The length of all its files in bytes. */
  bytes: number;
  /** Where its report is, or whatever else there is of it. */
  location: string;
  /** What is known of its report, `undefined` if the hour is not finished. */
  manifest: Manifest | undefined;
  /** Why it is not finished, as a part of a sentence; `undefined` if it is. */
  unfinished: string | undefined;
}

/** Options of {@linkcode storedHours}. */
export interface StoredHoursOptions {
  /**
   * The first hour to look for.
   *
   * @default {Hour.first()}
   */
  first?: Hour;
  /** The last hour to look for, included; if it is left out, all that are there. */
  last?: Hour;
  /**
   * The present time, up to which hours are looked for.
   *
   * @default {new Date()}
   */
  now?: Date;
}

/** A clock may be wrong, and another machine's clock right. */
const AHEAD = 24;

/**
 * Lists the hours of a store, without reading their reports.
 *
 * @param store The store.
 * @param options Which hours.
 * @returns What there is, in the order of the hours. Files of people are left out.
 */
export async function* storedHours(
  store: Store,
  { first = Hour.first(), last, now = new Date() }: StoredHoursOptions = {},
): AsyncGenerator<StoredHour> {
  for (const folder of hourFolders(first, last ?? Hour.lastBefore(now).plus(AHEAD))) {
    for (const files of byKey(await store.list(folder))) {
      const hour = hourOfKey(files[0].key);
      if (hour === undefined || hour.since(first) < 0) continue;
      if (last !== undefined && hour.since(last) > 0) continue;
      const stored = await inspect(store, hour, files);
      if (stored !== undefined) yield stored;
    }
  }
}

/** The files that may be the store's own, of each key. */
function byKey(files: readonly ListedFile[]): Iterable<ListedFile[]> {
  const keys = new Map<string, ListedFile[]>();
  for (const file of files) {
    if (!["manifest", "tmp", ...FORMATS].includes(file.ending)) continue;
    const others = keys.get(file.key);
    if (others === undefined) keys.set(file.key, [file]);
    else others.push(file);
  }
  return keys.values();
}

async function inspect(
  store: Store,
  hour: Hour,
  files: readonly ListedFile[],
): Promise<StoredHour | undefined> {
  const { key } = files[0];
  const reports = files.filter(({ ending }) => isFormat(ending));
  const stored = (own: readonly ListedFile[], name: string) => ({
    hour,
    bytes: own.reduce((sum, file) => sum + file.bytes, 0),
    location: store.locate(key, name),
  });
  const unfinished = (why: string): StoredHour => ({
    ...stored(files, (reports[0] ?? files[0]).name),
    manifest: undefined,
    unfinished: why,
  });

  if (!files.some(({ ending }) => ending === "manifest")) {
    return unfinished(
      reports.length > 0
        ? "its report has no manifest"
        : "its writer was killed, or is at work right now",
    );
  }
  const seen = await store.readManifest(key);
  const why = whyNot(seen, reports);
  // What does not fit may just have been replaced or removed: the store looks more closely.
  const manifest = why === undefined ? seen : (await store.read(key))?.manifest;
  if (manifest === undefined) return await isGone(store, key) ? undefined : unfinished(why!);
  if (manifest.version !== REPORT_VERSION) {
    return unfinished(
      `it was made by the rules of version ${manifest.version}, not ${REPORT_VERSION}`,
    );
  }
  if (!isManifest(manifest)) return unfinished("its manifest is not that of a report");
  const { name } = manifest.file;
  const own = files.filter((file) => file.name === name || !isFormat(file.ending));
  return { ...stored(own, name), manifest, unfinished: undefined };
}

/** Why a manifest and what lies beside it are no finished entry, as far as can be seen from outside. */
function whyNot(
  manifest: Entry["manifest"] | undefined,
  reports: readonly ListedFile[],
): string | undefined {
  if (manifest === undefined) return "its manifest cannot be read";
  const report = reports.find(({ name }) => name === manifest.file.name);
  if (report === undefined) return "its manifest has no report";
  if (report.bytes !== manifest.file.bytes) {
    return "its report is of another length than its manifest says";
  }
}

async function isGone(store: Store, key: string): Promise<boolean> {
  const files = await store.list(key.slice(0, key.lastIndexOf("/")));
  return !files.some((file) => file.key === key);
}

function isFormat(ending: string): boolean {
  return (FORMATS as readonly string[]).includes(ending);
}
