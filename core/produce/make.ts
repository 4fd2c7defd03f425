import { type Clock, systemClock } from "../async/clock.ts";
import type { LoadedDenylist } from "../deny/load_denylist.ts";
import type { Bytes } from "../dump/bytes.ts";
import type { CreateSha256 } from "../dump/sha256.ts";
import { DumpError } from "../dump/dump_error.ts";
import type { WorkPlace } from "../merge/work_files.ts";
import { checkOptions } from "../options.ts";
import { countMalformed } from "../rank/dump_ranking.ts";
import type { Edition } from "../rank/edition.ts";
import { DEFAULT_TOP, type Ties } from "../rank/page.ts";
import { domainsOf, type Tops } from "../rank/ranking.ts";
import type { StoredForm } from "../report/csv.ts";
import { type Report, reportDomainIn, type SourceDump } from "../report/report.ts";
import { readFromSources } from "../source/failover.ts";
import type { Dump, Source } from "../source/source.ts";
import { Hour } from "../time/hour.ts";
import type { Period } from "../time/period.ts";
import type { DaySums } from "./day_sums.ts";
import type { OnEvent } from "./events.ts";
import type { KnownSource } from "./merge_period.ts";
import { type RankedReport, rankReport } from "./rank_report.ts";

/** What a dump is ranked for, and how. */
export interface RankDumpOptions {
  /** The period that it is of. */
  period: Period;
  /** The editions to make of it. */
  editions: readonly Edition[];
  /** The last rank to keep. */
  top: number;
  /** What becomes of pages with equal views. */
  ties: Ties;
  /** The pages to leave out, `undefined` for none. */
  denylist: LoadedDenylist | undefined;
  /** What to digest the dump with; a thread of a pool has its own. Nothing if it is left out. */
  createSha256?: CreateSha256 | undefined;
}

/** Ranks a dump and writes its reports down: here, or on a thread of a pool. */
export type RankDump = (
  dump: ReadableStream<Bytes>,
  options: RankDumpOptions,
) => Promise<RankedReport>;

/** From where a report is made, and how. */
export interface ReportOptions {
  /** Where dumps come from: first the origin, then its mirrors. */
  sources: readonly Source[];
  /**
   * The last rank to keep.
   *
   * @default {25}
   */
  top?: number | undefined;
  /**
   * What becomes of pages with equal views.
   *
   * @default {"row"}
   */
  ties?: Ties | undefined;
  /** The pages to leave out; none if it is left out. */
  denylist?: LoadedDenylist | undefined;
  /**
   * What to rank with.
   *
   * @default {rankHour}
   */
  rank?: RankDump | undefined;
  /** Where the dumps of a day, week or month wait until they are merged; without it, none is made. */
  work?: WorkPlace | undefined;
  /**
   * Whether to compare the views of each domain with the hour's file of totals.
   *
   * @default {false}
   */
  crossCheck?: boolean | undefined;
  /** The sums of days that are kept for weeks and months, and used; none if it is left out. */
  sums?: DaySums | undefined;
  /** What to digest dumps with; without it, their SHA-256 is not known. */
  createSha256?: CreateSha256 | undefined;
  /**
   * The passing of time.
   *
   * @default {systemClock}
   */
  clock?: Clock | undefined;
}

/** Options of {@linkcode make}. */
export interface MakeOptions extends ReportOptions {
  /** The dumps of which a report is there already; it is made only if they are others by now. */
  known?: readonly KnownSource[] | undefined;
  /**
   * Whether a day, week or month is made without the hours that have no dump.
   *
   * @default {"skip"}
   */
  missing?: "skip" | "fail" | undefined;
  /**
   * How domains are put together, and which of their pages rank.
   *
   * @default {"each"}
   */
  edition?: Edition | undefined;
  /** Ends the work. */
  signal?: AbortSignal | undefined;
  /** Called with what happens. */
  onEvent?: OnEvent | undefined;
}

