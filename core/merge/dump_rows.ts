import { DumpError } from "../dump/dump_error.ts";
import type { Gunzip } from "../dump/gunzip.ts";
import type { Bytes } from "../dump/bytes.ts";
import { refuseManyCodes, refuseNoDump } from "../dump/not_a_dump.ts";
import type { Collection } from "../dump/plain_rows.ts";
import { openDump } from "../dump/read_dump.ts";
import { DumpScanner } from "../dump/scan.ts";
import type { MergeCounts } from "./merge_counts.ts";
import { endOfRows, type Stretch } from "./merge_rows.ts";

/** The rows of one dump, stretch by stretch, for a merge; that they are in order is checked on the way. */
export class DumpRows {
  /** The present stretch, `undefined` before the first and behind the last. */
  stretch: Stretch | undefined;

  readonly #scanner: DumpScanner;
  readonly #chunks: AsyncIterator<Uint8Array, void>;
  /** What of the last chunk has not been scanned yet: it is longer than the room. */
  #rest: Uint8Array = new Uint8Array(0);
  /** The stretches that are in memory. */
  #ready: Stretch[] = [];
  #isOver = false;

  /**
   * @param dump The bytes of the dump, gzipped or plain.
   * @param gunzip What to gunzip with.
   * @param collection Where its rows are collected.
   */
  constructor(dump: ReadableStream<Bytes>, gunzip: Gunzip, collection: Collection) {
    this.#scanner = new DumpScanner((code) => {
      this.#end();
      const start = this.#present;
      this.#ready.push({ code, start, end: start });
      return { row() {} };
    }, collection);
    this.#chunks = openDump(dump, gunzip).chunks(this.#scanner);
  }

  /** What was seen so far. */
  get counts(): MergeCounts {
    const { lines, repeated, malformed } = this.#scanner;
    return { lines, repeated, malformed: malformed.byReason };
  }

  /**
   * Goes on to the next stretch; the one before is let go of.
   *
   * @throws {DumpError} If the dump cannot be read to its end, is empty or no dump, or out of order.
   */
  async next(): Promise<Stretch | undefined> {
    while (true) {
      this.stretch = this.#ready.shift();
      if (this.stretch === undefined && this.#isOver) return undefined;
      if (this.stretch === undefined) await this.#read();
      else if (this.stretch.end > this.stretch.start) return this.stretch;
    }
  }

  /** Lets go of the dump. */
  async close(): Promise<void> {
    await this.#chunks.return?.().catch(() => {}); // What ended the merge is the error to report.
  }

  /** Reads until there are stretches, or no more bytes. */
  async #read(): Promise<void> {
    const scanner = this.#scanner;
    const code = this.#code;
    if (this.#rest.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (value !== undefined) this.#rest = value;
      this.#isOver = done === true;
    }
    const { length } = scanner.room; // From here on, the rows before are let go of.
    if (code !== undefined) this.#ready.push({ code, start: this.#present, end: this.#present });
    if (this.#isOver) {
      scanner.finish();
    } else {
      scanner.push(this.#rest.subarray(0, length));
      this.#rest = this.#rest.subarray(length);
    }
    this.#end();
    this.#code = this.#ready.at(-1)?.code;
    refuseManyCodes(scanner);
    if (scanner.unsorted !== undefined) {
      refuseNoDump(scanner);
      const { line, what } = scanner.unsorted;
      throw new DumpError("out-of-order", `it is out of order: in line ${line}, ${what}`);
    }
    if (this.#isOver) refuseNoDump(scanner);
  }

  /** The domain that goes on in the next chunk. */
  #code: string | undefined;

  get #present(): number {
    return endOfRows(this.#scanner.found, this.#scanner.collected);
  }

  /** Ends the last stretch where the rows do so far. */
  #end(): void {
    const last = this.#ready.at(-1);
    if (last !== undefined) last.end = this.#present;
  }
}
