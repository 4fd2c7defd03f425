import type { SumFloor } from "../dump/joined_rows.ts";

/** The views of the last page of a top: of that of all pages, if they are a part of them at least. */
export class Floor implements SumFloor {
  value = 0;

  readonly #limit: number;
  readonly #isRanked: (bytes: Uint8Array, start: number, end: number) => boolean;
  /** The most views so far; each is less than its children, at 2i + 1 and 2i + 2. */
  readonly #heap: number[] = [];

  constructor(
    limit: number,
    isRanked: (bytes: Uint8Array, start: number, end: number) => boolean,
  ) {
    this.#limit = limit;
    this.#isRanked = isRanked;
  }

  add(bytes: Uint8Array, start: number, end: number, views: number): void {
    if (views <= this.value || !this.#isRanked(bytes, start, end)) return;
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      let child = heap.length;
      for (let parent = (child - 1) >> 1; child > 0; parent = (child - 1) >> 1) {
        if (heap[parent]! <= views) break;
        heap[child] = heap[parent]!;
        child = parent;
      }
      heap[child] = views;
    } else {
      let parent = 0;
      for (let child = 1; child < heap.length; child = 2 * parent + 1) {
        if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
        if (heap[child]! >= views) break;
        heap[parent] = heap[child]!;
        parent = child;
      }
      heap[parent] = views;
    }
    if (heap.length === this.#limit) this.value = heap[0]!;
  }
}
