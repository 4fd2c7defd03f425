import { compareBytes } from "../dump/bytes.ts";
import { comparePages, type RankedPage, type Ranker } from "./page.ts";

/** Most titles are shorter; memory for a longer one is made when it comes. */
const USUAL_TITLE = 64;

/** A page that ranks so far. Its memory is used again for the page that takes its place. */
interface Slot {
  views: number;
  /** The title, and behind it what is left of longer ones. */
  bytes: Uint8Array;
  /** How long the title is. */
  length: number;
}

/**
 * The tie rule `row`: exactly as many pages as the limit says, each with a rank of its own (SQL's
 * `ROW_NUMBER`). They are kept in a binary heap whose root is the last page that still ranks, so
 * that one comparison turns away a page that cannot.
 */
export class Top implements Ranker {
  floor = 0;

  readonly #limit: number;
  /** Each page ranks behind its children, at 2i + 1 and 2i + 2. */
  readonly #heap: Slot[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(bytes: Uint8Array, start: number, end: number, views: number): void {
    if (views < this.floor) return;
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      const slot = { views, bytes: new Uint8Array(USUAL_TITLE), length: 0 };
      fill(slot, bytes, start, end, views);
      heap.push(slot);
      siftUp(heap);
    } else {
      const last = heap[0]!;
      const isTied = views === last.views;
      if (isTied && compareBytes(bytes, start, end, last.bytes, last.length) >= 0) return;
      fill(last, bytes, start, end, views);
      siftDown(heap);
    }
    if (heap.length === this.#limit) this.floor = heap[0]!.views;
  }

  pages(): RankedPage<Uint8Array>[] {
    return this.#heap
      .map(({ views, bytes, length }) => ({ views, title: bytes.subarray(0, length) }))
      .sort(comparePages)
      .map(({ title, views }, i) => ({ rank: i + 1, views, title }));
  }
}

function fill(slot: Slot, bytes: Uint8Array, start: number, end: number, views: number): void {
  slot.views = views;
  slot.length = end - start;
  if (slot.length > slot.bytes.length) slot.bytes = new Uint8Array(2 * slot.length);
  // Byte by byte: titles are short, and a view of each would be as much to collect as a copy.
  for (let i = 0; i < slot.length; i++) slot.bytes[i] = bytes[start + i]!;
}

/** Whether a page ranks behind another one. */
function isBehind(a: Slot, b: Slot): boolean {
  if (a.views !== b.views) return a.views < b.views;
  return compareBytes(a.bytes, 0, a.length, b.bytes, b.length) > 0;
}

function siftUp(heap: Slot[]): void {
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (!isBehind(heap[child]!, heap[parent]!)) return;
    [heap[child], heap[parent]] = [heap[parent]!, heap[child]!];
    child = parent;
  }
}

function siftDown(heap: Slot[]): void {
  let parent = 0;
  while (true) {
    const left = 2 * parent + 1;
    const right = left + 1;
    let last = parent;
    if (left < heap.length && isBehind(heap[left]!, heap[last]!)) last = left;
    if (right < heap.length && isBehind(heap[right]!, heap[last]!)) last = right;
    if (last === parent) return;
    [heap[parent], heap[last]] = [heap[last]!, heap[parent]!];
    parent = last;
  }
}
