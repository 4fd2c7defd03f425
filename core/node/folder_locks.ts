import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Clock, systemClock } from "../async/clock.ts";
import type { AcquireOptions, Locks } from "../store/locks.ts";
import { StoreError } from "../store/store_error.ts";
import { fileProblem } from "./file_error.ts";

/** Takes a lock that ends with the process, or gives `undefined` at once if somebody holds it. */
export type TryLock = (path: string) => Promise<Disposable | undefined>;

/** Options of {@linkcode FolderLocks}. */
export interface FolderLocksOptions {
  /** Takes the lock of a file, which it makes if it is not there. */
  tryLock: TryLock;
  /**
   * The passing of time.
   *
   * @default {systemClock}
   */
  clock?: Clock;
}

const TRY_AGAIN_MS = 50;

/** Locks as files of a folder, which are never removed: that could not be done safely. */
export class FolderLocks implements Locks {
  readonly #folder: string;
  readonly #tryLock: TryLock;
  readonly #clock: Clock;

  /**
   * Makes locks of a folder.
   *
   * @param folder The folder's path; it is made with the first lock.
   * @param options How to lock.
   */
  constructor(folder: string, { tryLock, clock = systemClock }: FolderLocksOptions) {
    this.#folder = folder;
    this.#tryLock = tryLock;
    this.#clock = clock;
  }

  async acquire(name: string, { slots = 1, signal }: AcquireOptions = {}): Promise<Disposable> {
    const names = slots === 1 ? [name] : Array.from({ length: slots }, (_, i) => `${name}-${i}`);
    while (true) {
      for (const name of names) {
        const lock = await this.tryAcquire(name);
        if (lock !== undefined) return lock;
      }
      await this.#clock.sleep(TRY_AGAIN_MS);
      signal?.throwIfAborted();
    }
  }

  async tryAcquire(name: string): Promise<Disposable | undefined> {
    const path = join(this.#folder, `${name}.lock`);
    try {
      // One after the other: where the folder above may not be made, the error is to name it.
      await mkdir(dirname(this.#folder), { recursive: true });
      await mkdir(this.#folder, { recursive: true });
      return await this.#tryLock(path);
    } catch (cause) {
      const { code, reason } = fileProblem(cause);
      throw new StoreError(`Cannot lock "${path}": ${reason}`, code, { cause });
    }
  }
}
