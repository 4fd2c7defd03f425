import { type Clock, systemClock } from "../async/clock.ts";
import type { LoadedDenylist } from "../deny/load_denylist.ts";
import type { Bytes } from "../dump/bytes.ts";
import type { CreateSha256, Sha256 } from "../dump/sha256.ts";
import { checkOptions } from "../options.ts";
import { DEFAULT_TOP, type Ties } from "../rank/page.ts";
import { rankDump, type RankedDump } from "../rank/rank_hour.ts";
import { domainsOf } from "../rank/ranking.ts";
import { type Report, reportDomain, type SourceDump } from "../report/report.ts";
import { readFromSources } from "../source/failover.ts";
import type { KnownDump, Source } from "../source/source.ts";
import { Hour } from "../time/hour.ts";
import type { Period } from "../time/period.ts";
import type { OnEvent } from "./events.ts";

/** Ranks a dump: here, or on a thread of a pool. */
export type RankDump = (
  dump: ReadableStream<Bytes>,
  options: { top: number; ties: Ties; denylist: LoadedDenylist | undefined },
) => Promise<RankedDump>;

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
  /** The dump of which a report is there already; it is made only if the dump has changed since. */
  known?: KnownDump | undefined;
  /** Ends the work. */
  signal?: AbortSignal | undefined;
  /** Called with what happens. */
  onEvent?: OnEvent | undefined;
}

/** The names of {@linkcode ReportOptions}. */
export const REPORT_OPTIONS: Readonly<Record<keyof ReportOptions, true>> = {
  sources: true,
  top: true,
  ties: true,
  denylist: true,
  rank: true,
  createSha256: true,
  clock: true,
};
const MAKE_OPTIONS = { ...REPORT_OPTIONS, known: true, signal: true, onEvent: true } as const;

/**
 * Makes the report of a period. This is the one way to a report, whoever asks, and whether it is kept
 * or only shown.
 *
 * @param period The period. Only hours can be made yet.
 * @param options From where, and how.
 * @returns The report, `undefined` if its dump is still the one that is known.
 * @throws {MissingDumpError} If no source has the dump.
 * @throws {RangeError} If the period is not an hour, or `top` not a whole number from 1.
 * @throws {Error} If no source has the dump whole; the message tells of each.
 */
export async function make(period: Period, options: MakeOptions): Promise<Report | undefined> {
  checkOptions("make", options, MAKE_OPTIONS);
  if (!(period instanceof Hour)) {
    throw new RangeError(`Cannot make ${period.unit} "${period}": only hours can be made yet`);
  }
  const { top = DEFAULT_TOP, ties = "row", denylist, rank = rankHere } = options;
  const { clock = systemClock, createSha256, onEvent = () => {} } = options;
  const hour = period.label;
  let sha256: Sha256 | undefined;
  let bytes = 0;
  return await readFromSources(period, {
    ...options,
    clock,
    onOpen({ url, length }, attempt) {
      sha256 = createSha256?.();
      bytes = 0;
      onEvent({ stage: "download", state: "start", hour, url, length, attempt });
    },
    onChunk(chunk, read) {
      sha256?.update(chunk);
      bytes = read;
      onEvent({ stage: "download", state: "progress", hour, bytes });
    },
    onRetry: (error, delay) => onEvent({ stage: "retry", state: "wait", error, delay }),
    async read({ url, body, etag, lastModified }): Promise<Report> {
      onEvent({ stage: "rank", state: "start", hour });
      const { tops, counts } = await rank(body, { top, ties, denylist });
      onEvent({ stage: "download", state: "end", hour, bytes });
      onEvent({ stage: "rank", state: "end", hour, lines: counts.lines });
      const source: SourceDump = {
        hour,
        url,
        bytes,
        sha256: sha256?.digest() ?? null,
        etag,
        last_modified: lastModified,
      };
      return {
        period,
        edition: "each",
        sources: [source],
        parameters: { top, ties, denylist: denylist?.identity ?? null },
        counts,
        domains: Array.from(domainsOf(tops), reportDomain),
      };
    },
  });
}

const rankHere: RankDump = (dump, { denylist, ...options }) =>
  rankDump(dump, { ...options, denylist: denylist?.read() });
