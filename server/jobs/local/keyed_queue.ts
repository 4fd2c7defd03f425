import { Turnstile } from "../../../core/mod.ts";

/** Lets only so many pieces of work be done at a time, and those of one name one after the other. */
export class Lanes {
  readonly #lanes: Turnstile;
  readonly #last: Map<string, Promise<void>> = new Map();

  /**
   * Constructs a new instance.
   *
   * @param count How many pieces of work may be done at a time.
   */
  constructor(count: number) {
    this.#lanes = new Turnstile(count);
  }

  /**
   * Does a piece of work when there is room, and all work of its name before it is done.
   *
   * @param name The name.
   * @param work Does it; it must not throw.
   * @returns When it is done.
   */
  run(name: string, work: () => Promise<void>): Promise<void> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const done = before.then(() => this.#lanes.pass(work)).finally(() => {
      if (this.#last.get(name) === done) this.#last.delete(name);
    });
    this.#last.set(name, done);
    return done;
  }

  /** Waits until all work is done. */
  async rest(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values());
  }
}
