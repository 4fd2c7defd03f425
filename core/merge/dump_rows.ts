import { type Bytes, compareText } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import type { Gunzip } from "../dump/gunzip.ts";
import type { Malformed } from "../dump/malformed.ts";
import { refuseManyCodes, refuseNoDump } from "../dump/not_a_dump.ts";
import { openDump, type OpeningDump } from "../dump/read_dump.ts";
import { type RowBlock, RowMemory } from "../dump/row_block.ts";
import type { RowSink } from "../dump/row_sink.ts";
import { type Disorder, DumpScanner } from "../dump/scan.ts";

/** The rows of one dump in blocks, as a stream; that they are in order is checked on the way. */
export class DumpRows implements AsyncIterable<RowBlock> {
  readonly #dump: OpeningDump;
  readonly #scanner: DumpScanner;
  readonly #memory: RowMemory = new RowMemory();
  /** The domains in memory, and the number of the first row of each. */
  #domains: { code: string; first: number }[] = [];
  #code: string | undefined;
  /** Where a domain was seen to sort before the one above it. */
  #disorder: Disorder | undefined;

  /**
   * Makes the rows of a dump.
   *
   * @param dump The bytes of the dump, gzipped or plain.
   * @param gunzip What to gunzip with.
   */
  constructor(dump: ReadableStream<Bytes>, gunzip: Gunzip) {
    this.#dump = openDump(dump, gunzip);
    const sink: RowSink = {
      row: (bytes, start, end, views) => this.#add(bytes, start, end, views),
    };
    this.#scanner = new DumpScanner((code) => {
      this.#enter(code);
      return sink;
    });
  }

  /** How many lines were read, malformed ones among them. */
  get lines(): number {
    return this.#scanner.lines;
  }

  /** How many rows were of the page of the row before them. */
  get repeated(): number {
    return this.#scanner.repeated;
  }

  /** The lines that are no rows. */
  get malformed(): Malformed {
    return this.#scanner.malformed;
  }

  /**
   * Reads the dump, once.
   *
   * @throws {DumpError} If it cannot be read to its end, is empty or no dump, or is out of order.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<RowBlock> {
    const scanner = this.#scanner;
    for await (const chunk of this.#dump.chunks(scanner)) {
      scanner.push(chunk);
      refuseManyCodes(scanner);
      this.#refuseDisorder();
      yield* this.#take();
    }
    scanner.finish();
    this.#refuseDisorder();
    refuseNoDump(scanner);
    yield* this.#take();
  }

  #refuseDisorder(): void {
    const disorder = this.#scanner.disorder ?? this.#disorder;
    if (disorder === undefined) return;
    refuseNoDump(this.#scanner);
    throw new DumpError(
      "out-of-order",
      `it is out of order: in line ${disorder.line}, ${disorder.what}`,
    );
  }

  *#take(): Generator<RowBlock> {
    const memory = this.#memory;
    const domains = this.#domains;
    for (const [i, { code, first }] of domains.entries()) {
      const end = domains[i + 1]?.first ?? memory.rows;
      if (end > first) yield memory.block(code, first, end - first);
    }
    memory.clear();
    this.#domains = this.#code === undefined ? [] : [{ code: this.#code, first: 0 }];
  }

  #enter(code: string): void {
    const before = this.#code;
    if (before !== undefined && compareText(before, code) > 0) {
      this.#disorder ??= {
        line: this.#scanner.lines + 1,
        what: `domain "${code}" comes after "${before}"`,
      };
    }
    this.#code = code;
    this.#domains.push({ code, first: this.#memory.rows });
    this.#memory.enter();
  }

  #add(bytes: Uint8Array, start: number, end: number, views: number): void {
    const memory = this.#memory;
    const { titles, lastLength, lastStart } = memory;
    const length = end - start;
    const least = lastLength < length ? lastLength : length;
    let common = 0;
    while (common < least && titles[lastStart + common] === bytes[start + common]) common++;
    memory.add(bytes, start, end, common, views);
  }
}
