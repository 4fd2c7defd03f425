import { compareBytes } from "../dump/bytes.ts";
import type { RowSink } from "../dump/row_sink.ts";

/** Bytes of titles, and places in the table, that there is room for at first. */
const ROOM = 1 << 12;
const PLACES = 1 << 8;

/**
 * All pages of one domain with the sums of their views, for what a bounded top cannot tell: a page
 * may come again. The titles stand in one piece of memory, found by a hash table of open addresses;
 * an object for each of a million pages would take ten times as much.
 */
export class SummedRows implements RowSink {
  /** How often all pages were viewed. */
  views = 0;
  /** How many rows were of a page that was there before. */
  repeated = 0;

  #titles: Uint8Array = new Uint8Array(ROOM);
  /** Where each title ends; it begins where the one before it does. */
  readonly #ends: number[] = [];
  readonly #views: number[] = [];
  /** The hash of each title, so that the table grows without reading them again. */
  readonly #hashes: number[] = [];
  /** The number of the page at each place, from 1; 0 for none. */
  #table: Uint32Array = new Uint32Array(PLACES);

  /** How many pages there are. */
  get length(): number {
    return this.#ends.length;
  }

  /** Takes one row, and copies its title if it is of a new page. */
  row(bytes: Uint8Array, start: number, end: number, views: number): void {
    this.views += views;
    const hash = hashOf(bytes, start, end);
    const mask = this.#table.length - 1;
    let place = hash & mask;
    for (let page = this.#table[place]!; page > 0; page = this.#table[place]!) {
      if (this.#hashes[page - 1] === hash && this.#isTitle(page - 1, bytes, start, end)) {
        this.#views[page - 1]! += views;
        this.repeated++;
        return;
      }
      place = (place + 1) & mask;
    }
    this.#append(bytes, start, end);
    this.#views.push(views);
    this.#hashes.push(hash);
    this.#table[place] = this.length;
    if (2 * this.length > this.#table.length) this.#growTable();
  }

  /** Hands out all pages, in the order in which they first came; as odd rows in that of their titles. */
  replay(sink: RowSink): void {
    sink.count?.(this.length, this.views);
    let start = 0;
    for (const [i, end] of this.#ends.entries()) {
      sink.row(this.#titles, start, end, this.#views[i]!);
      start = end;
    }
    if (sink.odd === undefined) return;
    const titleOf = (page: number) =>
      this.#titles.subarray(page === 0 ? 0 : this.#ends[page - 1], this.#ends[page]);
    const titles = this.#ends.map((_, page) => titleOf(page));
    const pages = Uint32Array.from(titles, (_, page) => page)
      .sort((a, b) => compareBytes(titles[a]!, 0, titles[a]!.length, titles[b]!));
    for (const page of pages) sink.odd(titles[page]!, this.#views[page]!, 0);
  }

  #isTitle(page: number, bytes: Uint8Array, start: number, end: number): boolean {
    const titleStart = page === 0 ? 0 : this.#ends[page - 1]!;
    if (this.#ends[page]! - titleStart !== end - start) return false;
    for (let i = 0; i < end - start; i++) {
      if (this.#titles[titleStart + i] !== bytes[start + i]) return false;
    }
    return true;
  }

  #append(bytes: Uint8Array, start: number, end: number): void {
    const at = this.#ends.at(-1) ?? 0;
    const after = at + end - start;
    if (after > this.#titles.length) {
      const larger = new Uint8Array(2 * after);
      larger.set(this.#titles.subarray(0, at));
      this.#titles = larger;
    }
    this.#titles.set(bytes.subarray(start, end), at);
    this.#ends.push(after);
  }

  #growTable(): void {
    this.#table = new Uint32Array(2 * this.#table.length);
    const mask = this.#table.length - 1;
    for (const [page, hash] of this.#hashes.entries()) {
      let place = hash & mask;
      while (this.#table[place]! > 0) place = (place + 1) & mask;
      this.#table[place] = page + 1;
    }
  }
}

/** FNV-1a, its high bits mixed into those that choose a place. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 1; // 31 bits, which stay small integers.
}
