import { FetchError } from "../source/http/fetch_error.ts";

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** The passing of time, to be handed in. */
export interface Clock {
  /** The present time. */
  now(): Date;
  /**
   * Lets time pass.
   *
   * @param milliseconds How much.
   * @param signal Ends the wait early, by rejecting with its reason.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Options of {@linkcode Backoff}. */
export interface BackoffOptions {
  /** How long to go on without any progress, in milliseconds. */
  retryFor: number;
  /** The passing of time. */
  clock: Clock;
  /** Ends a wait early. */
  signal?: AbortSignal;
  /** Hears of each failure that is not final, and how long the wait is, in milliseconds. */
  onRetry?: (error: FetchError, delay: number) => void;
}

/**
 * Spaces out the tries of something that fails: the first wait is about a second, each further one
 * twice as long, with jitter, so that many clients do not come back at the same moment. A server that
 * says when to come back is obeyed.
 */
export class Backoff {
  readonly #options: BackoffOptions;
  #since: number;
  #failures = 0;

  /**
   * Constructs a new instance.
   *
   * @param options How long to go on, and by which clock.
   */
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
   * @throws {FetchError} The error, if another try is of no use or there is no time left for it.
   */
  async wait(error: unknown): Promise<void> {
    const { retryFor, clock, signal, onRetry } = this.#options;
    if (!(error instanceof FetchError) || !error.transient) throw error;
    const delay = Math.min(FIRST_MS * 2 ** this.#failures++, LONGEST_MS);
    const jittered = Math.max(error.retryAfter, delay * (0.75 + Math.random() / 2));
    if (clock.now().getTime() + jittered - this.#since > retryFor) throw error;
    onRetry?.(error, jittered);
    await clock.sleep(jittered, signal);
  }
}
