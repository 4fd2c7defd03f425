import {
  comparePages,
  type Page,
  type RankedPage,
  type Ranker,
  type Ties,
  withRank,
} from "./page.ts";
import type { PageBudget } from "./page_budget.ts";

/**
 * The tie rules `rank` and `dense`: every page whose rank is within the limit, however many share
 * it. Pages are kept by their views, of which there are at most as many different ones as the
 * limit says; the pages of the lowest are bounded only by what all domains may keep together.
 */
export class TiedTop implements Ranker {
  floor = 0;

  readonly #limit: number;
  readonly #budget: PageBudget;
  readonly #ties: Exclude<Ties, "row">;
  readonly #pagesOf: Map<number, Page[]> = new Map();
  /** The views that rank, the most first. */
  readonly #views: number[] = [];
  #pages = 0;

  constructor(limit: number, ties: Exclude<Ties, "row">, budget: PageBudget) {
    this.#limit = limit;
    this.#ties = ties;
    this.#budget = budget;
  }

  offer(bytes: Uint8Array, start: number, end: number, views: number, mobile?: number): void {
    if (views < this.floor) return;
    this.#budget.take();
    const page = { title: bytes.slice(start, end), views, mobile };
    const tied = this.#pagesOf.get(views);
    if (tied === undefined) {
      const behind = this.#views.findIndex((other) => other < views);
      this.#views.splice(behind < 0 ? this.#views.length : behind, 0, views);
      this.#pagesOf.set(views, [page]);
    } else {
      tied.push(page);
    }
    this.#pages++;
    while (this.#lowestRank() > this.#limit) this.#dropLowest();
    if (this.#nextRank() > this.#limit) this.floor = this.#views.at(-1)!;
  }

  pages(): RankedPage<Uint8Array>[] {
    let rank = 1;
    return this.#views.flatMap((views) => {
      const tied = this.#pagesOf.get(views)!
        .toSorted(comparePages)
        .map((page) => withRank(page, page.title, rank));
      rank += this.#ties === "dense" ? 1 : tied.length;
      return tied;
    });
  }

  /** The rank of the pages with the fewest views. */
  #lowestRank(): number {
    if (this.#ties === "dense") return this.#views.length;
    return this.#pages - this.#pagesOf.get(this.#views.at(-1)!)!.length + 1;
  }

  /** The rank that a page with fewer views than all others would have. */
  #nextRank(): number {
    return (this.#ties === "dense" ? this.#views.length : this.#pages) + 1;
  }

  #dropLowest(): void {
    const views = this.#views.pop()!;
    const dropped = this.#pagesOf.get(views)!.length;
    this.#pages -= dropped;
    this.#budget.giveBack(dropped);
    this.#pagesOf.delete(views);
  }
}
