import { Limiter } from "../../../core/async/limiter.ts";

/** Does only so much work at a time, and that of one key one after the other. */
export class KeyedQueue {
  readonly #limiter: Limiter;
  readonly #last: Map<string, Promise<void>> = new Map();

  constructor(limit: number) {
    this.#limiter = new Limiter(limit);
  }

  /** Does work, which must not throw, when there is room and all earlier work of its key is done. */
  run(key: string, work: () => Promise<void>): Promise<void> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const done = before.then(() => this.#limiter.run(work)).finally(() => {
      if (this.#last.get(key) === done) this.#last.delete(key);
    });
    this.#last.set(key, done);
    return done;
  }

  /** Waits until all work is done. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values());
  }
}
