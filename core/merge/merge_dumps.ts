import type { Bytes } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import { type Gunzip, gunzip as gunzipWeb } from "../dump/gunzip.ts";
import type { MalformedLines, MalformedReason } from "../dump/malformed.ts";
import type { RowBlock } from "../dump/row_block.ts";
import { DumpRows } from "./dump_rows.ts";
import { mergeBlocks } from "./merge_blocks.ts";
import { writeDump } from "./write_dump.ts";

/** What was seen in dumps while they were merged. */
export interface MergeCounts {
  /** All lines, malformed ones among them. */
  lines: number;
  /** How many rows were of the page of the row before them, in the same dump. */
  repeated: number;
  /** The lines that are no rows, by reason; examples are those of the first dumps that have any. */
  malformed: Partial<Record<MalformedReason, MalformedLines>>;
}

/** A dump to be merged. */
export interface MergeInput {
  /** Its bytes, gzipped or plain. */
  body: ReadableStream<Bytes>;
  /** What was seen in it before, if it was sorted since. */
  seen?: MergeCounts | undefined;
}

/** One of several dumps cannot be merged. */
export class MergeError extends Error {
  /** The name of the class. */
  override name = "MergeError";
  /** The number of the dump, from 0. */
  readonly index: number;
  /** What is wrong with it. */
  override readonly cause: DumpError;

  constructor(index: number, cause: DumpError) {
    super(`Cannot merge dump ${index + 1}: ${cause.reason}`, { cause });
    this.index = index;
    this.cause = cause;
  }
}

/**
 * Sums dumps: the rows of every page in any of them, once, in the order of domain codes and titles.
 * All dumps are read at the same time, as streams, so that memory does not grow with them.
 */
export class DumpMerge implements AsyncIterable<RowBlock> {
  /** How many pages there were so far. */
  rows = 0;

  readonly #dumps: readonly DumpRows[];
  readonly #seen: readonly (MergeCounts | undefined)[];

  /**
   * Makes the sum of dumps; nothing is read yet.
   *
   * @param dumps The dumps.
   * @param gunzip What to gunzip with.
   */
  constructor(dumps: readonly MergeInput[], gunzip: Gunzip = gunzipWeb) {
    this.#dumps = dumps.map(({ body }) => new DumpRows(body, gunzip));
    this.#seen = dumps.map(({ seen }) => seen);
  }

  /** What was seen so far. */
  get counts(): MergeCounts {
    return sumCounts(this.#dumps.map((rows, i) => this.#seen[i] ?? countsOf(rows)));
  }

  /**
   * Reads the rows, once.
   *
   * @throws {MergeError} If a dump is of no use; its cause has the code `out-of-order` if it only has
   * to be sorted first.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<RowBlock> {
    for await (const block of mergeBlocks(this.#dumps.map(withIndex))) {
      this.rows += block.rows;
      yield block;
    }
  }

  /**
   * Reads the rows as lines of a dump, once: a sum of dumps is a dump again.
   *
   * @throws {MergeError} As above.
   */
  lines(): AsyncGenerator<Bytes> {
    return writeDump(this);
  }
}

/** What was seen in several dumps. */
export function sumCounts(all: readonly MergeCounts[]): MergeCounts {
  const sum: MergeCounts = { lines: 0, repeated: 0, malformed: {} };
  for (const { lines, repeated, malformed } of all) {
    sum.lines += lines;
    sum.repeated += repeated;
    for (const [reason, { count, examples }] of Object.entries(malformed)) {
      const lines = sum.malformed[reason as MalformedReason] ??= { count: 0, examples: [] };
      lines.count += count;
      lines.examples.push(...examples.slice(0, Math.max(0, 3 - lines.examples.length)));
    }
  }
  return sum;
}

function countsOf({ lines, repeated, malformed }: DumpRows): MergeCounts {
  return { lines, repeated, malformed: malformed.byReason };
}

async function* withIndex(rows: DumpRows, index: number): AsyncGenerator<RowBlock> {
  try {
    yield* rows;
  } catch (error) {
    throw error instanceof DumpError ? new MergeError(index, error) : error;
  }
}
