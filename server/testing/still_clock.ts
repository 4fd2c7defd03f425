import type { Clock } from "../../core/mod.ts";

/** A clock that stands still until time is let pass. */
export class StillClock implements Clock {
  #now: number;
  readonly #sleepers: Set<{ until: number; wake: () => void }> = new Set();

  constructor(time = "2026-09-12T00:00:00Z") {
    this.#now = Date.parse(time);
  }

  /** How many sleep. */
  get sleeping(): number {
    return this.#sleepers.size;
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Lets time pass, and wakes those who have slept long enough. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const sleeper of this.#sleepers) {
      if (sleeper.until > this.#now) continue;
      this.#sleepers.delete(sleeper);
      sleeper.wake();
    }
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const sleeper = { until: this.#now + milliseconds, wake: resolve };
      this.#sleepers.add(sleeper);
      signal?.addEventListener("abort", () => {
        this.#sleepers.delete(sleeper);
        reject(signal.reason);
      }, { once: true });
    });
  }
}
