import { compareBytes } from "./bytes.ts";
import { Malformed } from "./malformed.ts";

const LF = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ZERO = 0x30;

/** A longer line is no row: the longest title that MediaWiki can store has 255 bytes. */
const LONGEST_LINE = 1 << 16;

/** A number of fewer digits than this cannot exceed 2^53 − 1. */
const SAFE_DIGITS = 16;

const EMPTY = new Uint8Array(0);

/** Where a {@linkcode DumpScanner} puts the rows of one domain. */
export interface RowSink {
  /**
   * Takes one row. Its title is handed over in place, for making a string of each would cost more
   * than all else together; who keeps it has to copy it.
   *
   * @param bytes The bytes around the title, to be read before the call returns.
   * @param start Where the title begins.
   * @param end Where the title ends.
   * @param views How often the page was viewed, at most 2^53 − 1.
   */
  row(bytes: Uint8Array, start: number, end: number, views: number): void;
}

/**
 * Finds the rows in the plain bytes of a dump, however these are cut into chunks.
 *
 * A line is `domain_code SP page_title SP views SP 0 LF`. A field is quoted when it is exactly `""`
 * or when it starts and ends with `"` and holds `\"` inside, which is true of no field written
 * before dumps were quoted in February 2023. Lines that are no rows are counted and left out.
 *
 * @example Usage
 * ```ts
 * import { DumpScanner } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const seen: [string, string, number][] = [];
 * const scanner = new DumpScanner((code) => ({
 *   row(bytes, start, end, views) {
 *     seen.push([code, new TextDecoder().decode(bytes.subarray(start, end)), views]);
 *   },
 * }));
 * scanner.push(new TextEncoder().encode("de Berlin 7 0\nen Dou"));
 * scanner.push(new TextEncoder().encode("glas_Adams 42 0\n"));
 * scanner.finish();
 * assertEquals(seen, [["de", "Berlin", 7], ["en", "Douglas_Adams", 42]]);
 * assertEquals(scanner.lines, 2);
 * ```
 */
export class DumpScanner {
  /** How many lines were read, malformed ones among them. */
  lines = 0;
  /** The lines that are no rows. */
  readonly malformed: Malformed = new Malformed();

  readonly #sinkOf: (code: string) => RowSink;
  /** The present domain as the dump writes it. */
  #domain: Uint8Array = EMPTY;
  #sink: RowSink | undefined;
  /** The beginning of a line whose end is in a chunk to come. */
  #rest: Uint8Array = EMPTY;
  /** Whether the bytes up to the next LF belong to a line that was given up as too long. */
  #skipping = false;

  /**
   * Constructs a new instance.
   *
   * @param sinkOf Where the rows of a domain go, by its code: unquoted, and empty for Wikifunctions.
   * It is asked whenever the domain changes; in a dump out of order, again for the same domain.
   */
  constructor(sinkOf: (code: string) => RowSink) {
    this.#sinkOf = sinkOf;
  }

