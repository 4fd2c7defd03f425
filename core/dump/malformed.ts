/**
 * Why a line is no row: it has not exactly four `fields`, a `domain` that is no UTF-8 or holds a
 * NUL, a `title` that is empty and not written `""` or holds NULs side by side, `views` that are not
 * plain digits or exceed 2^53 − 1, a `fourth` field other than `0`, or a `length` of over 64 KiB.
 */
export type MalformedReason = "fields" | "domain" | "title" | "views" | "fourth" | "length";

/** A malformed line, kept to be shown. */
export interface MalformedExample {
  /** The number of the line in its dump, from 1. */
  line: number;
  /** The beginning of the line, at most 200 bytes. */
  text: string;
}

/** The malformed lines of one reason. */
export interface MalformedLines {
  /** How many there were. */
  count: number;
  /** The first three of them. */
  examples: MalformedExample[];
}

const EXAMPLES = 3;
const EXAMPLE_BYTES = 200;

/**
 * Counts the lines of a dump that are no rows, and keeps a few of them.
 */
export class Malformed {
  /** The malformed lines by their reason; a reason that did not occur is left out. */
  readonly byReason: Partial<Record<MalformedReason, MalformedLines>> = {};
  /** The bytes of these lines. */
  bytes = 0;
  /** The number of the first line that is no row and holds a NUL byte, which no text does. */
  nul: number | undefined;

  /**
   * Counts a line.
   *
   * @param reason Why it is no row.
   * @param line Its number in the dump, from 1.
   * @param bytes Its bytes, without the LF.
   */
  add(reason: MalformedReason, line: number, bytes: Uint8Array): void {
    const lines = this.byReason[reason] ??= { count: 0, examples: [] };
    lines.count++;
    this.bytes += bytes.length;
    if (bytes.includes(0)) this.nul ??= line;
    if (lines.examples.length < EXAMPLES) {
      // slice copies: a decoder may refuse bytes that are shared between threads.
      const text = new TextDecoder().decode(bytes.slice(0, EXAMPLE_BYTES));
      lines.examples.push({ line, text });
    }
  }

  /** How many lines are malformed, for whatever reason. */
  get count(): number {
    return Object.values(this.byReason).reduce((sum, lines) => sum + lines.count, 0);
  }
}
