const LF = 0x0a;
const COLON = 0x3a;

/** Slots of the hash table for each title. */
const HASH_SLOTS = 2;

/** What is denied besides titles. */
export interface DeniedTitlesOptions {
  /** Namespaces with their colons, whose pages are all denied. */
  namespaces?: DeniedTitles | undefined;
  /** Titles that are denied in other domains, too. */
  others?: DeniedTitles | undefined;
}

/**
 * A set of titles that is asked in bytes.
 */
export class DeniedTitles {
  /** The titles, one a line, as they were given; without those of others. */
  readonly #own: Uint8Array;
  readonly #ownCount: number;
  /** By the hash of each title the place where it begins, plus 1; 0 in a free slot. */
  readonly #slots: Int32Array;
  readonly #namespaces: DeniedTitles | undefined;
  readonly #others: DeniedTitles | undefined;

  /**
   * Makes a set of titles.
   *
   * @param titles The titles, UTF-8, one a line. They may repeat; an empty one matches nothing.
   * @param options What else is denied.
   */
  constructor(titles: Uint8Array, { namespaces, others }: DeniedTitlesOptions = {}) {
    this.#own = titles;
    this.#namespaces = namespaces;
    this.#others = others;
    let count = 1;
    for (let lf = titles.indexOf(LF); lf >= 0; lf = titles.indexOf(LF, lf + 1)) count++;
    this.#ownCount = count;
    this.#slots = new Int32Array(powerOfTwo(count * HASH_SLOTS));
    for (let start = 0, end = 0; start < titles.length; start = end + 1) {
      end = titles.indexOf(LF, start);
      if (end < 0) end = titles.length;
      if (start === end) continue;
      this.#slots[this.#find(titles, start, end)] = start + 1;
    }
  }

  /** All titles, one a line. */
  get lines(): Uint8Array {
    if (this.#others === undefined) return this.#own;
    const { lines } = this.#others;
    const all = new Uint8Array(this.#own.length + 1 + lines.length);
    all.set(this.#own);
    all[this.#own.length] = LF;
    all.set(lines, this.#own.length + 1);
    return all;
  }

  /** How many lines there are, the last one with or without a LF. */
  get count(): number {
    return this.#ownCount + (this.#others?.count ?? 0);
  }

  /** Whether the titles are all there is; if not, no table of them tells which titles are denied. */
  get isList(): boolean {
    return this.#namespaces === undefined && (this.#others?.isList ?? true);
  }

  /**
   * Tells whether a title is denied.
   *
   * @param bytes The bytes that hold the title.
   * @param start Where it begins.
   * @param end Where it ends.
   * @returns Whether it is.
   */
  has(bytes: Uint8Array, start: number, end: number): boolean {
    if (start === end) return false;
    if (this.#slots[this.#find(bytes, start, end)] !== 0) return true;
    if (this.#namespaces?.has(bytes, start, namespaceEnd(bytes, start, end))) return true;
    return this.#others?.has(bytes, start, end) ?? false;
  }

  /** The slot that holds a title, or the free one where it would go. */
  #find(bytes: Uint8Array, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(bytes, start, end) & mask;
    while (this.#slots[slot] !== 0 && !this.#isAt(this.#slots[slot]! - 1, bytes, start, end)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Whether the title that begins at a place is the one that is looked for. */
  #isAt(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    const titles = this.#own;
    for (let i = start; i < end; i++) {
      if (bytes[i] !== titles[place + i - start]) return false;
    }
    const after = place + end - start;
    return after === titles.length || titles[after] === LF;
  }
}

/** Where the namespace of a title ends, behind its colon; where it begins if it has none. */
function namespaceEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let i = start; i < end; i++) if (bytes[i] === COLON) return i + 1;
  return start;
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(atLeast));
}

/** FNV-1a of 32 bits, see https://datatracker.ietf.org/doc/html/rfc9923. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i++) value = Math.imul(value ^ bytes[i]!, 0x01000193);
  return value ^ (value >>> 15);
}