/** A report that was just made: as it was ranked, and as it is to be stored. */
export interface MadeReport {
  /** All of it but the domains. */
  head: Omit<Report, "domains">;
  /** The domains. */
  tops: Tops;
  /** The report as it is stored. */
  stored: StoredForm;
}

/** The report that was made, with an object for each page. */
export function toReport({ head, tops }: MadeReport): Report {
  const domains = Array.from(domainsOf(tops), (domain) => reportDomainIn(head.edition, domain));
  return { ...head, domains };
}

/** The names of {@linkcode ReportOptions}. */
export const REPORT_OPTIONS: Readonly<Record<keyof ReportOptions, true>> = {
  sources: true,
  top: true,
  ties: true,
  denylist: true,
  rank: true,
  work: true,
  crossCheck: true,
  sums: true,
  createSha256: true,
  clock: true,
};
const MAKE_OPTIONS = {
  ...REPORT_OPTIONS,
  edition: true,
  known: true,
  missing: true,
  signal: true,
  onEvent: true,
} as const;

/**
 * Makes the report of a period. This is the one way to a report, whoever asks, and whether it is kept
 * or only shown.
 *
 * @param period The period.
 * @param options From where, how, and which edition; a day, week or month needs a `work` place.
 * @returns The report, `undefined` if its dumps are still those that are known. Where hours of a day,
 * week or month have no dump, its `sources` lack them.
 * @throws {MissingDumpError} If no source has a dump.
 * @throws {RangeError} If there is no `work` place, or `top` is not a whole number from 1.
 * @throws {Error} If no source has a dump whole; the message tells of each.
 */
export async function make(period: Period, options: MakeOptions): Promise<Report | undefined> {
  checkOptions("make", options, MAKE_OPTIONS);
  const { edition = "each", ...others } = options;
  const [made] = await makeEncoded(period, { ...others, editions: [edition] }) ?? [];
  return made && toReport(made);
}

/** Options of {@linkcode makeEncoded}. */
export interface MakeEncodedOptions extends Omit<MakeOptions, "edition"> {
  /** The editions to make, all from one pass. */
  editions: readonly Edition[];
}

/** As {@linkcode make} for each of several editions, with the reports as they are to be stored. */
export async function makeEncoded(
  period: Period,
  options: MakeEncodedOptions,
): Promise<MadeReport[] | undefined> {
  if (!(period instanceof Hour)) {
    const made = await makeOfSum(period, options);
    return made === undefined ? await makeLong(period, options) : made.value;
  }
  try {
    return await makeHour(period, options);
  } catch (error) {
    if (options.work === undefined || !isToBeSorted(error, options.sources)) throw error;
    return await makeLong(period, options);
  }
}

/** Whether a dump is out of order, and larger than what is summed in memory: files hold it. */
function isToBeSorted(error: unknown, sources: readonly Source[]): boolean {
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
  return !sources.some(({ once }) => once) &&
    errors.some((error) =>
      error instanceof Error && error.cause instanceof DumpError &&
      error.cause.code === "out-of-order"
    );
}

async function makeHour(
  hour: Hour,
  options: MakeEncodedOptions,
): Promise<MadeReport[] | undefined> {
  const { clock = systemClock, onEvent = () => {} } = options;
  const { label } = hour;
  let bytes = 0;
  const made = await readFromSources(hour, {
    ...options,
    known: options.known?.[0],
    clock,
    onOpen({ url, length }, attempt) {
      bytes = 0;
      onEvent({ stage: "download", state: "start", hour: label, url, length, attempt });
    },
    onChunk(_, read) {
      bytes = read;
      onEvent({ stage: "download", state: "progress", hour: label, bytes });
    },
    onRetry: (error, delay) => onEvent({ stage: "retry", state: "wait", error, delay }),
    read: (dump) => rankDump(hour, { dump, options, bytes: () => bytes }),
  });
  if (made === undefined || options.crossCheck !== true) return made;
  const { crossCheck } = await import("./cross_check.ts");
  const [{ head: { edition }, tops }] = made as [MadeReport];
  const result = await crossCheck(hour, { edition, tops }, options);
  onEvent({ stage: "cross-check", state: "end", hour: label, result });
  return made.map((report) => ({ ...report, head: { ...report.head, crossCheck: result } }));
}

