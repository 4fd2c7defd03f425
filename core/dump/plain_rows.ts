import { type Bytes, compareBytes } from "./bytes.ts";
import { PLAIN_ROWS_WASM } from "./plain_rows_wasm.ts";
import type { RowSink, SampledTitles } from "./row_sink.ts";
import { instantiate } from "./wasm.ts";

/** A longer line is no row: the longest title that MediaWiki can store has 255 bytes. */
export const LONGEST_LINE = 1 << 16;

/** How many bytes there is room for behind an unfinished line: few enough to stay in a cache. */
const ROOM = 1 << 18;

/** The shortest row: an empty domain, a title of one byte, views of one digit. */
const SHORTEST_LINE = 7;

/** How many rows are handed over at a time; only in between is a floor that rises heard of. */
const FINDS = 64;

/** No row has so many views; the compiled code knows no infinity. */
const NEVER = 2 ** 62;

/** Bits of the table of samples for each title: nearly all rows are to end at one not set. */
const SAMPLE_BITS = 32;

// How the memory is laid out. The compiled code reads a little past the text, and uses none of it.
const DOMAIN = 64;
const OUT = 1024;
const FOUND = OUT + 64;
const TEXT = 4096;
const PAGE = 1 << 16;

// Where in OUT its parts are; `plain_rows.as.ts` has the same.
const PENDING = OUT + 16;
const REPEATED = OUT + 32;
const UNORDERED = OUT + 36;

/** What plain_rows.as.ts exports, and says more about. */
interface Code {
  scan(
    start: number,
    end: number,
    domain: number,
    domainLength: number,
    lineLength: number,
    floor: number,
    samples: number,
    mask: number,
    out: number,
    found: number,
    room: number,
  ): number;
  mark(start: number, end: number, samples: number, mask: number): void;
}

/** A part of a memory in which the rows of one dump are collected, for code that reads it there. */
export interface Collection {
  /** The memory; nothing else may make it grow. */
  memory: WebAssembly.Memory;
  /** Where the part begins, a multiple of 64. */
  base: number;
  /** How many bytes of text are read at a time. */
  room: number;
}

/** How many bytes of memory a collection takes. */
export function sizeOfCollection(room: number): number {
  return layoutOf(room, true).end;
}

/** How many bytes each collected row takes: where its title begins and ends (u32), its views (f64). */
export const FIND_BYTES = 16;

/**
 * The hot loop, through which 200 MB of every hour pass: rows of the present domain, well formed and
 * without quotes. It is compiled code, and the text that it reads stands in a memory of its own.
 *
 * A row is handed over only once the next one is seen to be of another page: rows of one page that
 * stand together are summed. Instead of being handed over, rows can be collected, to be read where
 * they stand until the next {@linkcode settle}.
 */
export class PlainRows {
  /** Where the text begins in {@linkcode bytes}. */
  readonly start: number;
  /** Where collected rows begin, and how many there are. */
  readonly found: number;
  collected = 0;
  /** The memory; {@linkcode read} may put another in its place. */
  bytes: Bytes;
  /** How many rows the last {@linkcode read} has read. */
  rows = 0;
  /** How many rows were of the page of the row before them. */
  repeated = 0;
  /** The first of the rows of the last call whose title sorts before the one before it, from 1. */
  unordered = 0;

  readonly #memory: WebAssembly.Memory;
  readonly #base: number;
  readonly #room: number;
  readonly #layout: Layout;
  readonly #isCollecting: boolean;
  readonly #code: Code;
  /** Where the next title goes that is not in the text as it is meant. */
  #written: number;
  #ints!: Uint32Array;
  #floats!: Float64Array;
  /** The length of the domain and the space behind it, 0 for none. */
  #domainLength = 0;
  /** The number of bits in the table of samples, less 1; 0 for no table. */
  #mask = 0;

