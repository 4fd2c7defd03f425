import type { Bytes } from "../dump/bytes.ts";
import { type Collection, FIND_BYTES, LONGEST_LINE, sizeOfCollection } from "../dump/plain_rows.ts";
import { instantiate } from "../dump/wasm.ts";
import { writeField } from "./dump_line.ts";
import { MERGE_ROWS_WASM } from "./merge_rows_wasm.ts";

/** How many bytes of each dump are in memory at a time: few enough that those of all stay in a cache. */
const ROOM = 1 << 16;

/** How many bytes of lines are handed on at a time, with room for one that is as long as can be. */
const OUT_BYTES = 1 << 19;

const PAGE = 1 << 16;

// Where the parts of the state are; `merge_rows.as.ts` has the same.
const LEAVES = 0;
const OUT = 8;
const OUT_END = 12;
const DOMAIN = 16;
const DOMAIN_LENGTH = 20;
const LAST = 24;
const ROWS = 44;
const LOSERS = 64;
const STREAM_BYTES = 32;

const DONE = -1;
const FULL = -2;

/** Rows of one domain, in order, that stand in a collection. */
export interface Stretch {
  /** The domain code, empty for Wikifunctions. */
  code: string;
  /** Where they begin in the memory, and where they end. */
  start: number;
  end: number;
}

/** What ended {@linkcode RowMerge.run}: the stream whose rows have ended, no room, or no more rows. */
export type Ended = number | "full" | "done";

/** What merge_rows.as.ts exports, and says more about. */
interface Code {
  begin(state: number, streams: number): void;
  refill(state: number, streams: number, leaf: number): void;
  run(state: number, streams: number): number;
}

/**
 * The hot loop of a merge, through which a hundred million rows of a day pass: compiled code, and one
 * memory for the text of all dumps, their rows, and the lines that come of them.
 */
export class RowMerge {
  /** Where the rows of each dump are collected. */
  readonly collections: readonly Collection[];

  readonly #code: Code;
  readonly #bytes: Bytes;
  readonly #ints: Uint32Array;
  readonly #streams: number;
  readonly #domain: number;
  readonly #out: number;

  /** @param dumps How many dumps there are. */
  constructor(dumps: number) {
    const aligned = (at: number) => Math.ceil(at / 64) * 64;
    this.#streams = aligned(LOSERS + 4 * dumps);
    this.#domain = aligned(this.#streams + STREAM_BYTES * dumps);
    const last = aligned(this.#domain + 2 * LONGEST_LINE + 64);
    this.#out = aligned(last + LONGEST_LINE + 64);
    const first = aligned(this.#out + OUT_BYTES + 64);
    const size = aligned(sizeOfCollection(ROOM));
    const memory = new WebAssembly.Memory({ initial: Math.ceil((first + dumps * size) / PAGE) });
    this.collections = Array.from(
      { length: dumps },
      (_, i) => ({ memory, base: first + i * size, room: ROOM }),
    );
    this.#code = instantiate(MERGE_ROWS_WASM, memory) as unknown as Code;
    const buffer = memory.buffer as ArrayBuffer; // A memory that is not shared has no other.
    this.#bytes = new Uint8Array(buffer);
    this.#ints = new Uint32Array(buffer);
    this.#ints[LAST / 4] = last;
    this.#ints[DOMAIN / 4] = this.#domain;
    this.#ints[OUT / 4] = this.#out;
    this.#ints[OUT_END / 4] = this.#out + OUT_BYTES;
  }

  /** How many lines were written. */
  get rows(): number {
    return this.#ints[ROWS / 4]!;
  }

  /** Begins a domain, with the first rows of each dump that has any. */
  begin(stretches: readonly Stretch[]): void {
    const code = new TextEncoder().encode(stretches[0]!.code);
    const end = writeField(this.#bytes, this.#domain, code);
    this.#bytes[end] = SPACE;
    this.#ints[DOMAIN_LENGTH / 4] = end + 1 - this.#domain;
    this.#ints[LEAVES / 4] = stretches.length;
    for (const [leaf, stretch] of stretches.entries()) this.#place(leaf, stretch);
    this.#code.begin(0, this.#streams);
  }

  /**
   * Writes rows in order, those of one page as one.
   *
   * @returns Why it stopped: a stream is to be refilled, the lines are to be taken, or all is done.
   * @throws {RangeError} If the views of a page cannot be summed exactly.
   */
  run(): Ended {
    const ended = this.#code.run(0, this.#streams);
    if (ended >= 0) return ended;
    if (ended === DONE) return "done";
    if (ended === FULL) return "full";
    throw new RangeError("Cannot merge: the views of a page exceed 2^53 − 1");
  }

  /** Goes on with a stream that has ended: its next rows, `undefined` if there are none of the domain. */
  refill(leaf: number, stretch: Stretch | undefined): void {
    this.#place(leaf, stretch ?? { start: 0, end: 0 });
    this.#code.refill(0, this.#streams, leaf);
  }

  /** Takes the lines that were written since the last time. */
  take(): Bytes {
    const lines = this.#bytes.slice(this.#out, this.#ints[OUT / 4]);
    this.#ints[OUT / 4] = this.#out;
    return lines;
  }

  #place(leaf: number, { start, end }: Pick<Stretch, "start" | "end">): void {
    const stream = (this.#streams + leaf * STREAM_BYTES) / 4;
    this.#ints[stream] = start;
    this.#ints[stream + 1] = end;
  }
}

/** Where in a memory so many of the rows of a collection end. */
export function endOfRows(found: number, rows: number): number {
  return found + rows * FIND_BYTES;
}

const SPACE = 0x20;
