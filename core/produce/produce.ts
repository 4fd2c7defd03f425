import { entryKey, type EntryName } from "../archive/layout.ts";
import { type Criteria, openReport, type StoredReport, whyIncomplete } from "../archive/open.ts";
import { writeReport } from "../archive/write.ts";
import { systemClock } from "../async/clock.ts";
import type { LoadedDenylist } from "../deny/load_denylist.ts";
import { checkOptions } from "../options.ts";
import type { Edition } from "../rank/edition.ts";
import { DEFAULT_TOP } from "../rank/page.ts";
import { domainSizes } from "../rank/ranking.ts";
import { REPORT_VERSION } from "../report/manifest.ts";
import type { Parameters } from "../report/report.ts";
import { type Store, WriteConflictError } from "../store/entries.ts";
import type { Period } from "../time/period.ts";
import type { OnEvent, ProduceEvent } from "./events.ts";
import { makeEncoded, REPORT_OPTIONS, type ReportOptions } from "./make.ts";
import { SharedWork } from "./shared_work.ts";

/** Options of {@linkcode createProducer}. */
export interface ProducerOptions extends Omit<ReportOptions, "denylist"> {
  /** Where finished reports are. */
  store: Store;
  /**
   * The pages to leave out, or what gives them, asked for each period until its signal ends the wait;
   * none if it is left out.
   */
  denylist?:
    | LoadedDenylist
    | ((signal: AbortSignal) => Promise<LoadedDenylist | undefined>)
    | undefined;
  /**
   * The editions to keep of each period, all from one pass over its dumps.
   *
   * @default {["each"]}
   */
  editions?: readonly Edition[] | undefined;
  /**
   * What makes the reports, as `wikitop/1.0.0`, for their manifests.
   *
   * @default {"@wikitop/core"}
   */
  generator?: string | undefined;
}

/** Options of {@linkcode Producer.produce}. */
export interface ProduceOptions {
  /**
   * Whether to make a period that is finished: always, or if its dumps have changed since.
   *
   * @default {"never"}
   */
  rebuild?: "never" | "if-changed" | "always" | undefined;
  /**
   * Whether a day, week or month is made without the hours that have no dump. It is then not
   * finished: the next call makes it again if they have one by then.
   *
   * @default {"skip"}
   */
  missing?: "skip" | "fail" | undefined;
  /** Ends the work, unless others wait for the same. */
  signal?: AbortSignal | undefined;
  /** Called with what happens from now on, also where somebody else began it. */
  onEvent?: OnEvent | undefined;
}

/** What came of asking for a period. */
export interface Production {
  /** The report of the first edition, finished but for hours that are missing. */
  report: StoredReport;
  /** The reports of all editions that were asked for. */
  reports: StoredReport[];
  /** Whether one was made just now, rather than all of them before. */
  made: boolean;
  /** How often they were made in vain: another machine, who shares no lock, was done first. */
  lost: number;
}

/** How often a period is made anew because others, with other parameters, were done first. */
const TRIES = 3;

/** Makes periods, or finds them made. */
export interface Producer {
  /**
   * Makes a period and keeps its reports, one for each edition. Those that the store has with the same
   * parameters are returned without any look at the sources; others are made once, however many ask
   * for them at the same moment, in this process or in another one that shares the store. A report with
   * other parameters is replaced, which is told, by one that goes as far down as it did at least.
   *
   * @param period The period.
   * @param options When to make it again, and who listens.
   * @returns Its reports.
   * @throws {MissingDumpError} If no source has a dump of it.
   * @throws {StoreError} If the report cannot be kept.
   * @throws {Error} If it cannot be made; the period is then not finished.
   */
  produce(period: Period, options?: ProduceOptions): Promise<Production>;
}

/**
 * Makes a producer.
 *
 * @param options From where, to where, and how.
 * @returns The producer.
 */
export function createProducer(options: ProducerOptions): Producer {
  checkOptions("createProducer", options, {
    ...REPORT_OPTIONS,
    store: true,
    editions: true,
    generator: true,
  });
  const work = new SharedWork<Production, ProduceEvent>();
  return {
    produce(period, how = {}) {
      checkOptions("produce", how, { rebuild: true, missing: true, signal: true, onEvent: true });
      const { rebuild = "never", missing = "skip", signal, onEvent } = how;
      return work.share(
        `${entryKey(period)} ${rebuild} ${missing}`,
        { signal, onEvent },
        (shared) => produce(period, options, { rebuild, missing, ...shared }),
      );
    },
  };
}

interface Shared extends Required<Pick<ProduceOptions, "rebuild" | "missing">> {
  signal: AbortSignal;
  onEvent: OnEvent;
}

