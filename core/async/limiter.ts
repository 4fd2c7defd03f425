/** Runs only so many pieces of work at a time; the rest waits, in the order in which it came. */
export class Limiter {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** @param count How many pieces of work may run at a time. */
  constructor(count: number) {
    this.#free = count;
  }

  /** Runs a piece of work as soon as there is room for it, and gives what comes of it. */
  async run<Value>(work: () => Promise<Value>): Promise<Value> {
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
