import { comparePages, type RankedPage, type Ranker, type Ties } from "./page.ts";
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
  readonly #titles: Map<number, Uint8Array[]> = new Map();
  /** The views that rank, the most first. */
  readonly #views: number[] = [];
  #pages = 0;

  constructor(limit: number, ties: Exclude<Ties, "row">, budget: PageBudget) {
    this.#limit = limit;
    this.#ties = ties;
    this.#budget = budget;
  }

  offer(bytes: Uint8Array, start: number, end: number, views: number): void {
    if (views < this.floor) return;
    this.#budget.take();
    const titles = this.#titles.get(views);
    if (titles === undefined) {
      const behind = this.#views.findIndex((other) => other < views);
      this.#views.splice(behind < 0 ? this.#views.length : behind, 0, views);
      this.#titles.set(views, [bytes.slice(start, end)]);
    } else {
      titles.push(bytes.slice(start, end));
    }
    this.#pages++;
    while (this.#lowestRank() > this.#limit) this.#dropLowest();
    if (this.#nextRank() > this.#limit) this.floor = this.#views.at(-1)!;
  }

  pages(): RankedPage<Uint8Array>[] {
    let rank = 1;
    return this.#views.flatMap((views) => {
      const titles = this.#titles.get(views)!;
      const tied = titles
        .map((title) => ({ rank, views, title }))
        .sort(comparePages);
      rank += this.#ties === "dense" ? 1 : titles.length;
      return tied;
    });
  }

  /** The rank of the pages with the fewest views. */
  #lowestRank(): number {
    if (this.#ties === "dense") return this.#views.length;
    return this.#pages - this.#titles.get(this.#views.at(-1)!)!.length + 1;
  }

  /** The rank that a page with fewer views than all others would have. */
  #nextRank(): number {
    return (this.#ties === "dense" ? this.#views.length : this.#pages) + 1;
  }

  #dropLowest(): void {
    const views = this.#views.pop()!;
    const dropped = this.#titles.get(views)!.length;
    this.#pages -= dropped;
    this.#budget.giveBack(dropped);
    this.#titles.delete(views);
  }
}
