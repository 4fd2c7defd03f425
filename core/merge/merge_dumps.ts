import { type Bytes, compareText } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import { type Gunzip, gunzip as gunzipWeb } from "../dump/gunzip.ts";
import { type MergeCounts, sumCounts } from "./merge_counts.ts";
import { DumpRows } from "./dump_rows.ts";
import { RowMerge, type Stretch } from "./merge_rows.ts";

/** A dump to be merged. */
export interface MergeInput {
  /** Its bytes, gzipped or plain. */
  body: ReadableStream<Bytes>;
  /** What was seen in it before, if it was sorted since. */
  seen?: MergeCounts | undefined;
}

/** The sum of dumps, which can be read once. */
export interface DumpSum {
  /** How many pages there were so far. */
  readonly rows: number;
  /** What was seen so far. */
  readonly counts: MergeCounts;
  /** Reads the lines of the sum. */
  lines(): AsyncGenerator<Bytes>;
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
 * Sums dumps: the rows of every page in any of them, once, in the order of domain codes and titles, as
 * lines of a dump. All dumps are read at the same time, as streams, so that memory does not grow with
 * them.
 */
export class DumpMerge implements DumpSum {
  readonly #rows: RowMerge;
  readonly #dumps: readonly DumpRows[];
  readonly #seen: readonly (MergeCounts | undefined)[];

  /**
   * Makes the sum of dumps.
   *
   * @param dumps The dumps.
   * @param gunzip What to gunzip with.
   */
  constructor(dumps: readonly MergeInput[], gunzip: Gunzip = gunzipWeb) {
    const rows = this.#rows = new RowMerge(dumps.length);
    this.#dumps = dumps.map(({ body }, i) => new DumpRows(body, gunzip, rows.collections[i]!));
    this.#seen = dumps.map(({ seen }) => seen);
  }

  /** How many pages there were so far. */
  get rows(): number {
    return this.#rows.rows;
  }

  /** What was seen so far. */
  get counts(): MergeCounts {
    return sumCounts(this.#dumps.map(({ counts }, i) => this.#seen[i] ?? counts));
  }

  /**
   * Reads the lines of the sum, once.
   *
   * @throws {MergeError} If a dump is of no use; its cause has the code `out-of-order` if it only has
   * to be sorted first.
   * @throws {RangeError} If the views of a page cannot be summed exactly.
   */
  async *lines(): AsyncGenerator<Bytes> {
    try {
      await Promise.all(this.#dumps.map((_, index) => this.#next(index)));
      while (true) {
        const codes = this.#dumps.flatMap(({ stretch }) =>
          stretch === undefined ? [] : stretch.code
        );
        if (codes.length === 0) break;
        const code = codes.reduce((least, code) => compareText(code, least) < 0 ? code : least);
        yield* this.#domain(code);
      }
      yield this.#rows.take();
    } finally {
      await Promise.all(this.#dumps.map((dump) => dump.close()));
    }
  }

  async *#domain(code: string): AsyncGenerator<Bytes> {
    const rows = this.#rows;
    const having = [...this.#dumps.keys()].filter((i) => this.#dumps[i]!.stretch?.code === code);
    rows.begin(having.map((i) => this.#dumps[i]!.stretch!));
    for (let ended = rows.run(); ended !== "done"; ended = rows.run()) {
      if (ended === "full") {
        yield rows.take();
      } else {
        const stretch = await this.#next(having[ended]!);
        rows.refill(ended, stretch?.code === code ? stretch : undefined);
      }
    }
  }

  async #next(index: number): Promise<Stretch | undefined> {
    try {
      return await this.#dumps[index]!.next();
    } catch (error) {
      throw error instanceof DumpError ? new MergeError(index, error) : error;
    }
  }
}
