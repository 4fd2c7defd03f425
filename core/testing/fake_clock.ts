import type { Clock } from "../async/clock.ts";

interface Sleeper {
  delay: number;
  until: number;
  wake: () => void;
}

/** For so long nothing must happen before it moves on, in milliseconds that really pass. */
const REST_MS = 2;

/** Who sleeps this long waits for what is not to come, an answer say: it is given time to come. */
const LONG_MS = 20_000;
const LONG_REST_MS = 100;

/**
 * A clock that does not wait: once all else has come to rest, it moves on to the end of the shortest
 * sleep.
 */
export class FakeClock implements Clock {
  /** The sleeps that came to their ends, in milliseconds. */
  readonly slept: number[] = [];

  #now: number;
  readonly #sleepers: Set<Sleeper> = new Set();
  #timer: ReturnType<typeof setTimeout> | undefined;

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
        this.#schedule();
        reject(signal.reason);
      }, { once: true });
      this.#schedule();
    });
  }

  #first(): Sleeper | undefined {
    return [...this.#sleepers].sort((a, b) => a.until - b.until)[0];
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const first = this.#first();
    if (first === undefined) return;
    const isLong = first.until - this.#now >= LONG_MS;
    this.#timer = setTimeout(() => this.#moveOn(), isLong ? LONG_REST_MS : REST_MS);
  }

  #moveOn(): void {
    const first = this.#first()!;
    this.#sleepers.delete(first);
    this.#now = Math.max(this.#now, first.until);
    this.slept.push(first.delay);
    first.wake();
    this.#schedule();
  }
}
