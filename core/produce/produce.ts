import { entryKey } from "../archive/layout.ts";
import { type Criteria, openReport, type StoredReport, whyIncomplete } from "../archive/open.ts";
import { writeReport } from "../archive/write.ts";
import { systemClock } from "../async/clock.ts";
import type { LoadedDenylist } from "../deny/load_denylist.ts";
import { checkOptions } from "../options.ts";
import { DEFAULT_TOP } from "../rank/page.ts";
import { domainSizes } from "../rank/ranking.ts";
import { REPORT_VERSION } from "../report/manifest.ts";
import type { Parameters } from "../report/report.ts";
import type { Store } from "../store/entries.ts";
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
  /** The report, finished but for hours that are missing. */
  report: StoredReport;
  /** Whether it was made just now, rather than before. */
  made: boolean;
}

/** Makes periods, or finds them made. */
export interface Producer {
  /**
   * Makes a period and keeps its report. One that the store has with the same parameters is returned
   * without any look at the sources; another is made once, however many ask for it at the same
   * moment, in this process or in another one that shares the store. A report with other parameters
   * is replaced, which is told, by one that goes as far down as it did at least.
   *
   * @param period The period.
   * @param options When to make it again, and who listens.
   * @returns Its report.
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
  checkOptions("createProducer", options, { ...REPORT_OPTIONS, store: true, generator: true });
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
  const criteria = { top, ties, denylist: denylist?.identity.sha256 ?? null };
  const find = async () =>
    rebuild === "always" ? undefined : await findIntact(store, period, criteria);
  const isFinished = (report: StoredReport) => whyIncomplete(report.manifest) === undefined;

  const finished = await find();
  if (finished !== undefined && isFinished(finished) && rebuild === "never") {
    return { report: finished, made: false };
  }

  const key = entryKey(period);
  const lock = await store.lock(key, signal); // Not by `using`, which Node 20 cannot parse.
  try {
    // Whoever held the lock may just have finished the period.
    const found = await find();
    if (found !== undefined && isFinished(found) && rebuild === "never") {
      return { report: found, made: false };
    }
    await refuseNewer(store, period);
    const start = clock.now();
    const known = found?.manifest.sources;
    const before = (await openReport(store, period, { incomplete: true }))?.manifest.parameters;
    const after: Parameters = {
      top: Math.max(top, before?.top ?? 0),
      ties,
      denylist: denylist?.identity ?? null,
    };
    if (before !== undefined && !areSame(before, after)) {
      onEvent({ stage: "replace", state: "start", before, after });
    }
    const making = { ...options, top: after.top, denylist, known, missing, signal, onEvent };
    const report = await makeEncoded(period, making);
    if (report === undefined) return { report: found!, made: false };
    const at = clock.now();
    const seconds = (at.getTime() - start.getTime()) / 1000;
    const made = { at: at.toISOString(), by: options.generator ?? "@wikitop/core", seconds };
    onEvent({ stage: "write", state: "start" });
    const stored = await writeReport(store, { ...report, domains: domainSizes(report.tops) }, made);
    onEvent({ stage: "write", state: "end", location: stored.location });
    return { report: stored, made: true };
  } finally {
    lock[Symbol.dispose]();
  }
}

function areSame(before: Parameters, after: Parameters): boolean {
  return before.top === after.top && before.ties === after.ties &&
    before.denylist?.sha256 === after.denylist?.sha256;
}

/** A report, finished but for missing hours, whose bytes are those that its manifest names. */
async function findIntact(
  store: Store,
  period: Period,
  criteria: Criteria,
): Promise<StoredReport | undefined> {
  const report = await openReport(store, period, { ...criteria, incomplete: true });
  if (report === undefined) return undefined;
  const entry = await store.read(entryKey(period));
  return entry?.manifest.file.sha256 === report.manifest.file.sha256 ? report : undefined;
}

/** What a newer program has made, an older one is not to make again by its own rules. */
async function refuseNewer(store: Store, period: Period): Promise<void> {
  const version = (await store.readManifest(entryKey(period)))?.version;
  if (typeof version === "number" && version > REPORT_VERSION) {
    throw new Error(
      `Cannot make ${period.unit} "${period}": a newer version of the program has made it, by the ` +
        `rules of version ${version}, not ${REPORT_VERSION}; update this program`,
    );
  }
}
