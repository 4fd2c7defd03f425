import { type Bytes, type Gunzip, gunzip as gunzipWeb, plainBytes } from "../dump/gunzip.ts";
import type { MalformedLines, MalformedReason } from "../dump/malformed.ts";
import type { RowSink } from "../dump/row_sink.ts";
import { DumpScanner } from "../dump/scan.ts";
import { compareCodes } from "./compare.ts";
import type { DeniedTitles } from "../deny/denied_titles.ts";
import type { Denylist } from "../deny/denylist.ts";
import { createRanker, type RankedPage, type Ranker, type Ties } from "./ranker.ts";

/** How many pages of a domain are ranked unless asked otherwise. */
export const DEFAULT_TOP = 25;

/** Options of {@linkcode rankHour}. */
export interface RankOptions {
  /**
   * The last rank to keep.
   *
   * @default {25}
   */
  top?: number;
  /**
   * What becomes of pages with equal views.
   *
   * @default {"row"}
   */
  ties?: Ties;
  /** The pages to leave out; none if there is no denylist. One still being read is waited for. */
  denylist?: Denylist | Promise<Denylist>;
  /**
   * What to gunzip with.
   *
   * @default {gunzip}
   */
  gunzip?: Gunzip;
  /**
   * Sees each chunk of the dump as it is read, before it is gunzipped. The chunk may be empty once
   * the call has returned.
   */
  onRead?: (chunk: Uint8Array) => void;
}

/** The top pages of one domain. */
export interface RankedDomain {
  /** The domain code, empty for Wikifunctions. */
  code: string;
  /** How often all its pages were viewed, denied ones among them. */
  views: number;
  /** Its top pages in the order of their ranks. */
  pages: RankedPage<string>[];
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
export interface Ranking {
  /** The length of the dump as it was read, in bytes. */
  bytes: number;
  /** The domains by the bytes of their codes. */
  domains: RankedDomain[];
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
 * @throws {Error} If the dump cannot be read to its end, is empty or is no dump at all; the message
 * says how far it got, and `cause` why it failed.
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
): Promise<Ranking> {
  const { top = DEFAULT_TOP, ties = "row", denylist, gunzip = gunzipWeb, onRead } = options;
  createRanker(ties, top); // Fails at once, rather than at the first row, if there is none such.
  let bytes = 0;
  const meter = new TransformStream<Bytes, Bytes>({
    transform(chunk, controller) {
      bytes += chunk.length;
      onRead?.(chunk);
      controller.enqueue(chunk);
    },
  });
  let denied: Denylist | undefined = undefined;
  const domains = new Map<string, DomainRows>();
  const scanner = new DumpScanner((code) => {
    let rows = domains.get(code);
    if (rows === undefined) {
      rows = new DomainRows(denied?.titles(code), createRanker(ties, top));
      domains.set(code, rows);
    }
    return rows;
  });
  const opening = plainBytes(dump.pipeThrough(meter), gunzip, () => scanner.room);
  opening.catch(() => {}); // It may fail before it is awaited, while the denylist is being read.
  denied = await Promise.resolve(denylist).catch(async (error) => {
    await opening.then((bytes) => bytes.cancel(error)).catch(() => {}); // The first error counts.
    throw error;
  });

  try {
    const reader = (await opening).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      scanner.push(next.value);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const rows = scanner.lines - scanner.malformed.count;
    throw new Error(
      `Cannot read dump to its end: ${reason}, after ${bytes} bytes and ${rows} rows`,
      { cause },
    );
  }
  scanner.finish();
  if (domains.size === 0) throw new Error(`Cannot rank dump: ${whyNoRows(scanner)}`);

  const ranked = [...domains].sort(([a], [b]) => compareCodes(a, b));
  const sum = (count: (rows: DomainRows) => number) =>
    ranked.reduce((total, [_, rows]) => total + count(rows), 0);
  return {
    bytes,
    domains: ranked.map(([code, rows]) => ({ code, views: rows.views, pages: rows.pages() })),
    counts: {
      lines: scanner.lines,
      views: sum((rows) => rows.views),
      domains: domains.size,
      denied: sum((rows) => rows.deniedRows),
      malformed: scanner.malformed.byReason,
    },
  };
}

function whyNoRows({ lines, malformed }: DumpScanner): string {
  if (lines === 0) return "it is empty";
  const [first] = Object.values(malformed.byReason).flatMap((lines) => lines.examples);
  return `none of its ${lines} lines is a row, one reads ${JSON.stringify(first.text)}`;
}

/** Counts and ranks the rows of one domain. */
class DomainRows implements RowSink {
  views = 0;
  deniedRows = 0;

  readonly denied: DeniedTitles | undefined;
  readonly #ranker: Ranker;

  constructor(denied: DeniedTitles | undefined, ranker: Ranker) {
    this.denied = denied;
    this.#ranker = ranker;
  }

  get floor(): number {
    return this.#ranker.floor;
  }

  row(bytes: Uint8Array, start: number, end: number, views: number): void {
    if (this.denied?.has(bytes, start, end)) this.deniedRows++;
    else this.#ranker.offer(bytes, start, end, views);
  }

  count(_rows: number, views: number): void {
    this.views += views;
  }

  pages(): RankedPage<string>[] {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    return this.#ranker.pages().map((page) => ({ ...page, title: decoder.decode(page.title) }));
  }
}
