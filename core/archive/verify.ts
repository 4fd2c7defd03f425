import { type Clock, systemClock } from "../async/clock.ts";
import { formatCount } from "../format_count.ts";
import type { Manifest } from "../report/manifest.ts";
import type { Edition } from "../report/report.ts";
import { StoreError } from "../store/store_error.ts";
import type { Store } from "../store/entries.ts";
import type { Period } from "../time/period.ts";
import { entryKey, type EntryName } from "./layout.ts";
import { type ListOptions, listReports, type StoredEntry } from "./list.ts";
import { whyUnfinished } from "./open.ts";
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

/** How long a writer may take to put a report and its manifest in their places. */
const MOMENT_MS = 200;

/** The answer of {@linkcode verifyReports} for one report. */
export interface VerifiedReport extends EntryName {
  /** Whether it was read; the neighbour of a range is only compared with what was. */
  read: boolean;
  /** What is wrong with it. */
  problems: string[];
  /** How it differs from the hour before it more than is plausible. */
  warnings: string[];
}

/** Options of {@linkcode verifyReports}. */
export interface VerifyOptions extends ListOptions {
  /**
   * The passing of time.
   *
   * @default {systemClock}
   */
  clock?: Clock | undefined;
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
  { clock = systemClock, ...options }: VerifyOptions = {},
): AsyncGenerator<VerifiedReport> {
  const { first, last, unit = "hour", now = clock.now() } = options;
  const hours = unit === "hour" ? 3 : 0;
  const around = { ...options, now, first: first?.plus(-hours), last: last?.plus(hours) };
  const newest = new Map<Edition, { period: Period; manifest: Manifest; read: boolean }>();
  for await (const entry of listReports(store, around)) {
    const { period, edition, manifest } = entry;
    const before = newest.get(edition);
    const read = !(first && period.start < first.start) && !(last && period.end > last.end);
    const problems = read ? await problemsOrUnreadable(entry, store, clock) : [];
    if (problems === undefined) continue;

    const isNear = before !== undefined && unit === "hour" &&
      Date.parse(period.end) - Date.parse(before.period.end) <= NEAR_MS;
    const warnings = before !== undefined && manifest !== undefined && isNear &&
        (read || before.read)
      ? compareHours(before.manifest, manifest)
        .map((difference) => `it differs from ${before.period}, ${difference}`)
      : [];
    if (read || warnings.length > 0) yield { period, edition, read, problems, warnings };
    if (manifest !== undefined) newest.set(edition, { period, manifest, read });
  }
}

/** As {@linkcode problemsOf}; that a file cannot be read is a problem of its report, not the end. */
async function problemsOrUnreadable(
  entry: StoredEntry,
  store: Store,
  clock: Clock,
): Promise<string[] | undefined> {
  try {
    return await problemsOf(entry, store, clock);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return [error.message];
  }
}

/** What is wrong with a report, `undefined` if it has been removed meanwhile. */
async function problemsOf(
  { period, edition, unfinished }: StoredEntry,
  store: Store,
  clock: Clock,
): Promise<string[] | undefined> {
  const name = { period, edition };
  const key = entryKey(period, edition);
  if (unfinished !== undefined) {
    // It may be in the making, and there a moment later.
    await clock.sleep(MOMENT_MS);
    const range = { first: period.hours[0]!, last: period.hours.at(-1)! };
    const options = { ...range, unit: period.unit, edition };
    const { value: again } = await listReports(store, options).next();
    if (again === undefined) return undefined;
    if (again.unfinished !== undefined) return [`it is not finished: ${again.unfinished}`];
  }
  const entry = await store.read(key);
  if (entry === undefined) {
    const isThere = await store.readManifest(key) !== undefined;
    return isThere ? ["its report's SHA-256 is not the one in its manifest"] : undefined;
  }
  // It may have been made again since it was listed.
  const reason = whyUnfinished(entry.manifest, name);
  return reason === undefined
    ? await verifyReport(name, entry.manifest as unknown as Manifest, entry.content)
    : [reason];
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
  return ENGLISH.reduce((sum, code) => sum + (domain_views[code] ?? 0), 0);
}
