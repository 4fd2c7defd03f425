/** Lets one process do what others must not do at the same time. */
export interface Locks {
  /**
   * Waits until a lock is free, and takes it. It ends with the process at the latest.
   *
   * @param name Its name, fit for the name of a file.
   * @param options How many may hold it at a time (1 if left out), and what ends the wait.
   * @returns The lock, to be disposed of.
   */
  acquire(name: string, options?: AcquireOptions): Promise<Disposable>;
  /** Takes a lock if it is free, and gives `undefined` at once if it is not. */
  tryAcquire(name: string): Promise<Disposable | undefined>;
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
}
