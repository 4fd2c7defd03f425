import { DumpError } from "../dump/dump_error.ts";
import { formatCount } from "../format_count.ts";

/**
 * So many pages may rank in all domains of a dump together, which takes about a gigabyte. Of a real hour,
 * the first 1000 ranks have 420,000 with the tie rule `rank`.
 */
export const MOST_PAGES = 2_000_000;

/** How many pages the rankers of all domains may keep: ties, and a high limit, have no other bound. */
export class PageBudget {
  readonly #most: number;
  #kept = 0;

  constructor(most: number = MOST_PAGES) {
    this.#most = most;
  }

  /**
   * One more page is kept.
   *
   * @throws {DumpError} If these are too many.
   */
  take(): void {
    if (++this.#kept <= this.#most) return;
    throw new DumpError(
      "too-many-pages",
      `more than ${formatCount(this.#most)} pages would rank; choose a smaller top, or ties "row"`,
    );
  }

  /** Pages are not kept any more. */
  giveBack(pages: number): void {
    this.#kept -= pages;
  }
}
