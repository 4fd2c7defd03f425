import { type RankedPage, type Ranker, withRank } from "./page.ts";
import type { PageBudget } from "./page_budget.ts";
import type { KeptTitle, TitleMemory } from "./title_memory.ts";

/** A page that ranks so far; the one that takes its place is kept in the same object. */
interface KeptPage extends KeptTitle {
  views: number;
  mobile: number | undefined;
}

/**
 * The tie rule `row`: exactly as many pages as the limit says, each with a rank of its own (SQL's
 * `ROW_NUMBER`). They are kept in a binary heap whose root is the last page that still ranks, so
 * that one comparison turns away a page that cannot.
 */
export class Top implements Ranker {
  floor = 0;

  readonly #limit: number;
  readonly #budget: PageBudget;
  readonly #titles: TitleMemory;
  /** Each page ranks behind its children, at 2i + 1 and 2i + 2. */
  readonly #heap: KeptPage[] = [];

  constructor(limit: number, budget: PageBudget, titles: TitleMemory) {
    this.#limit = limit;
    this.#budget = budget;
    this.#titles = titles;
  }

  offer(bytes: Uint8Array, start: number, end: number, views: number, mobile?: number): void {
    if (views < this.floor) return;
    const [heap, titles] = [this.#heap, this.#titles];
    if (heap.length < this.#limit) {
      this.#budget.take();
      const page = { start: 0, length: 0, room: 0, views, mobile };
      titles.keep(page, bytes, start, end);
      heap.push(page);
      this.#siftUp();
    } else {
      const last = heap[0]!;
      if (views === last.views && titles.compare(last, bytes, start, end) <= 0) return;
      titles.keep(last, bytes, start, end);
      last.views = views;
      last.mobile = mobile;
      this.#siftDown();
    }
    if (heap.length === this.#limit) this.floor = heap[0]!.views;
  }

  pages(): RankedPage<Uint8Array>[] {
    // The last page comes first, so that it is a heap still.
    this.#heap.sort((page, other) => this.#order(other, page));
    return this.#heap.toReversed()
      .map((page, i) => withRank(page, this.#titles.read(page), i + 1));
  }

  #siftUp(): void {
    const heap = this.#heap;
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#isBehind(child, parent)) return;
      [heap[child], heap[parent]] = [heap[parent]!, heap[child]!];
      child = parent;
    }
  }

  #siftDown(): void {
    const heap = this.#heap;
    let parent = 0;
    while (true) {
      const left = 2 * parent + 1;
      const right = left + 1;
      let last = parent;
      if (left < heap.length && this.#isBehind(left, last)) last = left;
      if (right < heap.length && this.#isBehind(right, last)) last = right;
      if (last === parent) return;
      [heap[parent], heap[last]] = [heap[last]!, heap[parent]!];
      parent = last;
    }
  }

  #isBehind(at: number, other: number): boolean {
    return this.#order(this.#heap[at]!, this.#heap[other]!) > 0;
  }

  /** Orders two pages as `comparePages` does. */
  #order(page: KeptPage, other: KeptPage): number {
    if (page.views !== other.views) return other.views - page.views;
    const { bytes } = this.#titles;
    return this.#titles.compare(page, bytes, other.start, other.start + other.length);
  }
}
