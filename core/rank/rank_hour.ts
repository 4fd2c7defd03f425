import type { Bytes } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import { type Gunzip, gunzip as gunzipWeb, plainBytes } from "../dump/gunzip.ts";
import type { MalformedLines, MalformedReason } from "../dump/malformed.ts";
import { DumpScanner } from "../dump/scan.ts";
import type { Denylist } from "../deny/denylist.ts";
import { checkOptions } from "../options.ts";
import { DEFAULT_TOP, type Ties } from "./page.ts";
import { domainsOf, type RankedDomain, Ranking, type Tops } from "./ranking.ts";

/** Options of {@linkcode rankHour}. */
export interface RankOptions {
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
  /** The pages to leave out; none if there is no denylist. One still being read is waited for. */
  denylist?: Denylist | Promise<Denylist | undefined> | undefined;
  /**
   * What to gunzip with.
   *
   * @default {gunzip}
   */
  gunzip?: Gunzip | undefined;
}

/** What was seen in a dump. */
export interface Counts {
  /** All lines, malformed ones among them. */
  lines: number;
  /** The views of all rows. */
  views: number;
  /** The domain codes. */
  domains: number;
  /** The rows that the denylist left out. */
  denied: number;
  /** The lines that are no rows, by reason. */
  malformed: Partial<Record<MalformedReason, MalformedLines>>;
}

/** The answer of {@linkcode rankHour}. */
export interface RankedHour {
  /** The domains by the bytes of their codes. */
  domains: RankedDomain[];
  /** What was seen. */
  counts: Counts;
}

/** A ranked dump, as it is handed from one thread to another. */
export interface RankedDump {
  /** The top pages. */
  tops: Tops;
  /** What was seen. */
  counts: Counts;
}

/**
 * Ranks the pages of one hour: gunzips its dump, scans it, drops what is denied, and keeps the top
 * of each domain. Memory does not grow with the dump.
 *
 * @param dump The bytes of the dump, gzipped or plain.
 * @param options What to rank, and how.
 * @returns The top pages of each domain, and what was seen on the way.
 * @throws {RangeError} If `top` is not a whole number from 1.
 * @throws {DumpError} If the dump cannot be read to its end, is empty or is no dump at all.
 *
 * @example Usage
 * ```ts
 * import { rankHour } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const dump = new Blob(["en Ada_Lovelace 7 0\nen Alan_Turing 9 0\n"]).stream();
 * const { domains } = await rankHour(dump, { top: 1 });
 * assertEquals(domains, [
 *   { code: "en", views: 16, pages: [{ rank: 1, views: 9, title: "Alan_Turing" }] },
 * ]);
 * ```
 */
export async function rankHour(
  dump: ReadableStream<Bytes>,
  options: RankOptions = {},
): Promise<RankedHour> {
  checkOptions("rankHour", options, { top: true, ties: true, denylist: true, gunzip: true });
  const { tops, counts } = await rankDump(dump, options);
  return { domains: [...domainsOf(tops)], counts };
}

/** As {@linkcode rankHour}, with the top pages in a form that can be handed to another thread. */
export async function rankDump(
  dump: ReadableStream<Bytes>,
  { top = DEFAULT_TOP, ties = "row", denylist, gunzip = gunzipWeb }: RankOptions = {},
): Promise<RankedDump> {
  new Ranking({ top, ties, denylist: undefined }); // What cannot be ranked is not read either.
  const scanner = new DumpScanner((code) => ranking.sinkOf(code));
  const opening = plainBytes(dump, gunzip, () => scanner.room);
  opening.catch(() => {}); // It may fail before it is awaited, while the denylist is being read.
  const read = await Promise.resolve(denylist).catch(async (error) => {
    await opening.then((bytes) => bytes.cancel(error)).catch(() => {}); // The first error counts.
    throw error;
  });
  const ranking = new Ranking({ top, ties, denylist: read });
  try {
    const reader = (await opening).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      scanner.push(next.value);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const rows = scanner.lines - scanner.malformed.count;
    throw new DumpError("read", reason, { cause, rows });
  }
  scanner.finish();
  if (ranking.domains === 0) throw withoutRows(scanner);
  return {
    tops: ranking.tops(),
    counts: {
      lines: scanner.lines,
      views: ranking.views,
      domains: ranking.domains,
      denied: ranking.denied,
      malformed: scanner.malformed.byReason,
    },
  };
}

function withoutRows({ lines, malformed }: DumpScanner): DumpError {
  if (lines === 0) return new DumpError("empty", "it is empty");
  const [first] = Object.values(malformed.byReason).flatMap(({ examples }) => examples);
  const example = JSON.stringify(first?.text);
  return new DumpError("no-rows", `none of its ${lines} lines is a row, one reads ${example}`);
}
