import { type Bytes, compareBytes } from "./bytes.ts";
import { readLine, unquote } from "./line.ts";
import { Malformed } from "./malformed.ts";
import { LONGEST_LINE, PlainRows } from "./plain_rows.ts";
import type { RowSink } from "./row_sink.ts";

const LF = 0x0a;

/**
 * Finds the rows in the plain bytes of a dump, however these are cut into chunks.
 *
 * A line is `domain_code SP page_title SP views SP 0 LF`. A field is quoted when it is exactly `""`
 * or when it starts and ends with `"` and holds `\"` inside, which is true of no field written
 * before dumps were quoted in February 2023. Lines that are no rows are counted and left out.
 */
export class DumpScanner {
  /** How many lines were read, malformed ones among them. */
  lines = 0;
  /** The lines that are no rows. */
  readonly malformed: Malformed = new Malformed();

  readonly #sinkOf: (code: string) => RowSink;
  readonly #plain: PlainRows = new PlainRows();
  /** The present domain as the dump writes it. */
  #domain: Uint8Array = new Uint8Array(0);
  #sink: RowSink | undefined;
  /** How long the line is so far whose end is in a chunk to come; it stands before the room. */
  #rest = 0;
  /** Whether the bytes up to the next LF belong to a line that was given up as too long. */
  #skipping = false;

  /**
   * @param sinkOf Where the rows of a domain go, by its code: unquoted, and empty for Wikifunctions.
   * It is asked whenever the domain changes; in a dump out of order, again for the same domain.
   */
  constructor(sinkOf: (code: string) => RowSink) {
    this.#sinkOf = sinkOf;
  }

  /**
   * Memory in which the next bytes of the dump can be put, to save a copy of all of them. It is
   * another one after every call of {@linkcode push}.
   */
  get room(): Bytes {
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

  /** Reads the last line if no LF ended it. No bytes can follow. */
  finish(): void {
    if (this.#rest === 0) return;
    this.room[0] = LF;
    this.#take(1);
  }

  /** Reads the lines that end within so many bytes of the room. */
  #take(length: number): void {
    const { start } = this.#plain;
    const fresh = this.room.subarray(0, length);
    const freshStart = start + this.#rest;
    let line = start;
    if (this.#skipping) {
      const lf = fresh.indexOf(LF);
      if (lf < 0) return;
      line = freshStart + lf + 1;
      this.#skipping = false;
    }
    const lastLf = fresh.lastIndexOf(LF);
    if (lastLf >= 0) line = this.#scan(line, freshStart + lastLf + 1);
    this.#keep(line, freshStart + length);
  }

  /** Keeps the beginning of a line, unless it is too long for any. */
  #keep(start: number, end: number): void {
    const { bytes } = this.#plain;
    this.#rest = end - start;
    if (this.#rest <= LONGEST_LINE) {
      bytes.copyWithin(this.#plain.start, start, end);
      return;
    }
    this.lines++;
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
    let line = start;
    while (line < end) {
      if (this.#sink !== undefined) {
        line = this.#plain.read(line, end, this.#sink);
        this.lines += this.#plain.rows;
      }
      if (line < end) line = this.#scanLine(line);
    }
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
    this.lines++;
    const row = readLine(line);
    if (typeof row === "string") {
      this.malformed.add(row, this.lines, line);
    } else {
      const sink = this.#enter(row.domain);
      sink.count?.(1, row.views);
      sink.row(row.title, 0, row.title.length, row.views);
    }
    return end + 1;
  }

  /** Where the rows of a domain go, which is the present one from here on. */
  #enter(domain: Uint8Array): RowSink {
    if (this.#sink === undefined || compareBytes(domain, 0, domain.length, this.#domain) !== 0) {
      this.#domain = domain.slice();
      this.#plain.enter(this.#domain);
      const code = new TextDecoder("utf-8", { ignoreBOM: true }).decode(unquote(this.#domain));
      this.#sink = this.#sinkOf(code);
    }
    return this.#sink;
  }
}
