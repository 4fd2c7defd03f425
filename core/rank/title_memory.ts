import { compareBytes } from "../dump/bytes.ts";

/** Titles are given so much more than they need, so that the next one in the same place fits, too. */
const ROUND = 32;

/** A title in a {@linkcode TitleMemory}. */
export interface KeptTitle {
  /** Where it begins. */
  start: number;
  /** How long it is. */
  length: number;
  /** How long another one may be in its place. */
  room: number;
}

/**
 * The titles that rank so far in all domains of a dump. They stand in one piece of memory: a typed
 * array for each would take a microsecond to make, and another to collect.
 */
export class TitleMemory {
  /** The memory; {@linkcode keep} may put another in its place. */
  bytes: Uint8Array = new Uint8Array(1 << 10);
  #used = 0;

  /** Keeps a title in the place of another one, or in a new place if that has too little room. */
  keep(title: KeptTitle, from: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (title.room < length) {
      title.room = Math.ceil(length / ROUND) * ROUND;
      title.start = this.#take(title.room);
    }
    title.length = length;
    const { bytes } = this;
    // Titles are short: a loop takes less than a call that copies.
    for (let i = 0, to = title.start; i < length; i++) bytes[to + i] = from[start + i]!;
  }

  /** Orders one of its titles and another one by their bytes. */
  compare(title: KeptTitle, other: Uint8Array, start: number, end: number): number {
    return compareBytes(this.bytes, title.start, title.start + title.length, other, start, end);
  }

  /** The bytes of one of its titles. */
  read({ start, length }: KeptTitle): Uint8Array {
    return this.bytes.subarray(start, start + length);
  }

  #take(room: number): number {
    const start = this.#used;
    this.#used += room;
    if (this.#used > this.bytes.length) {
      const more = new Uint8Array(Math.max(this.#used, 2 * this.bytes.length));
      more.set(this.bytes);
      this.bytes = more;
    }
    return start;
  }
}
