import { DumpError } from "./dump_error.ts";
import type { DumpScanner } from "./scan.ts";

/**
 * How many domain codes a dump has at most: real ones have 1,600 to 2,100, and the number of
 * Wikimedia's sites grows by a few dozen a year. A file whose columns are swapped has millions.
 */
export const MOST_CODES = 10_000;

/**
 * The share of lines, and of bytes, that must be rows. Real hours have no line in a million that is
 * none; bytes that are no text hold a row by accident in a line of a thousand.
 */
export const LEAST_ROWS = 1 / 2;

/**
 * The share of rows whose domain code may hold other characters than `a-z`, `0-9`, `.` and `-`, which
 * no code has ever had. A code that is unknown, but looks like one, is welcome.
 */
export const MOST_ODD_CODES = 1 / 100;

/** How many bytes tell what a file is: the magic number of tar stands farthest behind. */
export const HEAD_BYTES = 262;

/** What files begin with, and so are known by, that people take for dumps. */
const MAGIC_NUMBERS: readonly { what: string; bytes: readonly number[]; at?: number }[] = [
  { what: "gzip data", bytes: [0x1f, 0x8b] },
  { what: "bzip2 data", bytes: [0x42, 0x5a, 0x68] }, // "BZh", and no code has upper case
  { what: "xz data", bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { what: "zstd data", bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { what: "lz4 data", bytes: [0x04, 0x22, 0x4d, 0x18] },
  { what: "compress data", bytes: [0x1f, 0x9d] },
  { what: "a zip archive", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { what: "a 7z archive", bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { what: "a tar archive", bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257 },
  { what: "a Parquet file", bytes: [0x50, 0x41, 0x52, 0x31] },
  { what: "UTF-16 text", bytes: [0xff, 0xfe] },
  { what: "UTF-16 text", bytes: [0xfe, 0xff] },
];

/**
 * Refuses what is known by its first bytes.
 *
 * @param head The first {@linkcode HEAD_BYTES} of what is to be plain text, or all.
 * @throws {DumpError} If it is something else.
 */
export function refuseMagicNumbers(head: Uint8Array): void {
  const known = MAGIC_NUMBERS.find(({ bytes, at = 0 }) =>
    bytes.every((byte, i) => head[at + i] === byte)
  );
  if (known === undefined) return;
  throw new DumpError("not-a-dump", `it is no dump, but ${known.what}`, { seems: known.what });
}

/**
 * Refuses what has more codes than any dump, before all of them are in memory.
 *
 * @throws {DumpError} If it is so.
 */
export function refuseManyCodes({ codes, lines }: DumpScanner): void {
  if (codes.size <= MOST_CODES) return;
  const reason =
    `it is no dump: its first ${lines} lines have ${codes.size} domain codes, more than ` +
    `${MOST_CODES}`;
  throw new DumpError("not-a-dump", reason);
}

/**
 * Refuses what has been scanned to its end, and is no dump, or not all of one.
 *
 * @throws {DumpError} If it is so.
 */
export function refuseNoDump(scanner: DumpScanner): void {
  const { lines, rows, bytes, malformed, oddCodes, isCut } = scanner;
  if (lines === 0) throw new DumpError("empty", "it is empty");
  const seems = seemsToBe(scanner);
  const refuse = (why: string) => {
    const what = seems === undefined ? "" : `; it seems to be ${seems}`;
    throw new DumpError("not-a-dump", why + what, { seems });
  };
  const one = `one reads ${JSON.stringify(exampleOf(scanner))}`;
  if (rows === 0) refuse(`none of its ${lines} lines is a row, ${one}`);
  if (malformed.nul !== undefined) {
    refuse(`line ${malformed.nul} is no row and has NUL bytes`);
  }
  if (rows < LEAST_ROWS * lines) refuse(`only ${rows} of its ${lines} lines are rows, ${one}`);
  if (bytes - malformed.bytes < LEAST_ROWS * bytes) {
    refuse(`only ${bytes - malformed.bytes} of its ${bytes} bytes are of rows, ${one}`);
  }
  if (oddCodes.lines > MOST_ODD_CODES * rows) {
    refuse(
      `${oddCodes.lines} of its ${rows} rows have a domain code that is none, as ` +
        JSON.stringify(oddCodes.example),
    );
  }
  if (isCut) throw new DumpError("cut", "its last line is cut short", { rows });
}

/** The beginning of a line that is no row. */
function exampleOf({ malformed }: DumpScanner): string {
  const [first] = Object.values(malformed.byReason).flatMap(({ examples }) => examples);
  return first?.text ?? "";
}

/** What the lines that are no rows look like, `undefined` if like nothing that is known. */
function seemsToBe({ malformed }: DumpScanner): string | undefined {
  if (malformed.nul !== undefined) return "binary data";
  const fourth = (malformed.byReason.fourth?.examples ?? [])
    .map(({ text }) => text.slice(text.lastIndexOf(" ") + 1));
  const are = (pattern: RegExp) => fourth.length > 0 && fourth.every((text) => pattern.test(text));
  if (are(/^0\r$/)) return "a dump whose lines end in CR LF";
  if (are(/^\d{2,}$/)) return 'a file of "pagecounts-raw", with bytes in the fourth field';
  if (are(/^([A-Z]\d+)+$/)) return 'a file of "pagecounts-ez", with hours in the fourth field';
  const lines = Object.values(malformed.byReason).flatMap(({ examples }) => examples);
  const [first] = lines.sort((a, b) => a.line - b.line);
  if (first === undefined) return undefined;
  if (/^\s*<(!doctype|html|head|body|\?xml|error)/i.test(first.text)) return "an HTML or XML page";
  if (/^\s*[[{]/.test(first.text)) return "JSON";
  if (lines.some(({ text }) => isBinary(text))) return "binary data";
  return undefined;
}

/** Text has no such control characters, nor much that is no UTF-8. */
function isBinary(text: string): boolean {
  // deno-lint-ignore no-control-regex
  const strange = text.match(/[\x00-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0;
  return strange > text.length / 10;
}
