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

/** Options of {@linkcode readDomain}. */
export interface ReadDomainOptions {
  /** The domain code, empty for Wikifunctions. */
  code: string;
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

/** All pages of a domain in a period. */
export interface ReadDomain {
  /** The URL or path of the dump. */
  url: string;
  /** The pages, none if the dump does not have the domain. */
  pages: SummedRows;
  /** The codes of all domains in the dump, in its order. */
  codes: string[];
}

const NOWHERE: RowSink = { floor: Infinity, row() {} };

/**
 * Reads all pages of a domain from the dump of an hour, from the first source that has it whole; or from
 * the sum of a longer period's dumps.
 *
 * @throws {MissingDumpError} If no source has the dump.
 * @throws {Error} If none has it whole.
 */
export async function readDomain(period: Period, options: ReadDomainOptions): Promise<ReadDomain> {
  const { code, sources, gunzip = gunzipWeb, clock = systemClock, onOpen } = options;
  const reading = {
    sources,
    onOpen: ({ url }: Dump) => onOpen?.(url),
    async read({ url, body }: Dump): Promise<ReadDomain> {
      const pages = new SummedRows();
      const codes = await scanDomain(body, code, pages, gunzip);
      return { url, pages, codes };
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

/** Sends the rows of one domain to a sink, and gives the codes of all. */
async function scanDomain(
  dump: ReadableStream<Bytes>,
  wanted: string,
  sink: RowSink,
  gunzip: Gunzip,
): Promise<string[]> {
  const scanner = new DumpScanner((code) => code === wanted ? sink : NOWHERE);
  await openDump(dump, gunzip).read(scanner);
  scanner.finish();
  if (scanner.lines > 0) refuseNoDump(scanner);
  return [...scanner.codes];
}
