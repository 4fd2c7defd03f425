import { type Clock, systemClock } from "../async/clock.ts";
import type { Bytes } from "../dump/bytes.ts";
import { type Gunzip, gunzip as gunzipWeb } from "../dump/gunzip.ts";
import { refuseNoDump } from "../dump/not_a_dump.ts";
import { openDump } from "../dump/read_dump.ts";
import type { RowSink } from "../dump/row_sink.ts";
import { DumpScanner } from "../dump/scan.ts";
import { readFromSources } from "../source/failover.ts";
import { readSum } from "../source/read_sum.ts";
import type { Dump, Source } from "../source/source.ts";
import { Hour } from "../time/hour.ts";
import { dumpNameOf, type Period } from "../time/period.ts";
import { SummedRows } from "../rank/summed_rows.ts";

/** Options of {@linkcode readDomains}. */
export interface ReadDomainsOptions {
  /** Tells which domains are wanted, by their codes. */
  isWanted: (code: string) => boolean;
  /** Where the dump comes from, in the order in which they are to be asked. */
  sources: readonly Source[];
  /**
   * What to gunzip with.
   *
   * @default {gunzip}
   */
  gunzip?: Gunzip | undefined;
  /**
   * The passing of time.
   *
   * @default {systemClock}
   */
  clock?: Clock | undefined;
  /** Called with the URL or path of each dump that is opened. */
  onOpen?: ((url: string) => void) | undefined;
}

/** All pages of some domains in a period. */
export interface ReadDomains {
  /** The URL or path of the dump. */
  url: string;
  /** The pages of each wanted domain that the dump has, in its order. */
  domains: Map<string, SummedRows>;
  /** The codes of all domains in the dump, in its order. */
  codes: string[];
}

const NOWHERE: RowSink = { floor: Infinity, row() {} };

/**
 * Reads all pages of some domains from the dump of an hour, from the first source that has it whole; or
 * from the sum of a longer period's dumps.
 *
 * @throws {MissingDumpError} If no source has the dump.
 * @throws {Error} If none has it whole.
 */
export async function readDomains(
  period: Period,
  options: ReadDomainsOptions,
): Promise<ReadDomains> {
  const { isWanted, sources, gunzip = gunzipWeb, clock = systemClock, onOpen } = options;
  const reading = {
    sources,
    onOpen: ({ url }: Dump) => onOpen?.(url),
    async read({ url, body }: Dump): Promise<ReadDomains> {
      const domains = new Map<string, SummedRows>();
      const sinkOf = (code: string) => {
        if (!isWanted(code)) return NOWHERE;
        const pages = domains.get(code) ?? new SummedRows();
        domains.set(code, pages);
        return pages;
      };
      return { url, domains, codes: await scanDomains(body, sinkOf, gunzip) };
    },
  };
  // Only a dump that is known already gives nothing.
  if (period instanceof Hour) return (await readFromSources(period, { ...reading, clock }))!;
  const sum = await readSum(period, reading);
  if (sum !== undefined) return sum.value!;
  throw Object.assign(
    new Error(
      `Cannot read ${period.unit} "${period}": no source has the sum of its dumps, ` +
        `"${dumpNameOf(period)}"`,
    ),
    { code: "no-sum" },
  );
}

/** Sends the rows of each domain to its sink, and gives the codes of all. */
async function scanDomains(
  dump: ReadableStream<Bytes>,
  sinkOf: (code: string) => RowSink,
  gunzip: Gunzip,
): Promise<string[]> {
  const scanner = new DumpScanner(sinkOf);
  await openDump(dump, gunzip).read(scanner);
  scanner.finish();
  if (scanner.lines > 0) refuseNoDump(scanner);
  return [...scanner.codes];
}
