import type { Clock } from "./clock.ts";

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** An error that tells whether another try may help. */
export interface RetryableError extends Error {
  /** Whether the same may succeed later. */
  readonly transient: boolean;
  /** How long the other side asked to be left alone, in milliseconds; 0 if it did not. */
  readonly retryAfter: number;
}

/** Options of {@linkcode Backoff}. */
export interface BackoffOptions {
  /** How long to go on without any progress, in milliseconds. */
  retryFor: number;
  /** The passing of time. */
  clock: Clock;
  /** Ends a wait early. */
  signal?: AbortSignal | undefined;
  /** Called with each failure that is not final, and how long the wait is, in milliseconds. */
  onRetry?: ((error: Error, delay: number) => void) | undefined;
}

/**
 * Spaces out the tries of something that fails. A server that says when to come back is obeyed.
 */
export class Backoff {
  readonly #options: BackoffOptions;
  #since: number;
  #failures = 0;

  constructor(options: BackoffOptions) {
    this.#options = options;
    this.#since = options.clock.now().getTime();
  }

  /** Progress was made: patience starts anew. */
  progress(): void {
    this.#since = this.#options.clock.now().getTime();
    this.#failures = 0;
  }

  /**
   * Waits before the next try.
   *
   * @param error Why the last one failed.
   * @throws The error, if another try is of no use or there is no time left for it.
   */
  async wait(error: unknown): Promise<void> {
    const { retryFor, clock, signal, onRetry } = this.#options;
    if (!isRetryable(error) || !error.transient) throw error;
    const delay = Math.max(error.retryAfter, backoffDelay(++this.#failures));
    if (clock.now().getTime() + delay - this.#since > retryFor) throw error;
    onRetry?.(error, delay);
    await clock.sleep(delay, signal);
  }
}

/**
 * How long to wait after a number of failures: about a second after the first, after each further
 * one twice as long, up to a minute, with jitter, so that many clients do not come back at the same
 * moment.
 */
export function backoffDelay(failures: number): number {
  const delay = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
  return delay * (0.75 + Math.random() / 2);
}

function isRetryable(error: unknown): error is RetryableError {
  return error instanceof Error && "transient" in error && "retryAfter" in error;
}
