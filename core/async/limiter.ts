/**
 * Lets only so much work be done at a time; the rest waits, in the order in which it came.
 *
 * @example Usage
 * ```ts
 * import { Turnstile } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const turnstile = new Turnstile(2);
 * const works = [1, 2, 3].map((n) => turnstile.pass(() => Promise.resolve(n * n)));
 * assertEquals(await Promise.all(works), [1, 4, 9]);
 * ```
 */
export class Turnstile {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /**
   * Constructs a new instance.
   *
   * @param count How many pieces of work may be done at a time.
   */
  constructor(count: number) {
    this.#free = count;
  }

  /**
   * Does a piece of work as soon as there is room for it.
   *
   * @param work Does it.
   * @returns What comes of it.
   */
  async pass<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }
}