  /**
   * Reads the next bytes of the dump.
   *
   * @param chunk The bytes; they may be reused once the call returns.
   */
  push(chunk: Uint8Array): void {
    let start = 0;
    if (this.#rest.length > 0 || this.#skipping) {
      const lf = chunk.indexOf(LF);
      if (lf < 0) return this.#keep(chunk);
      start = lf + 1;
      if (this.#skipping) this.#skipping = false;
      else this.#scan(join(this.#rest, chunk.subarray(0, start)), 0);
      this.#rest = EMPTY;
    }
    const end = this.#scan(chunk, start);
    if (end < chunk.length) this.#keep(chunk.subarray(end));
  }

  /** Reads the last line if no LF ended it. No bytes can follow. */
  finish(): void {
    if (this.#rest.length > 0) this.#scan(join(this.#rest, Uint8Array.of(LF)), 0);
    this.#rest = EMPTY;
  }

  #keep(bytes: Uint8Array): void {
    if (this.#skipping) return;
    this.#rest = join(this.#rest, bytes);
    if (this.#rest.length <= LONGEST_LINE) return;
    this.lines++;
    this.malformed.add("length", this.lines, this.#rest);
    this.#rest = EMPTY;
    this.#skipping = true;
  }

  /**
   * Reads all whole lines.
   *
   * @returns Where the last of them ended.
   */
  #scan(bytes: Uint8Array, start: number): number {
    const end = bytes.lastIndexOf(LF) + 1;
    let line = start;
    while (line < end) {
      line = this.#scanPlainRows(bytes, line, end);
      if (line < end) line = this.#scanLine(bytes, line);
    }
    return end;
  }

  /**
   * The hot loop, through which 200 MB of every hour pass a byte at a time: rows of the present
   * domain, well formed and without quotes. It is a function of its own, and leaves at the first
   * line that is anything else, because a branch that is rarely taken makes V8 give up its
   * optimized code each time that it is.
   *
   * @returns Where the first line begins that is no such row, or the end.
   */
  #scanPlainRows(bytes: Uint8Array, start: number, end: number): number {
    const sink = this.#sink;
    if (sink === undefined) return start;
    const domain = this.#domain;
    const domainLength = domain.length;
    let line = start;
    let lines = 0;
    // Each inner loop stops at a LF at the latest, so that none has to look for the end.
    while (line < end) {
      let p = line;
      let i = 0;
      while (i < domainLength && bytes[p] === domain[i]) {
        p++;
        i++;
      }
      if (i < domainLength || bytes[p] !== SPACE) break;

      const title = ++p;
      while (bytes[p]! > SPACE) p++;
      const titleEnd = p;
      if (bytes[p] !== SPACE || titleEnd === title || bytes[title] === QUOTE) break;

      const digits = ++p;
      let views = 0;
      for (let digit = bytes[p]! - ZERO; digit >= 0 && digit <= 9; digit = bytes[p]! - ZERO) {
        views = views * 10 + digit;
        p++;
      }
      if (p === digits || p - digits >= SAFE_DIGITS || p - line > LONGEST_LINE - 2) break;
      if (bytes[p] !== SPACE || bytes[p + 1] !== ZERO || bytes[p + 2] !== LF) break;

      line = p + 3;
      lines++;
      sink.row(bytes, title, titleEnd, views);
    }
    this.lines += lines;
    return line;
  }

  /**
   * Reads a line by all the rules: the first of a domain, one with quotes, a malformed one.
   *
   * @returns Where the next line begins.
   */
  #scanLine(bytes: Uint8Array, start: number): number {
    this.lines++;
    const end = bytes.indexOf(LF, start);
    const first = bytes.indexOf(SPACE, start);
    const second = bytes.indexOf(SPACE, first + 1);
    const third = bytes.indexOf(SPACE, second + 1);
    const fourth = bytes.indexOf(SPACE, third + 1);
    const inLine = (space: number) => space >= 0 && space < end;
    const line = bytes.subarray(start, end);
    if (line.length > LONGEST_LINE) {
      this.malformed.add("length", this.lines, line);
    } else if (!inLine(first) || !inLine(second) || !inLine(third) || inLine(fourth)) {
      this.malformed.add("fields", this.lines, line);
    } else if (first === start) {
      this.malformed.add("domain", this.lines, line);
    } else if (second === first + 1) {
      this.malformed.add("title", this.lines, line);
    } else {
      const views = parseViews(bytes.subarray(second + 1, third));
      if (views === undefined) {
        this.malformed.add("views", this.lines, line);
      } else {
        const sink = this.#enter(bytes.subarray(start, first));
        const title = unquote(bytes.subarray(first + 1, second));
        sink.row(title, 0, title.length, views);
      }
    }
    return end + 1;
  }

  /** Where the rows of a domain go, which is the present one from here on. */
  #enter(domain: Uint8Array): RowSink {
    if (this.#sink === undefined || compareBytes(domain, 0, domain.length, this.#domain) !== 0) {
      this.#domain = domain.slice();
      const code = new TextDecoder("utf-8", { ignoreBOM: true }).decode(unquote(this.#domain));
      this.#sink = this.#sinkOf(code);
    }
    return this.#sink;
  }
}

/** The value of a field that is plain digits and at most 2^53 − 1. */
function parseViews(field: Uint8Array): number | undefined {
  if (field.length === 0) return undefined;
  let views = 0;
  for (const byte of field) {
    if (byte < ZERO || byte > ZERO + 9) return undefined;
    // Rounded or not, whatever exceeds 2^53 − 1 stays above it.
    views = views * 10 + (byte - ZERO);
  }
  return views <= Number.MAX_SAFE_INTEGER ? views : undefined;
}

/** The one home of the rule of quotes, see {@linkcode DumpScanner}. */
function unquote(field: Uint8Array): Uint8Array {
  const last = field.length - 1;
  if (last < 1 || field[0] !== QUOTE || field[last] !== QUOTE) return field;
  if (last === 1) return EMPTY;
  const inside = field.subarray(1, last);
  const isEscaped = (byte: number, i: number) =>
    byte === BACKSLASH && (inside[i + 1] === QUOTE || inside[i + 1] === BACKSLASH);
  if (!inside.some((byte, i) => byte === BACKSLASH && inside[i + 1] === QUOTE)) return field;
  const plain = new Uint8Array(inside.length);
  let length = 0;
  for (let i = 0; i < inside.length; i++) {
    if (isEscaped(inside[i]!, i)) i++;
    plain[length++] = inside[i]!;
  }
  return plain.subarray(0, length);
}

function join(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const joined = new Uint8Array(head.length + tail.length);
  joined.set(head);
  joined.set(tail, head.length);
  return joined;
}
