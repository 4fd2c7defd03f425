import type { Bytes } from "../dump/bytes.ts";
import { type Gunzip, gunzip as gunzipWeb } from "../dump/gunzip.ts";
import { openDump } from "../dump/read_dump.ts";
import type { Denylist } from "../deny/denylist.ts";
import { checkOptions } from "../options.ts";
import { DEFAULT_TOP, type Ties } from "./page.ts";
import { type Counts, DumpRanking, type RankedDump } from "./dump_ranking.ts";
import { type Edition, isOfProjects } from "./edition.ts";
import { domainsOf, type RankedDomain, Ranking } from "./ranking.ts";

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
  /**
   * How domains are put together, and which of their pages rank.
   *
   * @default {"each"}
   */
  edition?: Edition | undefined;
  /** The pages to leave out; none if there is no denylist. One still being read is waited for. */
  denylist?: Denylist | Promise<Denylist | undefined> | undefined;
  /**
   * What to gunzip with.
   *
   * @default {gunzip}
   */
  gunzip?: Gunzip | undefined;
}

/** The answer of {@linkcode rankHour}. */
export interface RankedHour {
  /** The domains by the bytes of their codes; in an edition of projects, by those of their names. */
  domains: RankedDomain[];
  /** What was seen. */
  counts: Counts;
}

/**
 * Ranks the pages of one hour: gunzips its dump, scans it, drops what is denied, and keeps the top
 * of each domain. Memory does not grow with the dump, unless it is out of order or projects rank: then
 * the rows of one language are kept at a time.
 *
 * @param dump The bytes of the dump, gzipped or plain.
 * @param options What to rank, and how.
 * @returns The top pages of each domain, and what was seen on the way.
 * @throws {RangeError} If `top` is not a whole number from 1.
 * @throws {DumpError} If the dump cannot be read to its end, is empty, is no dump at all, or is out of
 * order and too large to be summed in memory.
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
  checkOptions("rankHour", options, {
    top: true,
    ties: true,
    edition: true,
    denylist: true,
    gunzip: true,
  });
  const { edition = "each", ...others } = options;
  const [ranked] = await rankDump(dump, { ...others, editions: [edition] });
  const { tops, counts } = ranked!;
  return { domains: [...domainsOf(tops)], counts };
}

/** Options of {@linkcode rankDump}. */
export interface RankDumpEditionsOptions extends Omit<RankOptions, "edition"> {
  /**
   * The editions to make, all from one pass.
   *
   * @default {["each"]}
   */
  editions?: readonly Edition[] | undefined;
}

/**
 * As {@linkcode rankHour} for each of several editions, with the top pages in a form that can be handed
 * to another thread.
 */
export async function rankDump(
  dump: ReadableStream<Bytes>,
  { top = DEFAULT_TOP, ties = "row", denylist, gunzip = gunzipWeb, editions = ["each"] }:
    RankDumpEditionsOptions = {},
): Promise<RankedDump[]> {
  new Ranking({ top, ties, denylist: undefined }); // What cannot be ranked is not read either.
  const opening = openDump(dump, gunzip);
  const read = await Promise.resolve(denylist).catch(async (error) => {
    await opening.cancel(error);
    throw error;
  });
  // Who ranks domain codes alone does without.
  const projectRows = editions.some(isOfProjects)
    ? (await import("./project_rows.ts")).ProjectRows
    : undefined;
  const ranking = new DumpRanking({ top, ties, denylist: read, editions, projectRows });
  await opening.read(ranking);
  return ranking.finish();
}
