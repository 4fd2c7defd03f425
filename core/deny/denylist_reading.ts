import { isComment, isKnownDomain, looksLikeDomain, readDenylistLine } from "./denylist_line.ts";
import { matchingTitles, titlesMeant } from "./titles_meant.ts";

/** How many of the lines that do nothing are shown. */
const EXAMPLES = 3;

const LF = 0x0a;
const SPACE = 0x20;
const ASTERISK = 0x2a;

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
export interface Blocks {
  titles: Uint8Array[];
  namespaces: Uint8Array[];
}

/** What a denylist says. */
export interface ReadDenylist {
  /** How many of its lines name a page or a namespace. */
  entries: number;
  /** How many of its lines name none, or one of a domain that does not look like one. */
  suspect: number;
  /** Its lines that name no page, or none of a known domain. */
  idle: IdleLines;
  /** What is denied by each domain, project, or `*`, in as many blocks as the denylist has. */
  byDomain: Map<string, Blocks>;
}

/**
 * Reads a denylist line by line. Lines of one domain stand together, and their titles are kept
 * together: strings that live on would cost far more memory than the titles themselves.
 */
export class DenylistReading {
  #entries = 0;
  #suspect = 0;
  readonly #idle: IdleLines = { count: 0, examples: [] };
  readonly #byDomain: Map<string, Blocks> = new Map();
  /** The present domain, of which there are many lines together, and as they begin. */
  #domain: string | undefined;
  #lineStart: Uint8Array = new Uint8Array(0);
  #looksRight = false;
  #isKnown = false;
  /** Its titles, one a line. */
  #titles = new Uint8Array(1 << 12);
  #length = 0;

  line(bytes: Uint8Array, start: number, end: number, number: number): void {
    if (this.#isPlain(bytes, start, end)) {
      this.#entries++;
      return this.#keep(bytes, start + this.#lineStart.length, end);
    }
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(start, end));
    if (isComment(text)) return;
    const entry = readDenylistLine(text);
    if (entry !== undefined && entry.domain !== this.#domain) this.#enter(entry.domain);
    if (entry === undefined || !this.#looksRight) this.#suspect++;
    if (entry === undefined || !this.#isKnown) {
      this.#idle.count++;
      if (this.#idle.examples.length < EXAMPLES) this.#idle.examples.push({ line: number, text });
    }
    if (entry === undefined) return;
    this.#entries++;
    const title = new TextEncoder().encode(entry.title);
    if (!entry.isNamespace) this.#keep(title, 0, title.length);
    else this.#blocks().namespaces.push(...titlesMeant(entry.title));
  }

  finish(): ReadDenylist {
    this.#endDomain();
    return {
      entries: this.#entries,
      suspect: this.#suspect,
      idle: this.#idle,
      byDomain: this.#byDomain,
    };
  }

  /** Whether a line is surely a page of the present domain: nearly all are, and no text is made. */
  #isPlain(bytes: Uint8Array, start: number, end: number): boolean {
    const lineStart = this.#lineStart;
    const title = start + lineStart.length;
    if (!this.#isKnown || title >= end) return false;
    for (let i = 0; i < lineStart.length; i++) if (bytes[start + i] !== lineStart[i]) return false;
    return bytes[title]! > SPACE && bytes[end - 1]! > SPACE && bytes[end - 1] !== ASTERISK;
  }

  #enter(domain: string): void {
    this.#endDomain();
    this.#domain = domain;
    this.#lineStart = new TextEncoder().encode(`${domain} `);
    this.#looksRight = looksLikeDomain(domain);
    this.#isKnown = isKnownDomain(domain);
  }

  #endDomain(): void {
    if (this.#length === 0) return;
    const titles = this.#titles.slice(0, this.#length - 1);
    this.#blocks().titles.push(...matchingTitles(titles));
    this.#length = 0;
  }

  #keep(bytes: Uint8Array, start: number, end: number): void {
    const length = this.#length + end - start + 1;
    if (length > this.#titles.length) {
      const more = new Uint8Array(2 * length);
      more.set(this.#titles);
      this.#titles = more;
    }
    const titles = this.#titles;
    // A loop, for titles are short, and there are many.
    for (let i = start; i < end; i++) titles[this.#length++] = bytes[i]!;
    titles[this.#length++] = LF;
  }

  #blocks(): Blocks {
    const domain = this.#domain!;
    const blocks = this.#byDomain.get(domain) ?? { titles: [], namespaces: [] };
    this.#byDomain.set(domain, blocks);
    return blocks;
  }
}
