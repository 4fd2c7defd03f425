import type { Bytes } from "./bytes.ts";

/**
 * Rows of one domain in the order of their titles, in a few pieces of memory: an object for each of a
 * hundred million rows would cost more than all else together. It is valid until the next block is
 * asked for.
 */
export interface RowBlock {
  /** The domain code, empty for Wikifunctions. */
  readonly code: string;
  /** How many rows there are. */
  readonly rows: number;
  /** The number of the first one; those before it are of other blocks. */
  readonly first: number;
  /** The titles, unquoted, one behind the other. */
  readonly titles: Bytes;
  /** The title of row i begins at `bounds[i]` and ends at `bounds[i + 1]`. */
  readonly bounds: Uint32Array;
  /** How many bytes each title has in common with the beginning of the one before it in its domain. */
  readonly common: Uint16Array;
  /** How often each page was viewed. */
  readonly views: Float64Array;
}

/** How many rows there is room for at first, and how many bytes for each. */
const ROWS = 1 << 13;
const BYTES = 32;

/**
 * Memory for rows, which grows as it has to, and is used again and again: the last title stays, for
 * those to come are compared with it.
 */
export class RowMemory {
  /** How many rows there are. */
  rows = 0;
  titles: Bytes = new Uint8Array(ROWS * BYTES);
  bounds: Uint32Array = new Uint32Array(ROWS + 1);
  common: Uint16Array = new Uint16Array(ROWS);
  views: Float64Array = new Float64Array(ROWS);
  /** How long the last title is, -1 for none: a domain begins. */
  lastLength = -1;

  /** Where the last title begins. */
  get lastStart(): number {
    return this.bounds[this.rows]! - this.lastLength;
  }

  /**
   * Adds a row.
   *
   * @param common How many bytes its title has in common with the last one.
   */
  add(bytes: Uint8Array, start: number, end: number, common: number, views: number): void {
    const { rows } = this;
    let to = this.bounds[rows]!;
    if (rows === this.views.length || to + end - start > this.titles.length) {
      this.#grow(to + end - start);
    }
    const { titles } = this;
    for (let from = start; from < end; from++) titles[to++] = bytes[from]!;
    this.common[rows] = common;
    this.views[rows] = views;
    this.bounds[rows + 1] = to;
    this.rows = rows + 1;
    this.lastLength = end - start;
  }

  /** Begins a domain. */
  enter(): void {
    this.lastLength = -1;
  }

  /** Lets go of all rows. */
  clear(): void {
    const length = Math.max(0, this.lastLength);
    const end = this.bounds[this.rows]!;
    this.titles.copyWithin(0, end - length, end);
    this.bounds[0] = length;
    this.rows = 0;
  }

  /** The rows of a domain from one on. */
  block(code: string, first = 0, rows: number = this.rows - first): RowBlock {
    const { titles, bounds, common, views } = this;
    return { code, rows, first, titles, bounds, common, views };
  }

  #grow(bytes: number): void {
    if (this.rows === this.views.length) {
      const rows = 2 * this.rows;
      const { bounds, common, views } = this;
      this.bounds = new Uint32Array(rows + 1);
      this.common = new Uint16Array(rows);
      this.views = new Float64Array(rows);
      this.bounds.set(bounds);
      this.common.set(common);
      this.views.set(views);
    }
    if (bytes > this.titles.length) {
      const { titles } = this;
      this.titles = new Uint8Array(Math.max(bytes, 2 * titles.length));
      this.titles.set(titles);
    }
  }
}
