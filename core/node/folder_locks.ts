import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pid } from "node:process";
import { type Clock, systemClock } from "../async/clock.ts";
import { type AcquireOptions, LockError, type Locks } from "../store/locks.ts";
import { StoreError } from "../store/store_error.ts";
import { fileProblem } from "./file_error.ts";

/**
 * Takes a lock that ends with the process, or gives `undefined` at once if somebody holds it. What is
 * said of the holder goes into the file, for those who wait.
 */
export type TryLock = (path: string, holder?: string) => Promise<Disposable | undefined>;

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
  /**
   * How long to wait for a lock that other processes hold, in milliseconds.
   *
   * @default {Infinity}
   */
  patience?: number;
  /** Called once for each lock that is waited for longer than a second, with a sentence of it. */
  onWait?: (message: string) => void;
}

const TRY_AGAIN_MS = 50;

/** Shorter waits are no news. */
const TELL_AFTER_MS = 1000;

/** Locks as files of a folder, which are never removed: that could not be done safely. */
export class FolderLocks implements Locks {
  readonly #folder: string;
  readonly #options: FolderLocksOptions;
  readonly #clock: Clock;
  /** The locks that this very object has given away. */
  readonly #held: Set<string> = new Set();
  /** Its attempts that are under way. */
  readonly #attempts: Map<string, Promise<unknown>> = new Map();

  /**
   * Makes locks of a folder.
   *
   * @param folder The folder's path; it is made with the first lock.
   * @param options How to lock, and how long to wait.
   */
  constructor(folder: string, options: FolderLocksOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  async acquire(
    name: string,
    { slots = 1, signal, purpose = name }: AcquireOptions = {},
  ): Promise<Disposable> {
    const { patience = Infinity, onWait } = this.#options;
    const names = slots === 1 ? [name] : Array.from({ length: slots }, (_, i) => `${name}-${i}`);
    let waited = 0;
    let isTold = false;
    while (true) {
      let isOurs = false;
      for (const name of names) {
        const lock = await this.#try(name, purpose);
        if (typeof lock !== "string") return lock;
        isOurs ||= lock === "ours";
      }
      if (waited > patience) {
        const seconds = Math.round(waited / 1000);
        const within = seconds === 0 ? "" : ` within ${seconds} s`;
        const holders = await this.#holders(names, purpose);
        throw new LockError(`Cannot lock ${purpose}${within}: ${holders}`, "locked");
      }
      if (!isTold && waited >= TELL_AFTER_MS) {
        isTold = true;
        onWait?.(`Waiting for ${purpose}: ${await this.#holders(names, purpose)}`);
      }
      // What this process itself holds, it gives back as it gets on.
      waited = isOurs ? 0 : waited + TRY_AGAIN_MS;
      await this.#clock.sleep(TRY_AGAIN_MS);
      signal?.throwIfAborted();
    }
  }

  async tryAcquire(name: string, purpose: string = name): Promise<Disposable | undefined> {
    const lock = await this.#try(name, purpose);
    return typeof lock === "string" ? undefined : lock;
  }

  /** Takes a lock, or tells whether this very object has it, or others. */
  async #try(name: string, purpose: string): Promise<Disposable | "ours" | "others"> {
    // One attempt at a time, or one would take the other for that of another process.
    for (let other = this.#attempts.get(name); other; other = this.#attempts.get(name)) {
      await other.catch(() => {}); // Whoever made it hears of it.
    }
    if (this.#held.has(name)) return "ours";
    const attempt = this.#take(name, purpose);
    this.#attempts.set(name, attempt);
    try {
      return await attempt ?? "others";
    } finally {
      this.#attempts.delete(name);
    }
  }

  async #take(name: string, purpose: string): Promise<Disposable | undefined> {
    const path = this.#pathOf(name);
    try {
      // One after the other: where the folder above may not be made, the error is to name it.
      await mkdir(dirname(this.#folder), { recursive: true });
      await mkdir(this.#folder, { recursive: true });
    } catch (cause) {
      throw cannotLock(path, cause);
    }
    const since = this.#clock.now().toISOString();
    let lock: Disposable | undefined;
    try {
      lock = await this.#options.tryLock(path, `${JSON.stringify({ pid, since, purpose })}\n`);
    } catch (cause) {
      throw isOfLocks(cause) ? withoutLocks(path, cause) : cannotLock(path, cause);
    }
    if (lock === undefined) return undefined;
    this.#held.add(name);
    return {
      [Symbol.dispose]: () => {
        this.#held.delete(name);
        lock[Symbol.dispose]();
      },
    };
  }

  #pathOf(name: string): string {
    return join(this.#folder, `${name}.lock`);
  }

  /** Who holds locks, and since when, as a part of a sentence. */
  async #holders(names: readonly string[], purpose: string): Promise<string> {
    const holders = await Promise.all(names.map((name) => holderOf(this.#pathOf(name), purpose)));
    return [...new Set(holders)].join(", ");
  }
}

/** Who holds a lock, and for what, unless that is what it is waited for. */
async function holderOf(path: string, wanted: string): Promise<string> {
  try {
    const { pid, since, purpose } = JSON.parse(await readFile(path, "utf8"));
    const second = new Date(since).toISOString().slice(0, -5);
    const other = purpose === wanted ? "" : `, for ${purpose}`;
    return `process ${Number(pid)} has been at it since ${second}Z${other}`;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return "another process holds it"; // Which one, its file does not say (yet).
  }
}

/** What the file systems of a network say that do not lock, or not now. */
const LOCK_CODES: readonly unknown[] = ["ENOLCK", "ENOSYS", "EINTR", "ENOTSUP", "EOPNOTSUPP"];

/** What opens a file always has a code; what locks it has none on Deno, but only a text. */
function isOfLocks(cause: unknown): boolean {
  if (!(cause instanceof Error) || cause.name === "NotCapable") return false;
  return !("code" in cause) || cause.code === undefined || LOCK_CODES.includes(cause.code);
}

function cannotLock(path: string, cause: unknown): StoreError {
  const { code, reason } = fileProblem(cause);
  return new StoreError(`Cannot lock "${path}": ${reason}`, code, { cause });
}

function withoutLocks(path: string, cause: unknown): LockError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new LockError(
    `Cannot lock "${path}": its file system does not lock files (${said})`,
    "no-locks",
    { cause },
  );
}
