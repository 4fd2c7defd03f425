import type { Clock } from "../async/clock.ts";

/**
 * A clock that does not wait: once all else has come to rest, it moves on to the end of the shortest
 * sleep.
 */
export class FakeClock implements Clock {
  /** The sleeps that came to their ends, in milliseconds. */
  readonly slept: number[] = [];

  #now: number;
  readonly #sleepers: Set<{ delay: number; until: number; wake: () => void }> = new Set();
  #ticking = false;

  /**
   * Constructs a new instance.
   *
   * @param time What it shows at first.
   */
  constructor(time = "2026-09-10T21:00:00Z") {
    this.#now = Date.parse(time);
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Lets time pass, however long others sleep. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const sleeper = { delay: milliseconds, until: this.#now + milliseconds, wake: resolve };
      this.#sleepers.add(sleeper);
      signal?.addEventListener("abort", () => {
        this.#sleepers.delete(sleeper);
        reject(signal.reason);
      }, { once: true });
      this.#tick();
    });
  }

  #tick(): void {
    if (this.#ticking) return;
    this.#ticking = true;
    setTimeout(() => {
      this.#ticking = false;
      const [first] = [...this.#sleepers].sort((a, b) => a.until - b.until);
      if (first === undefined) return;
      this.#sleepers.delete(first);
      this.#now = Math.max(this.#now, first.until);
      this.slept.push(first.delay);
      first.wake();
      if (this.#sleepers.size > 0) this.#tick();
    }, 2);
  }
}