  /** Rows are handed over, unless there is a place to collect them. */
  constructor(collection?: Collection) {
    this.#room = collection?.room ?? ROOM;
    this.#isCollecting = collection !== undefined;
    this.#layout = layoutOf(this.#room, this.#isCollecting);
    this.#base = collection?.base ?? 0;
    this.#memory = collection?.memory ??
      new WebAssembly.Memory({ initial: Math.ceil(this.#layout.end / PAGE) });
    this.start = this.#base + TEXT;
    this.found = this.#base + (this.#isCollecting ? this.#layout.found : FOUND);
    this.#written = this.#base + this.#layout.written;
    this.#code = instantiate(PLAIN_ROWS_WASM, this.#memory) as unknown as Code;
    this.bytes = this.#view();
  }

  /** The memory for what comes behind the text, of which there is so much already. */
  room(length: number): Bytes {
    return this.bytes.subarray(this.start + length, this.start + length + this.#room);
  }

  /** Takes another domain, as the dump writes it; its sink is another one unless told otherwise. */
  enter(domain: Uint8Array, isSame = false): void {
    if (!isSame) this.#mask = 0;
    this.#domainLength = domain.length + 1;
    // No domain is that long; if one is, all of its rows are left to the reader of other lines.
    if (DOMAIN + this.#domainLength > OUT) this.#domainLength = 0;
    else this.bytes.set([...domain, SPACE], this.#base + DOMAIN);
  }

  /**
   * Reads plain rows of the domain.
   *
   * @param start Where the first line begins.
   * @param end Where the last one has ended.
   * @param sink Where the rows of the domain go.
   * @returns Where the first line begins that is no such row, or the end.
   */
  read(start: number, end: number, sink: RowSink): number {
    let line = start;
    this.rows = this.unordered = 0;
    if (this.#domainLength === 0) return line;
    while (line < end) {
      const isMarked = this.#mask > 0;
      const floor = sink.denied === undefined || isMarked ? Math.min(sink.floor ?? 0, NEVER) : 0;
      line = this.#code.scan(
        line,
        end,
        this.#base + DOMAIN,
        this.#domainLength,
        LONGEST_LINE,
        floor,
        isMarked ? this.#base + this.#layout.end : 0,
        this.#mask,
        this.#base + OUT,
        this.found + this.collected * FIND_BYTES,
        this.#isCollecting ? 0x7fff_ffff >> 4 : FINDS,
      );
      const finds = this.#handOver(sink);
      if (finds < FINDS) break;
      // Not before, for many domains are small, and in a dump out of order they keep coming back.
      const { denied } = sink;
      if (denied !== undefined && denied.isList !== false && !isMarked) this.#mark(denied);
    }
    if (line > start) sink.lines?.(this.bytes, start, line, this.#domainLength);
    return line;
  }

  /**
   * Takes a row of the domain that {@linkcode read} does not read.
   *
   * @param title Its title, unquoted.
   * @param views How often the page was viewed.
   * @param sink Where the rows of the domain go.
   */
  add(title: Uint8Array, views: number, sink: RowSink): void {
    this.unordered = 0;
    sink.count?.(1, views);
    sink.odd?.(title, views, this.#domainLength);
    const { start, end } = this.#pending;
    if (start !== 0) {
      const order = -compareBytes(this.bytes, start, end, title);
      if (order === 0) {
        this.#setPending(start, end, this.#pending.views + views);
        this.repeated++;
        sink.count?.(0, 0, 1);
        return;
      }
      if (order < 0) this.unordered = 1;
    }
    this.flush(sink);
    const to = this.#written;
    this.bytes.set(title, to);
    this.#written += title.length;
    this.#setPending(to, this.#written, views);
  }

  /** Hands over the row that waits for the next one, which is none of the domain. */
  flush(sink: RowSink): void {
    const { start, end, views } = this.#pending;
    this.#setPending(0, 0, 0);
    if (this.#isCollecting && start !== 0) this.#collect(start, end, views);
    else if (start === 0 || (sink.denied === undefined && views < (sink.floor ?? 0))) return;
    else sink.row(this.bytes, start, end, views);
  }

  /**
   * Puts the title of the row that waits where it stays when the text makes room for other text, and
   * lets go of all rows that were collected.
   */
  settle(): void {
    const { start, end, views } = this.#pending;
    const to = this.#base + this.#layout.title;
    this.#written = this.#base + this.#layout.written;
    this.collected = 0;
    if (start === 0 || start === to) return;
    this.bytes.copyWithin(to, start, end);
    this.#setPending(to, to + end - start, views);
  }

  /** The row that waits for the next one; its title begins at 0 if there is none. */
  get #pending(): { start: number; end: number; views: number } {
    const at = this.#base + PENDING;
    const [start, end] = [this.#ints[at / 4]!, this.#ints[at / 4 + 1]!];
    return { start, end, views: this.#floats[at / 8 + 1]! };
  }

  #setPending(start: number, end: number, views: number): void {
    this.#put(this.#base + PENDING, start, end, views);
  }

  #collect(start: number, end: number, views: number): void {
    this.#put(this.found + FIND_BYTES * this.collected++, start, end, views);
  }

  #put(at: number, start: number, end: number, views: number): void {
    this.#ints[at / 4] = start;
    this.#ints[at / 4 + 1] = end;
    this.#floats[at / 8 + 1] = views;
  }

  #handOver(sink: RowSink): number {
    const [ints, floats, bytes] = [this.#ints, this.#floats, this.bytes];
    const out = this.#base + OUT;
    const rows = ints[out / 4]!;
    const finds = ints[out / 4 + 1]!;
    const unordered = ints[(this.#base + UNORDERED) / 4]!;
    if (unordered > 0 && this.unordered === 0) this.unordered = this.rows + unordered;
    this.rows += rows;
    const repeated = ints[(this.#base + REPEATED) / 4]!;
    this.repeated += repeated;
    sink.count?.(rows, floats[out / 8 + 1]!, repeated);
    if (this.#isCollecting) {
      this.collected += finds;
      return 0;
    }
    const { found } = this;
    for (let find = found; find < found + finds * FIND_BYTES; find += FIND_BYTES) {
      sink.row(bytes, ints[find / 4]!, ints[find / 4 + 1]!, floats[find / 8 + 1]!);
    }
    return finds;
  }

  /** Makes the table of samples, by which nearly all rows are known not to be denied. */
  #mark({ lines, count }: SampledTitles): void {
    const bits = 2 ** Math.ceil(Math.log2(count * SAMPLE_BITS));
    const samples = this.#base + this.#layout.end;
    const start = samples + bits / 8;
    const end = start + lines.length + 1;
    if (end > this.bytes.length) {
      this.#memory.grow(Math.ceil((end - this.bytes.length) / PAGE));
      this.bytes = this.#view();
    }
    this.bytes.set(lines, start);
    this.bytes[end - 1] = LF;
    this.#mask = bits - 1;
    this.#code.mark(start, end, samples, this.#mask);
  }

  #view(): Bytes {
    const buffer = this.#memory.buffer as ArrayBuffer; // A memory that is not shared has no other.
    this.#ints = new Uint32Array(buffer);
    this.#floats = new Float64Array(buffer);
    return new Uint8Array(buffer);
  }
}

const LF = 0x0a;
const SPACE = 0x20;

/** Where the parts of the memory are, of which each that is read by vectors has some bytes behind it. */
interface Layout {
  /** The title of the row that waits, while its text makes room. */
  title: number;
  /** Titles that were quoted in the text. */
  written: number;
  /** Collected rows. */
  found: number;
  end: number;
}

function layoutOf(room: number, isCollecting: boolean): Layout {
  const title = TEXT + LONGEST_LINE + room + 64;
  const written = title + LONGEST_LINE + 64;
  const found = written + LONGEST_LINE + room + 64;
  const rows = isCollecting ? Math.ceil((LONGEST_LINE + room) / SHORTEST_LINE) + 2 : 0;
  return { title, written, found, end: found + rows * FIND_BYTES };
}
