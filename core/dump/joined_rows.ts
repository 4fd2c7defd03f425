import type { Bytes } from "./bytes.ts";
import { JOINED_ROWS_WASM } from "./joined_rows_wasm.ts";
import type { RowSink } from "./row_sink.ts";
import { instantiate } from "./wasm.ts";

const LF = 0x0a;
const SPACE = 0x20;
const ZERO = 0x30;

/** How many sums are handed over at a time; only in between is a floor that rises heard of. */
const FINDS = 64;

/** How many rows are picked at a time: in between, it may become known that fewer will do. */
const PICKS = 1 << 10;

// How the memory is laid out: the text, and behind it what a join needs for itself. The compiled code
// reads a little past the text, and uses none of it.
const TEXT = 64;
const SLACK = 64;
const PAGE = 1 << 16;
/** What is not used of it takes no room. */
const INITIAL_BYTES = 1 << 25;

// How long a cursor, a pick and a find are; `joined_rows.as.ts` says what they hold.
const CURSOR_BYTES = 32;
const PICK_BYTES = 16;
const FIND_BYTES = 24;

/** What joined_rows.as.ts exports, and says more about. */
interface Code {
  pick(cursor: number, floor: number, room: number): number;
  join(
    cursors: number,
    count: number,
    least: number,
    floor: number,
    out: number,
    room: number,
  ): number;
}

/** Tells which sums matter, from the rows of one domain among them. */
export interface SumFloor {
  /** A sum of fewer views does not matter. It only ever rises. */
  readonly value: number;
  /** Takes a row. */
  add(bytes: Uint8Array, start: number, end: number, views: number): void;
}

/**
 * The rows of one domain, kept as text until they are joined with those of others: all of them, for
 * a page with one view here may have a million there.
 */
export interface KeptRows {
  /** Whether its readers were mobile. */
  readonly isMobile: boolean;
  /** Where its lines are; they move when others are let go. */
  start: number;
  end: number;
  /** How long the domain and the space behind it are in each line. */
  prefix: number;
  /** Whether a page has several rows. */
  isRepeated: boolean;
}

/**
 * Keeps the rows of several domains, and sums them by title. Domains come one after the other, each
 * in the order of its titles: a join is then a walk through all of them side by side.
 */
export class JoinedRows {
  readonly #memory: WebAssembly.Memory;
  readonly #code: Code;
  #bytes!: Bytes;
  #ints!: Uint32Array;
  #floats!: Float64Array;
  readonly #kept: KeptRows[] = [];
  #end = TEXT;

  constructor() {
    this.#memory = new WebAssembly.Memory({ initial: INITIAL_BYTES / PAGE });
    this.#code = instantiate(JOINED_ROWS_WASM, this.#memory) as unknown as Code;
    this.#view();
  }

  /** How many bytes of memory there are. */
  get size(): number {
    return this.#bytes.length;
  }