async function produce(
  period: Period,
  options: ProducerOptions,
  { rebuild, missing, signal, onEvent }: Shared,
): Promise<Production> {
  const { store, top = DEFAULT_TOP, ties = "row", clock = systemClock } = options;
  const denylist = typeof options.denylist === "function"
    ? await options.denylist(signal)
    : options.denylist;
  const editions = options.editions ?? ["each"];
  const criteria = { top, ties, denylist: denylist?.identity.sha256 ?? null };
  let lost = 0;
  const find = async (): Promise<Map<Edition, StoredReport>> => {
    const found = new Map<Edition, StoredReport>();
    for (const edition of rebuild === "always" && lost === 0 ? [] : editions) {
      const report = await findIntact(store, { period, edition }, criteria);
      if (report !== undefined) found.set(edition, report);
    }
    return found;
  };
  const isAll = (reports: ReadonlyMap<Edition, StoredReport>) => reports.size === editions.length;
  const isFinished = ({ manifest }: StoredReport) => whyIncomplete(manifest) === undefined;
  const areFinished = (reports: ReadonlyMap<Edition, StoredReport>) =>
    isAll(reports) && [...reports.values()].every(isFinished);
  const production = (reports: ReadonlyMap<Edition, StoredReport>, made: boolean): Production => {
    const all = editions.map((edition) => reports.get(edition)!);
    return { report: all[0]!, reports: all, made, lost };
  };

  const finished = await find();
  if (areFinished(finished) && rebuild === "never") return production(finished, false);

  // Not by `using`, which Node 20 cannot parse.
  const lock = await store.lock(entryKey(period), signal, `${period.unit} ${period}`);
  try {
    while (true) {
      const seen = await versionsOf(store, period, editions);
      // Whoever held the lock, or was done first on another machine, may just have finished the period.
      const found = await find();
      if (areFinished(found) && rebuild === "never") return production(found, false);
      if (lost > 0 && isAll(found)) return production(found, false);
      const start = clock.now();
      const known = isAll(found) ? found.values().next().value?.manifest.sources : undefined;
      const wanted = rebuild === "never"
        ? editions.filter((edition) => !found.has(edition) || !isFinished(found.get(edition)!))
        : editions;
      const after: Parameters = { top, ties, denylist: denylist?.identity ?? null };
      const others: Parameters[] = [];
      for (const edition of wanted) {
        await refuseNewer(store, { period, edition });
        const before = (await openReport(store, period, { edition, incomplete: true }))?.manifest
          .parameters;
        if (before !== undefined) others.push(before);
        after.top = Math.max(after.top, before?.top ?? 0);
      }
      const before = others.find((before) => !areSame(before, after));
      const { store: _store, generator: _generator, ...how } = options;
      const made = await makeEncoded(period, {
        ...how,
        editions: wanted,
        top: after.top,
        denylist,
        known,
        missing,
        signal,
        onEvent,
      });
      if (made === undefined) return production(found, false);
      const at = clock.now();
      const seconds = (at.getTime() - start.getTime()) / 1000;
      const by = { at: at.toISOString(), by: options.generator ?? "@wikitop/core", seconds };
      if (before !== undefined) onEvent({ stage: "replace", state: "start", before, after });
      onEvent({ stage: "write", state: "start" });
      try {
        // The first one last: where it is, the others are, too.
        for (const report of made.toReversed()) {
          const ready = { ...report, domains: domainSizes(report.tops) };
          const { edition } = report.head;
          found.set(edition, await writeReport(store, ready, by, seen.get(edition)));
        }
      } catch (error) {
        if (!(error instanceof WriteConflictError) || ++lost === TRIES) throw error;
        const manifest = store.locate(entryKey(period), `${period.label}.manifest`);
        onEvent({ stage: "write", state: "lost", location: manifest });
        continue;
      }
      const all = production(found, true);
      onEvent({ stage: "write", state: "end", location: all.report.location });
      return all;
    }
  } finally {
    lock[Symbol.dispose]();
  }
}

/** Which manifests are there before a period is made, by which it shows if another one came meanwhile. */
async function versionsOf(
  store: Store,
  period: Period,
  editions: readonly Edition[],
): Promise<Map<Edition, string | null>> {
  const versions = new Map<Edition, string | null>();
  for (const edition of editions) {
    versions.set(edition, await store.manifestVersion(entryKey(period, edition)) ?? null);
  }
  return versions;
}

function areSame(before: Parameters, after: Parameters): boolean {
  return before.top === after.top && before.ties === after.ties &&
    before.denylist?.sha256 === after.denylist?.sha256;
}

/** A report, finished but for missing hours, whose bytes are those that its manifest names. */
async function findIntact(
  store: Store,
  { period, edition }: EntryName,
  criteria: Criteria,
): Promise<StoredReport | undefined> {
  const report = await openReport(store, period, { ...criteria, edition, incomplete: true });
  if (report === undefined) return undefined;
  const entry = await store.read(entryKey(period, edition));
  return entry?.manifest.file.sha256 === report.manifest.file.sha256 ? report : undefined;
}

/** What a newer program has made, an older one is not to make again by its own rules. */
async function refuseNewer(store: Store, { period, edition }: EntryName): Promise<void> {
  const version = (await store.readManifest(entryKey(period, edition)))?.version;
  if (typeof version === "number" && version > REPORT_VERSION) {
    throw new Error(
      `Cannot make ${period.unit} "${period}": a newer version of the program has made it, by the ` +
        `rules of version ${version}, not ${REPORT_VERSION}; update this program`,
    );
  }
}
