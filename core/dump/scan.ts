import { type Bytes, compareBytes, compareText } from "./bytes.ts";
import { readLine, unquote } from "./line.ts";
import { Malformed } from "./malformed.ts";
import { type Collection, LONGEST_LINE, PlainRows } from "./plain_rows.ts";
import type { RowSink } from "./row_sink.ts";

const LF = 0x0a;

/** Lines whose domain code holds what no known one does, and the first such code. */
interface OddCodes {
  lines: number;
  example: string;
}

const CODE = /^[a-z0-9.-]*$/;

/** Where the rows of a dump are seen to be out of order. */
export interface Disorder {
  /** The number of the line, from 1. */
  line: number;
  /** What is out of order there, as a part of a sentence. */
  what: string;
}

/**
 * Finds the rows in the plain bytes of a dump, however these are cut into chunks.
 *
 * A line is `domain_code SP page_title SP views SP 0 LF`. A field is quoted when it is exactly `""`
 * or when it starts and ends with `"` and holds `\"` inside, which is true of no field written
 * before dumps were quoted in February 2023. Lines that are no rows are counted and left out. Rows of
 * one page that stand together are summed.
 */
export class DumpScanner {
  /** How many lines were read, malformed ones among them. */
  lines = 0;
  /** The bytes of all lines, without their LF. */
  bytes = 0;
  /** The lines that are no rows. */
  readonly malformed: Malformed = new Malformed();
  /** The domain codes of the dump in its order. */
  readonly codes: Set<string> = new Set();
  /** The lines whose domain code does not look like one. */
  readonly oddCodes: OddCodes = { lines: 0, example: "" };
  /** Where rows were first seen to be out of order, so that a page may come twice. */
  disorder: Disorder | undefined;
  /** Where rows, or domains that stand together, were first seen not to be sorted by their bytes. */
  unsorted: Disorder | undefined;
  /** Whether the last line was not ended, and is no row: the dump was cut short. */
  isCut = false;

  readonly #sinkOf: (code: string) => RowSink;
  readonly #plain: PlainRows;
  /** The present domain as the dump writes it, and its code. */
  #domain: Uint8Array = new Uint8Array(0);
  #code = "";
  #isOdd = false;
  #sink: RowSink | undefined;
  /** How long the line is so far whose end is in a chunk to come; it stands before the room. */
  #rest = 0;
  /** Where it stands until the rows before it have been read where they stand. */
  #kept: { start: number; end: number } | undefined;
  /** Whether the bytes up to the next LF belong to a line that was given up as too long. */
  #skipping = false;

  /**
   * @param sinkOf Where the rows of a domain go, by its code: unquoted, and empty for Wikifunctions.
   * It is asked whenever the domain changes; in a dump out of order, again for the same domain.
   * @param collection Where rows are collected instead.
   */
  constructor(sinkOf: (code: string) => RowSink, collection?: Collection) {
    this.#sinkOf = sinkOf;
    this.#plain = new PlainRows(collection);
  }

  /** Where collected rows begin in their memory, until the {@linkcode room} is asked for. */
  get found(): number {
    return this.#plain.found;
  }

  /** How many of them there are. */
  get collected(): number {
    return this.#plain.collected;
  }

  /** How many rows were read. */
  get rows(): number {
    return this.lines - this.malformed.count;
  }

  /** How many of them were of the page of the row before them. */
  get repeated(): number {
    return this.#plain.repeated;
  }

  /**
   * Memory in which the next bytes of the dump can be put, to save a copy of all of them. It is
   * another one after every call of {@linkcode push}.
   */
  get room(): Bytes {
    this.#keep();
    return this.#plain.room(this.#rest);
  }

  /**
   * Reads the next bytes of the dump.
   *
   * @param chunk The bytes; they may be reused once the call returns. They may be the beginning of
   * the {@linkcode room}.
   */
  push(chunk: Uint8Array): void {
    const { room } = this;
    if (chunk.buffer === room.buffer && chunk.byteOffset === room.byteOffset) {
      return this.#take(chunk.length);
    }
    for (let at = 0; at < chunk.length;) {
      const { room } = this;
      const part = chunk.subarray(at, at + room.length);
      room.set(part);
      this.#take(part.length);
      at += part.length;
    }
  }

  /** Reads the last line if no LF ended it, and hands over what waits. No bytes can follow. */
  finish(): void {
    this.#keep();
    if (this.#rest > 0) {
      const malformed = this.malformed.count;
      this.room[0] = LF;
      this.#take(1);
      this.isCut = this.malformed.count > malformed;
    } else {
      this.isCut = this.#skipping;
    }
    this.#flush();
  }

