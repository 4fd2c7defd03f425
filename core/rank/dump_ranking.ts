import type { Bytes } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import type { MalformedLines, MalformedReason } from "../dump/malformed.ts";
import { refuseManyCodes, refuseNoDump } from "../dump/not_a_dump.ts";
import type { PlainReader } from "../dump/read_dump.ts";
import { DumpScanner } from "../dump/scan.ts";
import { Ranking, type RankingOptions, type Tops } from "./ranking.ts";
import { SummedRows } from "./summed_rows.ts";

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
  /** The rows of a page that had one before: their views are added to it. */
  repeated: number;
  /** The lines that are no rows, by reason. */
  malformed: Partial<Record<MalformedReason, MalformedLines>>;
}

/** How many lines of a dump are malformed, for whatever reason. */
export function countMalformed({ malformed }: Pick<Counts, "malformed">): number {
  return Object.values(malformed).reduce((sum, { count }) => sum + count, 0);
}

/** A ranked dump, as it is handed from one thread to another. */
export interface RankedDump {
  /** The top pages. */
  tops: Tops;
  /** What was seen. */
  counts: Counts;
}

/**
 * How much of a dump is kept until its order is trusted. In a dump that was never sorted, the second
 * or third line shows it.
 */
const TRIAL_BYTES = 1 << 22;

/** How much text out of order is summed at most: twice that of a real hour. */
const MOST_SUMMED_BYTES = 1 << 29;

/**
 * Ranks the rows of a dump while they come. In order, a page cannot come again, and its place is
 * known at once; nothing has to be kept. Rows out of order are all kept and summed first.
 */
export class DumpRanking implements PlainReader {
  readonly #options: RankingOptions;
  #ranking: Ranking;
  #scanner: DumpScanner;
  /** What was read so far, while it can still turn out to be out of order. */
  #trial: Uint8Array[] | undefined = [];
  #bytes = 0;
  /** The pages of the domains of a dump out of order. */
  #sums: Map<string, SummedRows> | undefined;

  constructor(options: RankingOptions) {
    this.#options = options;
    this.#ranking = new Ranking(options);
    this.#scanner = new DumpScanner((code) => this.#ranking.sinkOf(code));
  }

  get room(): Bytes {
    return this.#scanner.room;
  }

  get rows(): number {
    return this.#scanner.rows;
  }

  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    this.#trial?.push(chunk.slice()); // Before it is read, for it may lie in the room.
    this.#scanner.push(chunk);
    refuseManyCodes(this.#scanner);
    this.#checkOrder();
    if (this.#bytes > TRIAL_BYTES) this.#trial = undefined;
  }

  /**
   * Reads the end of the dump.
   *
   * @returns What was seen, and what ranks.
   * @throws {DumpError} If it is no dump, or not all of one.
   */
  finish(): RankedDump {
    this.#scanner.finish();
    if (this.#sums === undefined && this.#scanner.disorder !== undefined) {
      this.#checkOrder();
      this.#scanner.finish();
    }
    refuseNoDump(this.#scanner);
    let { repeated } = this.#scanner;
    for (const [code, sums] of this.#sums ?? []) {
      const sink = this.#ranking.sinkOf(code);
      sink.count?.(sums.length, sums.views);
      sums.replay(sink);
      repeated += sums.repeated;
    }
    const { views, domains, denied } = this.#ranking;
    const { lines, malformed } = this.#scanner;
    return {
      tops: this.#ranking.tops(),
      counts: { lines, views, domains, denied, repeated, malformed: malformed.byReason },
    };
  }

  #checkOrder(): void {
    const { disorder } = this.#scanner;
    if (disorder === undefined) return;
    if (this.#sums === undefined && this.#trial !== undefined) this.#startSumming(this.#trial);
    if (this.#sums !== undefined && this.#bytes <= MOST_SUMMED_BYTES) return;
    refuseNoDump(this.#scanner);
    const { line, what } = disorder;
    const reason = `it is out of order, so that a page may come twice: in line ${line}, ${what}`;
    throw new DumpError("out-of-order", reason);
  }

  /** Begins anew, with all rows kept. */
  #startSumming(chunks: readonly Uint8Array[]): void {
    const sums = new Map<string, SummedRows>();
    this.#sums = sums;
    this.#trial = undefined;
    this.#ranking = new Ranking(this.#options);
    this.#scanner = new DumpScanner((code) => {
      let rows = sums.get(code);
      if (rows === undefined) sums.set(code, rows = new SummedRows());
      return rows;
    });
    for (const chunk of chunks) this.#scanner.push(chunk);
  }
}
