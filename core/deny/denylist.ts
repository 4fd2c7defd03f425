import { TextLineStream } from "@std/streams/text-line-stream";
import { TimeSlice } from "../async/time_slice.ts";
import { type Bytes, compareBytes } from "../dump/bytes.ts";
import { DeniedTitles } from "./denied_titles.ts";
import {
  isComment,
  isKnownDomain,
  looksLikeDomain,
  namesOfDomain,
  readDenylistLine,
} from "./denylist_line.ts";
import { matchingTitles, titlesMeant } from "./titles_meant.ts";

/** How many bytes are read before others have their turn. */
const PIECE = 1 << 16;

const LF = 0x0a;

/** How many of the lines that do nothing are shown. */
const EXAMPLES = 3;

/** Which denylist it is. */
export interface DenylistIdentity {
  /** Its URL or path. */
  url: string;
  /** The SHA-256 of its bytes in hexadecimal digits. */
  sha256: string;
}

/** A line of a denylist. */
export interface DenylistEntry {
  /** Its number, from 1. */
  line: number;
  /** How it is written, without its end. */
  text: string;
}

/** The lines of a denylist that do nothing, as far as can be told. */
export interface IdleLines {
  /** How many there are. */
  count: number;
  /** The first few. */
  examples: DenylistEntry[];
}

/** What is denied in a domain: blocks of titles, one a line, and of namespaces with their colons. */
interface Blocks {
  titles: Uint8Array[];
  namespaces: Uint8Array[];
}

/**
 * The pages that are left out of every ranking.
 *
 * Each line of a denylist is `domain SP title`. The domain is a code, a project for both its codes
 * (`en.wikipedia`), or `*` for all. A line denies the page of that title as it is written, and the
 * page of that title percent-decoded once the way Wikimedia decodes a request: spaces become `_`,
 * invalid UTF-8 becomes U+FFFD, `+` and an incomplete `%` stay. A title as `Special:*` denies a
 * namespace. A line that begins with `#` is a comment.
 *
 * @example Usage
 * ```ts
 * import { Denylist } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = "# Pages of machines\nen Special%3ASearch\n* Main_Page\n";
 * const denylist = await Denylist.read(new Blob([lines]).stream());
 * assertEquals(denylist.entries, 2);
 * assertEquals(denylist.denies("en", "Special:Search"), true);
 * assertEquals(denylist.denies("de", "Special:Search"), false);
 * assertEquals(denylist.denies("de", "Main_Page"), true);
 * ```
 */
export class Denylist {
  /** How many of its lines name a page or a namespace. */
  readonly entries: number;
  /** How many of its lines name none, or one of a domain that does not look like one. */
  readonly suspect: number;
  /** Its lines that name no page, or none of a known domain. */
  readonly idle: IdleLines;

  /** What is denied by each domain, project, or `*`, in as many blocks as the denylist has. */
  readonly #byDomain: ReadonlyMap<string, Blocks>;
  /** What more than one domain code has in common. */
  readonly #shared: Map<string, DeniedTitles> = new Map();

  /** The titles of each domain code that was asked for: a thread ranks many dumps with one denylist. */
  readonly #titles: Map<string, DeniedTitles | undefined> = new Map();

  private constructor(
    { entries, suspect, idle, byDomain }: Pick<Denylist, "entries" | "suspect" | "idle"> & {
      byDomain: Map<string, Blocks>;
    },
  ) {
    this.entries = entries;
    this.suspect = suspect;
    this.idle = idle;
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
    const byDomain = new Map<string, Blocks>();
    const idle: IdleLines = { count: 0, examples: [] };
    let entries = 0;
    let suspect = 0;
    let domain: string | undefined;
    let titles: string[] = [];
    const blocksOf = (domain: string) => {
      const blocks = byDomain.get(domain) ?? { titles: [], namespaces: [] };
      byDomain.set(domain, blocks);
      return blocks;
    };
    // Lines of one domain stand together, and become bytes together: strings that live on would
    // cost far more memory than the titles themselves.
    const keepTitles = () => {
      if (domain === undefined || titles.length === 0) return;
      blocksOf(domain).titles.push(...matchingTitles(titles));
      titles = [];
    };

    let number = 0;
    let looksRight = false;
    let isKnown = false;
    const readLine = (text: string) => {
      const line = ++number === 1 && text.startsWith("\uFEFF") ? text.slice(1) : text;
      if (isComment(line)) return;
      const entry = readDenylistLine(line);
      if (entry !== undefined && entry.domain !== domain) {
        keepTitles();
        domain = entry.domain;
        looksRight = looksLikeDomain(domain);
        isKnown = isKnownDomain(domain);
      }
      if (entry === undefined || !looksRight) suspect++;
      if (entry === undefined || !isKnown) {
        idle.count++;
        if (idle.examples.length < EXAMPLES) idle.examples.push({ line: number, text: line });
      }
      if (entry === undefined) return;
      entries++;
      if (!entry.isNamespace) titles.push(entry.title);
      else blocksOf(entry.domain).namespaces.push(...titlesMeant(entry.title));
    };
    for await (const lines of bytes instanceof Uint8Array ? linesOf(bytes) : streamLines(bytes)) {
      for (const line of lines) readLine(line);
    }
    keepTitles();
    return new Denylist({ entries, suspect, idle, byDomain });
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
    if (!this.#titles.has(code)) this.#titles.set(code, this.#makeTitles(code));
    return this.#titles.get(code);
  }

  #makeTitles(code: string): DeniedTitles | undefined {
    let denied: DeniedTitles | undefined;
    // What all domains have comes first: a set of it is made once, however many go on from there.
    for (const name of namesOfDomain(code).reverse()) {
      const blocks = this.#byDomain.get(name);
      if (blocks === undefined) continue;
      const isShared = name !== code && denied === undefined;
      const made: DeniedTitles = this.#shared.get(name) ?? deniedBy(blocks, denied);
      if (isShared) this.#shared.set(name, made);
      denied = made;
    }
    return denied;
  }
}

function deniedBy({ titles, namespaces }: Blocks, others: DeniedTitles | undefined): DeniedTitles {
  return new DeniedTitles(joinLines(titles), {
    namespaces: namespaces.length === 0 ? undefined : new DeniedTitles(joinLines(namespaces)),
    others,
  });
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

/** Finds the lines of a denylist that deny pages of a domain, for each page in their order. */
export function entriesDenying(
  content: Uint8Array,
  { code, titles }: { code: string; titles: readonly string[] },
): DenylistEntry[][] {
  const wanted = titles.map((title) => new TextEncoder().encode(title));
  const found = titles.map((): DenylistEntry[] => []);
  const names = namesOfDomain(code);
  // Without ignoreBOM, the mark at the beginning of the file is gone, and no other.
  const lines = new TextDecoder().decode(content).split(/\r?\n/);
  for (const [i, text] of lines.entries()) {
    const entry = readDenylistLine(text);
    if (entry === undefined || !names.includes(entry.domain)) continue;
    const meant = titlesMeant(entry.title);
    for (const [page, title] of wanted.entries()) {
      const isMeant = meant.some((other) => {
        const end = entry.isNamespace ? Math.min(other.length, title.length) : title.length;
        return compareBytes(title, 0, end, other) === 0;
      });
      if (isMeant && title.length > 0) found[page]!.push({ line: i + 1, text });
    }
  }
  return found;
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