  /** Reads the lines that end within so many bytes of the room. */
  #take(length: number): void {
    const { start } = this.#plain;
    const fresh = this.room.subarray(0, length);
    const freshStart = start + this.#rest;
    let line = start;
    if (this.#skipping) {
      const lf = fresh.indexOf(LF);
      const skipped = lf < 0 ? length : lf;
      this.bytes += skipped;
      this.malformed.bytes += skipped;
      if (lf < 0) return;
      line = freshStart + lf + 1;
      this.#skipping = false;
    }
    const lastLf = fresh.lastIndexOf(LF);
    if (lastLf >= 0) line = this.#scan(line, freshStart + lastLf + 1);
    this.#kept = { start: line, end: freshStart + length };
  }

  /** Keeps the beginning of a line, unless it is too long for any. */
  #keep(): void {
    if (this.#kept === undefined) return;
    const { start, end } = this.#kept;
    this.#kept = undefined;
    this.#plain.settle();
    const { bytes } = this.#plain;
    this.#rest = end - start;
    if (this.#rest <= LONGEST_LINE) {
      bytes.copyWithin(this.#plain.start, start, end);
      return;
    }
    this.lines++;
    this.bytes += this.#rest;
    this.malformed.add("length", this.lines, bytes.subarray(start, end));
    this.#rest = 0;
    this.#skipping = true;
  }

  /**
   * Reads whole lines.
   *
   * @returns Where the last of them ended.
   */
  #scan(start: number, end: number): number {
    const linesBefore = this.lines;
    let line = start;
    while (line < end) {
      if (this.#sink !== undefined) {
        line = this.#plain.read(line, end, this.#sink);
        this.#count(this.#plain.rows);
      }
      if (line < end) line = this.#scanLine(line);
    }
    this.bytes += end - start - (this.lines - linesBefore);
    return end;
  }

  /**
   * Reads a line by all the rules: the first of a domain, one with quotes, a malformed one.
   *
   * @returns Where the next line begins.
   */
  #scanLine(start: number): number {
    const { bytes } = this.#plain;
    const end = bytes.indexOf(LF, start);
    const line = bytes.slice(start, end);
    const row = readLine(line);
    const sink = typeof row === "string" ? undefined : this.#enter(row.domain);
    if (sink === undefined || typeof row === "string") {
      this.lines++;
      this.malformed.add(typeof row === "string" ? row : "domain", this.lines, line);
    } else {
      this.#plain.add(row.title, row.views, sink);
      this.#count(1);
    }
    return end + 1;
  }

  /** Counts the rows that were just read of the present domain. */
  #count(rows: number): void {
    const { unordered } = this.#plain;
    if (unordered > 0) {
      this.disorder ??= {
        line: this.lines + unordered,
        what: `a title of domain "${this.#code}" sorts before the one above it`,
      };
      this.unsorted ??= this.disorder;
    }
    this.lines += rows;
    if (this.#isOdd) this.oddCodes.lines += rows;
  }

  /**
   * Where the rows of a domain go, which is the present one from here on; `undefined` if its code is
   * none.
   */
  #enter(domain: Uint8Array): RowSink | undefined {
    if (this.#sink !== undefined && compareBytes(domain, 0, domain.length, this.#domain) === 0) {
      return this.#sink;
    }
    const code = decodeCode(unquote(domain));
    if (code === undefined) return undefined;
    const isSame = this.#sink !== undefined && code === this.#code;
    if (!isSame) {
      this.#flush();
      if (this.codes.has(code)) {
        this.disorder ??= { line: this.lines + 1, what: `domain "${code}" comes back` };
        this.unsorted ??= this.disorder;
      } else if (this.#sink !== undefined && compareText(this.#code, code) > 0) {
        const what = `domain "${code}" comes after "${this.#code}"`;
        this.unsorted ??= { line: this.lines + 1, what };
      }
      this.codes.add(code);
      this.#code = code;
      this.#sink = this.#sinkOf(code);
      this.#isOdd = !CODE.test(code);
      if (this.#isOdd) this.oddCodes.example ||= code;
    }
    this.#domain = domain.slice();
    this.#plain.enter(this.#domain, isSame);
    return this.#sink;
  }

  #flush(): void {
    if (this.#sink !== undefined) this.#plain.flush(this.#sink);
  }
}

/** Two codes that are no UTF-8 would read alike; nobody could name either. Nor can a NUL be named. */
function decodeCode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
