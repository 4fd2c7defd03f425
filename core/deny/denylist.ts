import { TextLineStream } from "@std/streams/text-line-stream";
import { TimeSlice } from "../async/time_slice.ts";
import { type Bytes, compareBytes } from "../dump/bytes.ts";
import { DeniedTitles } from "./denied_titles.ts";

/** How many bytes are read before others have their turn. */
const PIECE = 1 << 16;

const LF = 0x0a;
const SPACE = 0x20;
const UNDERSCORE = 0x5f;
const PERCENT = 0x25;

/** Which denylist it is. */
export interface DenylistIdentity {
  /** Its URL or path. */
  url: string;
  /** The SHA-256 of its bytes in hexadecimal digits. */
  sha256: string;
}

/** A line of a denylist that names a page. */
export interface DenylistEntry {
  /** Its number, from 1. */
  line: number;
  /** How it is written, without its end. */
  text: string;
}

/** What a domain code looks like: `en.m`, `be-tarask`, and `""` for the empty one. */
const DOMAIN_CODE = /^(?:[a-z0-9_.-]+|"")$/;

/**
 * The pages that are left out of every ranking.
 *
 * Each line of a denylist is `domain_code SP title`. It denies the page of that title as it is
 * written, and the page of that title percent-decoded once the way Wikimedia decodes a request:
 * spaces become `_`, invalid UTF-8 becomes U+FFFD, `+` and an incomplete `%` stay.
 *
 * @example Usage
 * ```ts
 * import { Denylist } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const denylist = await Denylist.read(new Blob(["en Special%3ASearch\nen Main_Page\n"]).stream());
 * assertEquals(denylist.entries, 2);
 * assertEquals(denylist.denies("en", "Special:Search"), true);
 * assertEquals(denylist.denies("de", "Special:Search"), false);
 * ```
 */
export class Denylist {
  /** How many of its lines name a page. */
  readonly entries: number;
  /** How many of its lines name none, or one of a domain that looks like no domain code. */
  readonly suspect: number;

  /** The titles of each domain, one a line, in as many blocks as the denylist has them. */
  readonly #byDomain: ReadonlyMap<string, Uint8Array[]>;

  /** Those of each domain that was asked for: a thread ranks many dumps with one denylist. */
  readonly #titles: Map<string, DeniedTitles> = new Map();

  private constructor(entries: number, suspect: number, byDomain: Map<string, Uint8Array[]>) {
    this.entries = entries;
    this.suspect = suspect;
    this.#byDomain = byDomain;
  }

  /**
   * Reads a denylist. Lines without a domain or a title are left out.
   *
   * @param bytes The denylist, UTF-8; its lines may end in CR LF. Where all of it is at hand, it is
   * read three times as fast as from a stream.
   * @returns The denylist.
   */
  static async read(
    bytes: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>,
  ): Promise<Denylist> {
    const byDomain = new Map<string, Uint8Array[]>();
    let entries = 0;
    let suspect = 0;
    let domain: string | undefined;
    let titles: string[] = [];
    // Lines of one domain stand together, and become bytes together: strings that live on would
    // cost far more memory than the titles themselves.
    const keepTitles = () => {
      if (domain === undefined || titles.length === 0) return;
      const blocks = byDomain.get(domain) ?? [];
      byDomain.set(domain, blocks);
      blocks.push(...matchingTitles(titles));
      entries += titles.length;
      titles = [];
    };

    let isFirst = true;
    let isCode = false;
    for await (const lines of bytes instanceof Uint8Array ? linesOf(bytes) : streamLines(bytes)) {
      for (const text of lines) {
        const line = isFirst && text.startsWith("\uFEFF") ? text.slice(1) : text;
        isFirst = false;
        const space = line.indexOf(" ");
        const written = line.slice(0, Math.max(0, space));
        const code = written === '""' ? "" : written;
        if (code !== domain) {
          keepTitles();
          domain = code;
          isCode = DOMAIN_CODE.test(written);
        }
        const isEntry = written !== "" && space < line.length - 1;
        if (!isEntry || !isCode) suspect++;
        if (!isEntry) continue;
        titles.push(line.slice(space + 1));
      }
    }
    keepTitles();
    return new Denylist(entries, suspect, byDomain);
  }

  /**
   * Tells whether a page is denied.
   *
   * @param code The code of its domain, empty for Wikifunctions.
   * @param title Its title as a dump has it.
   * @returns Whether it is.
   */
  denies(code: string, title: string): boolean {
    const bytes = new TextEncoder().encode(title);
    return this.titles(code)?.has(bytes, 0, bytes.length) ?? false;
  }

