import type { RowSink } from "../dump/row_sink.ts";

/** Bytes of titles that there is room for at first. */
const ROOM = 1 << 16;

/**
 * All pages of one domain with their views, for what a bounded top cannot tell. The titles stand in
 * one piece of memory: an object for each of a million pages would take ten times as much.
 */
export class PageList implements RowSink {
  /** How often all pages were viewed. */
  views = 0;

  #titles: Uint8Array = new Uint8Array(ROOM);
  /** Where each title ends; it begins where the one before it does. */
  readonly #ends: number[] = [];
  readonly #views: number[] = [];

  /** How many pages there are. */
  get length(): number {
    return this.#ends.length;
  }

  /** Takes one row, and copies its title. */
  row(bytes: Uint8Array, start: number, end: number, views: number): void {
    const at = this.#ends.at(-1) ?? 0;
    const after = at + end - start;
    if (after > this.#titles.length) {
      const larger = new Uint8Array(2 * after);
      larger.set(this.#titles.subarray(0, at));
      this.#titles = larger;
    }
    this.#titles.set(bytes.subarray(start, end), at);
    this.#ends.push(after);
    this.#views.push(views);
    this.views += views;
  }

  /** Hands out all rows once more, in the order in which they came. */
  replay(sink: RowSink): void {
    let start = 0;
    for (const [i, end] of this.#ends.entries()) {
      sink.row(this.#titles, start, end, this.#views[i]!);
      start = end;
    }
  }
}
