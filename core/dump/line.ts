import type { MalformedReason } from "./malformed.ts";
import { LONGEST_LINE } from "./plain_rows.ts";

const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ZERO = 0x30;

/** What a line says that is a row. */
export interface Row {
  /** The domain code as the dump writes it: quoted or not, and empty as newer writers have NULL. */
  domain: Uint8Array;
  /** The title, unquoted. */
  title: Uint8Array;
  /** How often the page was viewed, at most 2^53 − 1. */
  views: number;
}

/**
 * Reads a line by all the rules of a dump.
 *
 * @param line The line, without its LF.
 * @returns What it says, or why it is no row.
 */
export function readLine(line: Uint8Array): Row | MalformedReason {
  if (line.length > LONGEST_LINE) return "length";
  const first = line.indexOf(SPACE);
  const second = first < 0 ? -1 : line.indexOf(SPACE, first + 1);
  const third = second < 0 ? -1 : line.indexOf(SPACE, second + 1);
  if (third < 0 || line.includes(SPACE, third + 1)) return "fields";
  if (second === first + 1) return "title";
  const views = parseViews(line.subarray(second + 1, third));
  if (views === undefined) return "views";
  if (line.length !== third + 2 || line[third + 1] !== ZERO) return "fourth";
  const title = unquote(line.subarray(first + 1, second));
  if (hasGap(title)) return "title";
  return { domain: line.subarray(0, first), title, views };
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

/** Zeros side by side are not a title's, but where a file has lost its bytes. */
function hasGap(title: Uint8Array): boolean {
  const nul = title.indexOf(0);
  return nul >= 0 && title.some((byte, i) => byte === 0 && title[i + 1] === 0);
}

/**
 * The one home of the rule of quotes, see `DumpScanner`.
 *
 * @param field A field as the dump writes it.
 * @returns What it means.
 */
export function unquote(field: Uint8Array): Uint8Array {
  const last = field.length - 1;
  if (last < 1 || field[0] !== QUOTE || field[last] !== QUOTE) return field;
  if (last === 1) return new Uint8Array(0);
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
