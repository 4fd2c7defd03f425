import type { Gunzip } from "./dump/gunzip.ts";
import type { Hour } from "./hour.ts";
import { rankHour } from "./rank/rank_hour.ts";
import type { Ties } from "./rank/ranker.ts";
import { type Format, writeReport } from "./report/format.ts";
import { describeReport, type Manifest, REPORT_VERSION, restoreReport } from "./report/manifest.ts";
import { type Report, topOf } from "./report/report.ts";
import type { FoundDenylist } from "./source/denylist_source.ts";
import type { Source } from "./source/source.ts";
import { hourKey } from "./store/hour_key.ts";
import type { CreateSha256 } from "./store/sha256.ts";
import type { Entry, Store } from "./store/store.ts";

/** Options of {@linkcode createProducer}. */
export interface ProducerOptions {
  /** Where dumps come from. */
  source: Source;
  /** Where finished hours are. */
  store: Store;
  /** The pages to leave out, `undefined` for none. */
  denylist: FoundDenylist | undefined;
  /** The last rank to keep. */
  top: number;
  /** What becomes of pages with equal views. */
  ties: Ties;
  /** How to write reports. */
  format: Format;
  /** Whether to make hours again that are finished. */
  force: boolean;
  /** What to gunzip with. */
  gunzip: Gunzip;
  /** What to digest dumps with. */
  createSha256: CreateSha256;
  /** Who makes the reports, as `wikitop/1.0.0`. */
  maker: string;
  /** The clock. */
  now: () => Date;
}

/** An hour whose report is in the store. */
export interface FinishedHour {
  /** What is known of the report. */
  manifest: Manifest;
  /** Where its file is. */
  location: string;
  /** Whether its dump was ranked just now, rather than before. */
  made: boolean;
  /** The report, up to the rank that was asked for. */
  report(): Report;
}

/** Makes an hour, or finds it made. */
export type Produce = (hour: Hour) => Promise<FinishedHour>;

/**
 * The one path from an hour to its report. An hour that the store has with the same parameters is
 * returned without any look at the source; another is made once, however many ask for it at the
 * same moment, in this process or in another one that shares the store.
 *
 * @param options From where, to where, and how.
 * @returns A function that makes an hour, or finds it made. It throws what the source, the ranking
 * and the store throw; the hour is then not finished.
 */
export function createProducer(options: ProducerOptions): Produce {
  const running = new Map<string, Promise<FinishedHour>>();
  return (hour) => {
    const key = hourKey(hour);
    let production = running.get(key);
    if (production === undefined) {
      production = produce(hour, key, options).finally(() => running.delete(key));
      running.set(key, production);
    }
    return production;
  };
}

async function produce(hour: Hour, key: string, options: ProducerOptions): Promise<FinishedHour> {
  const { store, format, force } = options;
  const stored = force ? undefined : await findStored(key, options);
  if (stored?.manifest.format === format) return stored;

  using _lock = await store.lock(key);
  // Whoever held the lock may just have finished the hour.
  const found = force ? undefined : await findStored(key, options);
  if (found?.manifest.format === format) return found;
  if (found !== undefined) {
    const { manifest } = found;
    const report = restoreReport(manifest, new TextDecoder().decode(found.content));
    return finish(key, report, manifest.made, false, options);
  }
  const start = options.now();
  const report = await rankDump(hour, options);
  const at = options.now();
  const seconds = (at.getTime() - start.getTime()) / 1000;
  const made = { at: at.toISOString(), by: options.maker, seconds };
  return finish(key, report, made, true, options);
}

async function findStored(
  key: string,
  options: ProducerOptions,
): Promise<(FinishedHour & Pick<Entry, "content">) | undefined> {
  const entry = await options.store.read(key);
  if (entry === undefined) return undefined;
  const manifest = entry.manifest as unknown as Manifest;
  if (!isAsAsked(manifest, options)) return undefined;
  return {
    manifest,
    location: options.store.locate(key, manifest.file.name),
    made: false,
    content: entry.content,
    report: () =>
      topOf(restoreReport(manifest, new TextDecoder().decode(entry.content)), options.top),
  };
}

/** Whether a stored report is the one that was asked for, or holds it. */
function isAsAsked({ version, parameters }: Manifest, options: ProducerOptions): boolean {
  return version === REPORT_VERSION &&
    parameters.top >= options.top &&
    parameters.ties === options.ties &&
    (parameters.denylist?.sha256 ?? null) === (options.denylist?.facts.sha256 ?? null);
}

async function rankDump(hour: Hour, options: ProducerOptions): Promise<Report> {
  const { source, denylist, top, ties, gunzip, createSha256 } = options;
  const dump = await source.open(hour);
  const hash = createSha256();
  const ranking = await rankHour(dump.body, {
    top,
    ties,
    denylist: denylist?.read(),
    gunzip,
    onRead: (chunk) => hash.update(chunk),
  });
  return {
    hour,
    source: {
      url: dump.url,
      bytes: ranking.bytes,
      sha256: hash.digest(),
      etag: dump.etag,
      last_modified: dump.lastModified,
    },
    parameters: { top, ties, denylist: denylist?.facts ?? null },
    counts: ranking.counts,
    domains: ranking.domains,
  };
}

async function finish(
  key: string,
  report: Report,
  made: Manifest["made"],
  isNew: boolean,
  { store, format, top }: ProducerOptions,
): Promise<FinishedHour> {
  const content = new TextEncoder().encode([...writeReport(report, format)].join(""));
  const facts = describeReport(report, format, made);
  const entry = await store.write(key, format, content, facts);
  const manifest = { ...facts, file: entry.manifest.file };
  return {
    manifest,
    location: store.locate(key, manifest.file.name),
    made: isNew,
    report: () => topOf(report, top),
  };
}
