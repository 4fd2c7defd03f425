import { compareBytes } from "../dump/bytes.ts";
import { comparePages, type Page, type RankedPage, type Ranker } from "./page.ts";
import type { PageBudget } from "./page_budget.ts";

/**
 * The tie rule `row`: exactly as many pages as the limit says, each with a rank of its own (SQL's
 * `ROW_NUMBER`). They are kept in a binary heap whose root is the last page that still ranks, so
 * that one comparison turns away a page that cannot.
 */
export class Top implements Ranker {
  floor = 0;

  readonly #limit: number;
  readonly #budget: PageBudget;
  /** Each page ranks behind its children, at 2i + 1 and 2i + 2. */
  readonly #heap: Page[] = [];

  constructor(limit: number, budget: PageBudget) {
    this.#limit = limit;
    this.#budget = budget;
  }

  offer(bytes: Uint8Array, start: number, end: number, views: number): void {
    if (views < this.floor) return;
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      this.#budget.take();
      heap.push({ title: bytes.slice(start, end), views });
      siftUp(heap);
    } else {
      const last = heap[0]!;
      if (views === last.views && compareBytes(bytes, start, end, last.title) >= 0) return;
      heap[0] = { title: bytes.slice(start, end), views };
      siftDown(heap);
    }
    if (heap.length === this.#limit) this.floor = heap[0]!.views;
  }

  pages(): RankedPage<Uint8Array>[] {
    return this.#heap
      .toSorted(comparePages)
      .map(({ title, views }, i) => ({ rank: i + 1, views, title }));
  }
}

function siftUp(heap: Page[]): void {
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (comparePages(heap[child]!, heap[parent]!) <= 0) return;
    [heap[child], heap[parent]] = [heap[parent]!, heap[child]!];
    child = parent;
  }
}

function siftDown(heap: Page[]): void {
  let parent = 0;
  while (true) {
    const left = 2 * parent + 1;
    const right = left + 1;
    let last = parent;
    if (left < heap.length && comparePages(heap[left]!, heap[last]!) > 0) last = left;
    if (right < heap.length && comparePages(heap[right]!, heap[last]!) > 0) last = right;
    if (last === parent) return;
    [heap[parent], heap[last]] = [heap[last]!, heap[parent]!];
    parent = last;
  }
}