  /**
   * The titles that are denied in a domain, to be asked for each row of a dump.
   *
   * @param code The domain code, empty for Wikifunctions.
   * @returns The titles, or `undefined` if the denylist does not name the domain.
   */
  titles(code: string): DeniedTitles | undefined {
    const blocks = this.#byDomain.get(code);
    if (blocks === undefined) return undefined;
    let titles = this.#titles.get(code);
    if (titles === undefined) {
      titles = new DeniedTitles(joinLines(blocks));
      this.#titles.set(code, titles);
      blocks.splice(0, blocks.length, titles.lines); // Or all would be there twice.
    }
    return titles;
  }
}

/** The lines of a denylist that is at hand, many at a time: a promise for each would cost more. */
async function* linesOf(bytes: Bytes): AsyncGenerator<string[]> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const slice = new TimeSlice();
  let rest = "";
  for (let start = 0; start < bytes.length; start += PIECE) {
    const piece = bytes.subarray(start, start + PIECE);
    const isLast = start + PIECE >= bytes.length;
    const lines = (rest + decoder.decode(piece, { stream: !isLast })).split(/\r?\n/);
    rest = lines.pop()!;
    yield lines;
    await slice.check();
  }
  if (rest !== "") yield [rest];
}

/** The lines of a denylist as they come. */
async function* streamLines(bytes: ReadableStream<Bytes>): AsyncGenerator<[string]> {
  // Without ignoreBOM, Deno 2.9 drops a BOM also where a chunk in the middle begins with it.
  const text = bytes.pipeThrough(new TextDecoderStream("utf-8", { ignoreBOM: true }));
  const reader = text.pipeThrough(new TextLineStream()).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield [next.value];
}

/** The titles that an entry matches which is written so: itself, and itself percent-decoded. */
export function titlesMeant(written: string): Uint8Array[] {
  return matchingTitles([written]);
}

/** Finds the lines of a denylist that deny pages of a domain, for each page in their order. */
export function entriesDenying(
  content: Uint8Array,
  { code, titles }: { code: string; titles: readonly string[] },
): DenylistEntry[][] {
  const wanted = titles.map((title) => new TextEncoder().encode(title));
  const found = titles.map((): DenylistEntry[] => []);
  // Without ignoreBOM, the mark at the beginning of the file is gone, and no other.
  const lines = new TextDecoder().decode(content).split(/\r?\n/);
  for (const [i, text] of lines.entries()) {
    const space = text.indexOf(" ");
    if ((text.slice(0, space) === '""' ? "" : text.slice(0, space)) !== code || space < 1) continue;
    const meant = titlesMeant(text.slice(space + 1));
    for (const [page, title] of wanted.entries()) {
      const isMeant = meant.some((other) => compareBytes(title, 0, title.length, other) === 0);
      if (isMeant && title.length > 0) found[page]!.push({ line: i + 1, text });
    }
  }
  return found;
}

/** All titles that entries of these titles match, one a line. */
function matchingTitles(titles: readonly string[]): Uint8Array[] {
  const encoder = new TextEncoder();
  const written = encoder.encode(titles.join("\n"));
  const encoded = titles.filter((title) => title.includes("%") || title.includes(" "));
  if (encoded.length === 0) return [written];
  return [written, encoder.encode(percentDecode(encoder.encode(encoded.join("\n"))))];
}

function joinLines(blocks: readonly Uint8Array[]): Uint8Array {
  const lines = new Uint8Array(blocks.reduce((sum, { length }) => sum + length + 1, 0)).fill(LF);
  let start = 0;
  for (const block of blocks) {
    lines.set(block, start);
    start += block.length + 1;
  }
  return lines;
}

/**
 * Titles as Wikimedia reads them from a request. They are decoded all at once, one a line, because
 * a decoder's call costs more than its work on a title.
 */
function percentDecode(titles: Uint8Array): string {
  const decoded = new Uint8Array(titles.length);
  let length = 0;
  for (let i = 0; i < titles.length; i++) {
    let byte = titles[i]!;
    if (byte === PERCENT) {
      const high = hexDigit(titles[i + 1]);
      const low = hexDigit(titles[i + 2]);
      if (high >= 0 && low >= 0) {
        byte = high * 16 + low;
        i += 2;
      }
    }
    if (byte === SPACE) byte = UNDERSCORE;
    // A title of two lines would fall apart; no row has one, and none has one with a space either.
    else if (byte === LF && titles[i] !== LF) byte = SPACE;
    decoded[length++] = byte;
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(decoded.subarray(0, length));
}

/** The value of a hexadecimal digit, -1 of any other byte. */
function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}