  /** Begins to keep the rows of a domain; none come any more of those before it. */
  begin(isMobile: boolean): KeptRows {
    const rows = { isMobile, start: this.#end, end: this.#end, prefix: 0, isRepeated: false };
    this.#kept.push(rows);
    return rows;
  }

  /**
   * Keeps whole lines.
   *
   * @param rows The domain that they are of.
   * @param bytes The bytes around them.
   * @param start Where the first one begins.
   * @param end Where the last one has ended.
   * @param prefix How long the domain and the space behind it are in each.
   */
  keep(rows: KeptRows, bytes: Uint8Array, start: number, end: number, prefix: number): void {
    if (rows !== this.#kept.at(-1)) return; // It comes back: what is out of order begins anew.
    if (rows.start === rows.end) rows.prefix = prefix;
    if (rows.prefix !== prefix) return this.#keepEach(rows, bytes, start, end, prefix);
    this.#reserveTo(this.#end + end - start);
    this.#bytes.set(bytes.subarray(start, end), this.#end);
    this.#end = rows.end = this.#end + end - start;
  }

  /** Keeps a row that stands in no plain line; the prefix is that of lines which may follow. */
  keepOdd(rows: KeptRows, title: Uint8Array, views: number, prefix: number): void {
    if (rows !== this.#kept.at(-1)) return;
    if (rows.start === rows.end) rows.prefix = prefix;
    const digits = String(views);
    this.#reserveTo(this.#end + rows.prefix + title.length + digits.length + 4);
    const bytes = this.#bytes;
    bytes.fill(SPACE, this.#end, this.#end + rows.prefix);
    let at = this.#end + rows.prefix;
    bytes.set(title, at);
    at += title.length;
    bytes[at++] = SPACE;
    for (let i = 0; i < digits.length; i++) bytes[at++] = digits.charCodeAt(i);
    bytes[at++] = SPACE;
    bytes[at++] = ZERO;
    bytes[at++] = LF;
    this.#end = rows.end = at;
  }

  /**
   * Sums the rows of some domains by their titles: of all titles whose sums may matter.
   *
   * A sum of 90 of three domains has a row of 30 or more. Nearly all rows have fewer and are passed
   * over; the titles of the others are looked up in all domains.
   *
   * @param all The domains.
   * @param sink Where the sums go, in the order of their titles; how many of the views were mobile is
   * said where not all of the domains are of one kind.
   * @param floorOf What tells, from the rows of a domain, which sums matter; without it, all do.
   */
  join(all: readonly KeptRows[], sink: RowSink, floorOf?: () => SumFloor): void {
    // Several rows of one page may be more together than any of them is.
    const createFloor = all.some(({ isRepeated }) => isRepeated) ? undefined : floorOf;
    const cursors = alignTo16(this.#end + SLACK);
    let end = cursors + all.length * CURSOR_BYTES;
    let least = 0;
    this.#reserveTo(end);
    for (const [i, rows] of all.entries()) {
      const cursor = (cursors + i * CURSOR_BYTES) / 4;
      this.#ints.set([rows.start, rows.end, rows.prefix, Number(rows.isMobile), end, end], cursor);
      const floor = createFloor?.();
      for (let picks = PICKS; picks === PICKS;) {
        this.#reserveTo(end + PICKS * PICK_BYTES);
        picks = this.#code.pick(cursor * 4, least, PICKS);
        for (const last = end + picks * PICK_BYTES; end < last; end += PICK_BYTES) {
          floor?.add(
            this.#bytes,
            this.#ints[end / 4]!,
            this.#ints[end / 4 + 1]!,
            this.#floats[end / 8 + 1]!,
          );
        }
        if (floor !== undefined) least = Math.max(least, Math.ceil(floor.value / all.length));
      }
      this.#ints[cursor] = rows.start;
    }
    this.#reserveTo(end + FINDS * FIND_BYTES);
    const hasMobile = all.some(({ isMobile }) => isMobile);
    const isMixed = hasMobile && all.some(({ isMobile }) => !isMobile);
    for (let finds = FINDS; finds === FINDS;) {
      finds = this.#code.join(cursors, all.length, least, sink.floor ?? 0, end, FINDS);
      for (let find = end; find < end + finds * FIND_BYTES; find += FIND_BYTES) {
        const [start, titleEnd] = [this.#ints[find / 4]!, this.#ints[find / 4 + 1]!];
        const [views, mobile] = [this.#floats[find / 8 + 1]!, this.#floats[find / 8 + 2]!];
        if (isMixed) sink.row(this.#bytes, start, titleEnd, views, mobile);
        else sink.row(this.#bytes, start, titleEnd, views);
      }
    }
  }

  /** Lets go of the rows of some domains; the memory is there for others. */
  release(all: readonly KeptRows[]): void {
    let end = TEXT;
    const rest = this.#kept.filter((rows) => !all.includes(rows));
    for (const rows of rest) {
      if (rows.start !== end) this.#bytes.copyWithin(end, rows.start, rows.end);
      rows.end += end - rows.start;
      rows.start = end;
      end = rows.end;
    }
    this.#kept.splice(0, Infinity, ...rest);
    this.#end = end;
  }

  /** Keeps lines that write the domain otherwise than those before them. */
  #keepEach(rows: KeptRows, bytes: Uint8Array, start: number, end: number, prefix: number): void {
    for (let line = start; line < end;) {
      const title = line + prefix;
      const titleEnd = bytes.indexOf(SPACE, title);
      const next = bytes.indexOf(LF, titleEnd) + 1;
      const digits = String.fromCharCode(...bytes.subarray(titleEnd + 1, next - 3));
      this.keepOdd(rows, bytes.subarray(title, titleEnd), Number(digits), prefix);
      line = next;
    }
  }

  /** Makes sure that there is memory up to a place, and a little behind it. */
  #reserveTo(place: number): void {
    const missing = place + SLACK - this.#bytes.length;
    if (missing <= 0) return;
    this.#memory.grow(Math.ceil(Math.max(missing, this.#bytes.length) / PAGE));
    this.#view();
  }

  #view(): void {
    const buffer = this.#memory.buffer as ArrayBuffer; // A memory that is not shared has no other.
    this.#bytes = new Uint8Array(buffer);
    this.#ints = new Uint32Array(buffer);
    this.#floats = new Float64Array(buffer);
  }
}

function alignTo16(address: number): number {
  return (address + 15) & ~15;
}