/** Makes the report of a period from one dump. */
async function rankDump(
  period: Period,
  { dump, options, bytes }: { dump: Dump; options: MakeEncodedOptions; bytes: () => number },
): Promise<MadeReport[]> {
  const { top = DEFAULT_TOP, ties = "row", denylist, rank = rankHere, editions } = options;
  const { createSha256, onEvent = () => {} } = options;
  const { label: hour } = period;
  onEvent({ stage: "rank", state: "start", hour });
  const how = { period, editions, top, ties, denylist, createSha256 };
  const { editions: ranked, sha256 } = await rank(dump.body, how);
  onEvent({ stage: "download", state: "end", hour, bytes: bytes() });
  const { counts } = ranked[0]!; // What was seen in the dump is the same in all.
  const malformed = countMalformed(counts);
  onEvent({ stage: "rank", state: "end", hour, lines: counts.lines, malformed });
  const { url, etag, lastModified: last_modified } = dump;
  const source: SourceDump = { hour, url, bytes: bytes(), sha256, etag, last_modified };
  const parameters = { top, ties, denylist: denylist?.identity ?? null };
  return ranked.map(({ edition, tops, counts, stored }) => ({
    head: { period, edition, sources: [source], parameters, counts },
    tops,
    stored,
  }));
}

/** Makes the report of a day, week or month of which a source has the sum; `undefined` if none has. */
async function makeOfSum(
  period: Period,
  options: MakeEncodedOptions,
): Promise<{ value: MadeReport[] | undefined } | undefined> {
  const { known, signal, sources, onEvent = () => {} } = options;
  const { label } = period;
  let bytes = 0;
  const { readSum } = await import("../source/read_sum.ts"); // An hour does without.
  return await readSum(period, {
    sources,
    signal,
    known: known?.find(({ hour }) => hour === label),
    onOpen({ url, length }) {
      onEvent({ stage: "download", state: "start", hour: label, url, length, attempt: 1 });
    },
    onChunk(_, read) {
      bytes = read;
      onEvent({ stage: "download", state: "progress", hour: label, bytes });
    },
    read: (dump) => rankDump(period, { dump, options, bytes: () => bytes }),
  });
}

/**
 * Makes the report of a day, week or month: the sum of its dumps is ranked as a dump is. So is the dump
 * of an hour that has to be sorted first.
 */
async function makeLong(
  period: Period,
  options: MakeEncodedOptions,
): Promise<MadeReport[] | undefined> {
  const { top = DEFAULT_TOP, ties = "row", denylist, rank = rankHere, work, editions } = options;
  const { clock = systemClock, known, missing = "skip", onEvent = () => {} } = options;
  if (work === undefined) {
    throw new RangeError(
      `Cannot make ${period.unit} "${period}": there is no work place for its dumps`,
    );
  }
  const { mergePeriod } = await import("./merge_period.ts"); // An hour does without.
  const hour = period.label;
  const merging = { ...options, work, clock, known, missing, onEvent };
  const merged = await mergePeriod(period, merging, (dump) => {
    onEvent({ stage: "rank", state: "start", hour });
    return rank(dump, { period, editions, top, ties, denylist });
  });
  if (merged === undefined) return undefined;
  const { value: { editions: ranked }, sources, counts: seen } = merged;
  const { lines, malformed } = { ...ranked[0]!.counts, ...seen };
  onEvent({
    stage: "rank",
    state: "end",
    hour,
    lines,
    malformed: countMalformed({ malformed }),
  });
  const parameters = { top, ties, denylist: denylist?.identity ?? null };
  return ranked.map(({ edition, tops, counts, stored }) => ({
    head: { period, edition, sources, parameters, counts: { ...counts, ...seen } },
    tops,
    stored,
  }));
}

const rankHere: RankDump = (dump, { denylist, ...options }) =>
  rankReport(dump, { ...options, denylist: denylist?.read() });
