import { systemClock } from "../async/clock.ts";
import { formatCount } from "../format_count.ts";
import { countMalformed, type Counts } from "../rank/dump_ranking.ts";
import { checkOptions } from "../options.ts";
import type { Manifest } from "../report/manifest.ts";
import type { Edition } from "../rank/edition.ts";
import type { Entry, Store } from "../store/entries.ts";
import { StoreError } from "../store/store_error.ts";
import type { Period } from "../time/period.ts";
import { DENIED_EXTENSION, entryKey, type EntryName } from "./layout.ts";
import { LIST_OPTIONS, type ListOptions, listReports, type StoredEntry } from "./list.ts";
import { whyNotWhole } from "./open.ts";
import { verifyReport } from "./verify_report.ts";

/** Hours that lie at most so many hours apart are expected to be alike. */
const NEAR_MS = 3 * 3_600_000;

/**
 * How far two hours near each other may lie apart: further than the rhythm of a day takes them
 * within three hours, less far than half a dump, or one whose robots were taken for people.
 */
const FACTOR = 2;

/** What both sites of the English Wikipedia are called in a dump. */
const ENGLISH = ["en", "en.m"];

/** What they are called together, where projects are summed. */
const ENGLISH_PROJECT = "en.wikipedia";

/** The answer of {@linkcode verifyReports} for one report. */
export interface VerifiedReport extends EntryName {
  /** Whether it was read; the neighbour of a range is only compared with what was. */
  read: boolean;
  /** What is wrong with it. */
  problems: string[];
  /** What is not plausible in its dumps, or next to other hours, and which hours it lacks. */
  warnings: string[];
}

/**
 * Verifies stored reports: each against its manifest, and hours that lie near each other against
 * each other.
 *
 * @param store The store.
 * @param options Which reports.
 * @returns The reports in their order. An hour behind the range is among them only if there is a
 * warning.
 */
export async function* verifyReports(
  store: Store,
  options: ListOptions = {},
): AsyncGenerator<VerifiedReport> {
  checkOptions("verifyReports", options, LIST_OPTIONS);
  const { clock = systemClock, first, last, unit = "hour", now = clock.now() } = options;
  const hours = unit === "hour" ? 3 : 0;
  const around = { ...options, clock, now, first: first?.plus(-hours), last: last?.plus(hours) };
  /** Which hour was made of the dump with a digest. */
  const made = new Map<string, Period>();
  const newest = new Map<Edition, { period: Period; manifest: Manifest; read: boolean }>();
  for await (const entry of listReports(store, around)) {
    const { period, edition, manifest, unfinished, isPartial } = entry;
    const before = newest.get(edition);
    const read = !(first && period.start < first.start) && !(last && period.end > last.end);
    const problems = read ? await problemsOf(entry, store) : [];
    if (problems === undefined) continue;

    const isNear = before !== undefined && unit === "hour" &&
      Date.parse(period.end) - Date.parse(before.period.end) <= NEAR_MS;
    const warnings = read && manifest !== undefined ? seenIn(manifest.counts) : [];
    if (before !== undefined && manifest !== undefined && isNear && (read || before.read)) {
      warnings.push(
        ...compareHours(before.manifest, manifest)
          .map((difference) => `it differs from ${before.period}, ${difference}`),
      );
    }
    for (const { sha256 } of unit === "hour" ? manifest?.sources ?? [] : []) {
      const other = sha256 === null ? undefined : made.get(`${edition} ${sha256}`);
      if (other !== undefined) warnings.push(`its dump has the SHA-256 of the dump of ${other}`);
      if (sha256 !== null) made.set(`${edition} ${sha256}`, period);
    }
    if (read && isPartial) warnings.push(`it is of ${unfinished}`);
    if (read || warnings.length > 0) yield { period, edition, read, problems, warnings };
    if (manifest !== undefined) newest.set(edition, { period, manifest, read });
  }
}

/** What its dump had that a dump should not have, as parts of a sentence. */
function seenIn(counts: Counts): string[] {
  const lines = formatCount(counts.lines);
  const note = (count: number, what: string) =>
    count === 0 ? [] : [`of the ${lines} lines of its dump, ${formatCount(count)} are ${what}`];
  return [
    ...note(countMalformed(counts), "malformed"),
    ...note(counts.repeated, "of a page that has others"),
  ];
}

/** What is wrong with a report, `undefined` if it has been removed meanwhile. */
async function problemsOf(
  { period, edition, unfinished, isPartial }: StoredEntry,
  store: Store,
): Promise<string[] | undefined> {
  const name = { period, edition };
  const key = entryKey(period, edition);
  if (unfinished !== undefined && !isPartial) return [`it is not finished: ${unfinished}`];
  let entry: Entry | undefined;
  try {
    entry = await store.read(key);
  } catch (error) {
    // One that cannot be read is not to keep the others from being verified.
    if (!(error instanceof StoreError)) throw error;
    return [error.message];
  }
  if (entry === undefined) {
    const manifest = await store.readManifest(key);
    if (manifest === undefined) return undefined;
    const files = manifest.companions === undefined ? "its report's" : "a file's";
    return [`${files} SHA-256 is not the one in its manifest`];
  }
  // It may have been made again since it was listed.
  const reason = whyNotWhole(entry.manifest, name);
  if (reason !== undefined) return [reason];
  const { manifest, content, companions } = entry;
  const denied = companions.get(DENIED_EXTENSION);
  return await verifyReport(name, manifest as unknown as Manifest, content, denied);
}

/** What is not plausible in one of two hours that lie near each other, as parts of a sentence. */
export function compareHours(before: Manifest, after: Manifest): string[] {
  const differ = (what: string, a: number, b: number) =>
    Math.max(a, b) > FACTOR * Math.min(a, b)
      ? [`${formatCount(a)} and ${formatCount(b)} ${what}`]
      : [];
  return [
    ...differ("domains", before.counts.domains, after.counts.domains),
    ...differ(`views of ${ENGLISH.join(" and ")}`, english(before), english(after)),
  ];
}

function english({ domain_views }: Manifest): number {
  return [...ENGLISH, ENGLISH_PROJECT].reduce((sum, code) => sum + (domain_views[code] ?? 0), 0);
}
