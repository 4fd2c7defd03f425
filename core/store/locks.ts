import { StoreError } from "./store_error.ts";

/** Lets one process do what others must not do at the same time. */
export interface Locks {
  /**
   * Waits until a lock is free, and takes it. It ends with the process at the latest.
   *
   * @param name Its name, fit for the name of a file.
   * @param options How many may hold it at a time (1 if left out), and what ends the wait.
   * @returns The lock, to be disposed of.
   * @throws {LockError} If it cannot be had.
   */
  acquire(name: string, options?: AcquireOptions): Promise<Disposable>;
  /**
   * Takes a lock if it is free.
   *
   * @param name Its name.
   * @param purpose What it is for, for people; its name if it is left out.
   * @returns The lock; `undefined`, at once, if it is not free.
   */
  tryAcquire(name: string, purpose?: string): Promise<Disposable | undefined>;
}

/** Options of {@linkcode Locks.acquire}. */
export interface AcquireOptions {
  /**
   * How many may hold it at the same time.
   *
   * @default {1}
   */
  slots?: number;
  /** Ends the wait. */
  signal?: AbortSignal | undefined;
  /** What the lock is for, for people who hear that it is waited for; its name if it is left out. */
  purpose?: string | undefined;
}

/**
 * A lock could not be taken: the file system has `no-locks`, or others have it `locked` for longer than
 * it may be waited for.
 */
export class LockError extends StoreError {
  /** The name of the class. */
  override name = "LockError";

  /**
   * Makes an error of why.
   *
   * @param message What cannot be locked, and why.
   * @param code Which of the two it is.
   * @param options Its cause.
   */
  constructor(message: string, code: "no-locks" | "locked", options?: ErrorOptions) {
    super(message, code, options);
  }
}
