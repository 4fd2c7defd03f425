/**
 * A source of numbers that look random and are the same for the same seed on every machine, so that
 * what is made from them can be made again.
 *
 * The algorithm is mulberry32: small, and good enough to shuffle test data.
 */
export class Random {
  #state: number;

  /** Starts at a seed, which is any integer. */
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A fraction, from 0 to just below 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer, from 0 to just below the limit. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  /** An integer, both bounds included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** Whether something happens that does so with this probability. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of the items. */
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** The items in another order. */
  shuffled<T>(items: readonly T[]): T[] {
    const rest = [...items];
    return items.map(() => rest.splice(this.below(rest.length), 1)[0]!);
  }
}
