import { TimeSlice } from "../async/time_slice.ts";
import { type Bytes, compareBytes, isUtf8 } from "../dump/bytes.ts";
import { DeniedTitles } from "./denied_titles.ts";
import { projectOf } from "../wiki/project.ts";
import { ALL_DOMAINS, namesOfDomain, readDenylistLine } from "./denylist_line.ts";
import {
  type Blocks,
  type DenylistEntry,
  DenylistReading,
  type IdleLines,
  type ReadDenylist,
} from "./denylist_reading.ts";
import { titlesMeant } from "./titles_meant.ts";

export type { DenylistEntry, IdleLines } from "./denylist_reading.ts";

/** How many lines are read before others have their turn. */
const LINES = 1 << 10;

const BYTE_ORDER_MARK = new Uint8Array([0xef, 0xbb, 0xbf]);
const LF = 0x0a;
const CR = 0x0d;

/** Which denylist it is. */
export interface DenylistIdentity {
  /** Its URL or path. */
  url: string;
  /** The SHA-256 of its bytes in hexadecimal digits. */
  sha256: string;
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
  /** The same by project. */
  readonly #ofProjects: Map<string, DeniedTitles | undefined> = new Map();
  /** The domain codes of each project that the denylist has. */
  #codesOfProjects: ReadonlyMap<string, readonly string[]> | undefined;

  private constructor({ entries, suspect, idle, byDomain }: ReadDenylist) {
    this.entries = entries;
    this.suspect = suspect;
    this.idle = idle;
    this.#byDomain = byDomain;
  }

  /**
   * Reads a denylist. Lines without a domain or a title are left out.
   *
   * @param bytes The denylist, UTF-8; its lines may end in CR LF.
   * @returns The denylist.
   */
  static async read(
    bytes: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>,
  ): Promise<Denylist> {
    const content = bytes instanceof Uint8Array ? bytes : await new Response(bytes).arrayBuffer();
    const lines = asUtf8(new Uint8Array(content));
    const reading = new DenylistReading();
    const slice = new TimeSlice();
    for (let start = 0, number = 1; start < lines.length; number++) {
      const lf = lines.indexOf(LF, start);
      const end = lf < 0 ? lines.length : lf;
      reading.line(lines, start, lf > start && lines[lf - 1] === CR ? lf - 1 : end, number);
      start = end + 1;
      if (number % LINES === 0) await slice.check();
    }
    return new Denylist(reading.finish());
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
    if (!this.#titles.has(code)) {
      this.#titles.set(code, this.#makeTitles(namesOfDomain(code)));
    }
    return this.#titles.get(code);
  }

  /**
   * The titles that are denied in a project, where its domains are summed: those that are denied in any
   * of them. What is left of a page of which one side is denied would be half a sum.
   *
   * @param project The project, as `en.wikipedia`.
   * @returns The titles, or `undefined` if the denylist names none of its domains.
   */
  titlesOfProject(project: string): DeniedTitles | undefined {
    if (!this.#ofProjects.has(project)) {
      this.#codesOfProjects ??= codesByProject(this.#byDomain.keys());
      const codes = (this.#codesOfProjects.get(project) ?? []).filter((code) => code !== project);
      this.#ofProjects.set(project, this.#makeTitles([...codes, project, ALL_DOMAINS]));
    }
    return this.#ofProjects.get(project);
  }

  /** The titles of some names of the denylist: domain codes, then their project, then all domains. */
  #makeTitles(names: readonly string[]): DeniedTitles | undefined {
    const [all, project] = names.toReversed();
    let denied: DeniedTitles | undefined;
    // What all domains have comes first: a set of it is made once, however many go on from there.
    for (const name of names.toReversed()) {
      const blocks = this.#byDomain.get(name);
      if (blocks === undefined) continue;
      const isShared = (name === all || name === project) && denied === undefined;
      const made: DeniedTitles = this.#shared.get(name) ?? deniedBy(blocks, denied);
      if (isShared) this.#shared.set(name, made);
      denied = made;
    }
    return denied;
  }
}

function codesByProject(codes: Iterable<string>): Map<string, string[]> {
  const projects = new Map<string, string[]>();
  for (const code of codes) {
    const { project } = projectOf(code);
    const others = projects.get(project);
    if (others === undefined) projects.set(project, [code]);
    else others.push(code);
  }
  return projects;
}

function deniedBy({ titles, namespaces }: Blocks, others: DeniedTitles | undefined): DeniedTitles {
  return new DeniedTitles(joinLines(titles), {
    namespaces: namespaces.length === 0 ? undefined : new DeniedTitles(joinLines(namespaces)),
    others,
  });
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

/** A text as UTF-8, without the mark at its beginning; bytes that are none become U+FFFD. */
function asUtf8(text: Bytes): Uint8Array {
  if (!isUtf8(text)) return new TextEncoder().encode(new TextDecoder().decode(text));
  return text.subarray(
    compareBytes(text, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK) === 0
      ? BYTE_ORDER_MARK.length
      : 0,
  );
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
