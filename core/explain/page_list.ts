import type { RowSink } from "../dump/row_sink.ts";

/** Bytes of titles that there is room for at first. */
const ROOM = 1 << 16;

/**
 * All pages of one domain with their views, for what a bounded top cannot tell. The titles stand in
 * one piece of memory: an object for each of a million pages would take ten times as much.
 *
 * @example Usage
 * ```ts
 * import { PageList } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const pages = new PageList();
 * pages.row(new TextEncoder().encode("en Berlin 8 0"), 3, 9, 8);
 * const titles: string[] = [];
 * pages.replay({
 *   row: (bytes, start, end) => titles.push(new TextDecoder().decode(bytes.subarray(start, end))),
 * });
 * assertEquals(titles, ["Berlin"]);
 * ```
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

  /**
   * Takes one row, and copies its title.
   *
   * @param bytes The bytes around the title.
   * @param start Where the title begins.
   * @param end Where the title ends.
   * @param views How often the page was viewed.
   */
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

  /**
   * Hands out all rows once more, in the order in which they came.
   *
   * @param sink What takes them.
   */
  replay(sink: RowSink): void {
    let start = 0;
    for (const [i, end] of this.#ends.entries()) {
      sink.row(this.#titles, start, end, this.#views[i]);
      start = end;
    }
  }
}
