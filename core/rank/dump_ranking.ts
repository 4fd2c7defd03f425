import { type Bytes, compareText } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import type { MalformedLines, MalformedReason } from "../dump/malformed.ts";
import { refuseManyCodes, refuseNoDump } from "../dump/not_a_dump.ts";
import type { PlainReader } from "../dump/read_dump.ts";
import { DumpScanner } from "../dump/scan.ts";
import type { RowSink } from "../dump/row_sink.ts";
import { type Edition, isOfProjects } from "./edition.ts";
import { joinSinks } from "./join_sinks.ts";
import type { ProjectRows } from "./project_rows.ts";
import { Ranking, type RankingOptions, type Tops } from "./ranking.ts";
import { SummedRows } from "./summed_rows.ts";

/** What was seen in a dump. */
export interface Counts {
  /** All lines, malformed ones among them. */
  lines: number;
  /** The views of all rows. */
  views: number;
  /** The domain codes; in an edition of projects, the projects. */
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

/** What was ranked of a dump in one edition, as it is handed from one thread to another. */
export interface RankedDump {
  /** How the domains are put together, and which of their pages rank. */
  edition: Edition;
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

/** How to rank a dump. */
export interface DumpRankingOptions extends Omit<RankingOptions, "edition"> {
  /** The editions to make of it. */
  editions: readonly Edition[];
  /** What sums the rows of projects; needed for editions of these. */
  projectRows?: typeof ProjectRows | undefined;
}

/**
 * Ranks the rows of a dump while they come, once for all editions. In order, a page cannot come again,
 * and its place is known at once; nothing has to be kept but, where projects rank, the rows of one
 * language. Rows out of order are all kept and summed first.
 */
export class DumpRanking implements PlainReader {
  readonly #options: DumpRankingOptions;
  #rankings: EditionRankings;
  #scanner: DumpScanner;
  /** What was read so far, while it can still turn out to be out of order. */
  #trial: Uint8Array[] | undefined = [];
  #bytes = 0;
  /** The pages of the domains of a dump out of order. */
  #sums: Map<string, SummedRows> | undefined;

  constructor(options: DumpRankingOptions) {
    this.#options = options;
    this.#rankings = new EditionRankings(options);
    this.#scanner = new DumpScanner((code) => this.#rankings.sinkOf(code));
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
   * @returns What was seen, and what ranks, in each edition.
   * @throws {DumpError} If it is no dump, or not all of one.
   */
  finish(): RankedDump[] {
    this.#scanner.finish();
    if (this.#sums === undefined && this.#scanner.disorder !== undefined) {
      this.#checkOrder();
      this.#scanner.finish();
    }
    refuseNoDump(this.#scanner);
    let { repeated } = this.#scanner;
    const inOrder = [...this.#sums ?? []].sort(([a], [b]) => compareText(a, b));
    for (const [code, sums] of inOrder) {
      sums.replay(this.#rankings.sinkOf(code));
      repeated += sums.repeated;
    }
    const { lines, malformed } = this.#scanner;
    return this.#rankings.finish({ lines, repeated, malformed: malformed.byReason });
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
    this.#rankings = new EditionRankings(this.#options);
    this.#scanner = new DumpScanner((code) => {
      let rows = sums.get(code);
      if (rows === undefined) sums.set(code, rows = new SummedRows());
      return rows;
    });
    for (const chunk of chunks) this.#scanner.push(chunk);
  }
}

/** The rankings of all editions, which get the same rows. */
class EditionRankings {
  readonly #rankings: ReadonlyMap<Edition, Ranking>;
  /** Those of domain codes. */
  readonly #ofCodes: readonly Ranking[];
  /** What sums rows for those of projects. */
  readonly #projects: ProjectRows | undefined;

  constructor({ editions, projectRows, ...options }: DumpRankingOptions) {
    this.#rankings = new Map(
      editions.map((edition) => [edition, new Ranking({ ...options, edition })]),
    );
    const ofProjects = editions.filter(isOfProjects).map((edition) => this.#rankings.get(edition)!);
    this.#ofCodes = [...this.#rankings.values()].filter((ranking) => !ofProjects.includes(ranking));
    this.#projects = ofProjects.length > 0
      ? new projectRows!(ofProjects, options.denylist)
      : undefined;
  }

  sinkOf(code: string): RowSink {
    const sinks = this.#ofCodes.map((ranking) => ranking.sinkOf(code));
    return joinSinks(sinks, this.#projects?.keeperOf(code));
  }

  finish(seen: Pick<Counts, "lines" | "repeated" | "malformed">): RankedDump[] {
    this.#projects?.finish();
    return Array.from(this.#rankings, ([edition, ranking]) => {
      const { views, domains } = ranking;
      const denied = isOfProjects(edition) ? this.#projects!.denied : ranking.denied;
      const { lines, repeated, malformed } = seen;
      const counts = { lines, views, domains, denied, repeated, malformed };
      return { edition, tops: ranking.tops(), counts };
    });
  }
}
