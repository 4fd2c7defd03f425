import { type Clock, systemClock } from "../async/clock.ts";
import type { Bytes } from "../dump/bytes.ts";
import type { ExportTarget } from "../export/target.ts";
import { FolderLocks, type FolderLocksOptions } from "./folder_locks.ts";
import { S3Bucket } from "./s3_bucket.ts";
import type { S3Options } from "./s3_client.ts";

/** What is no data lies here: readers pass over names that begin with a dot. */
const NOTES = ".wikitop";

/** What was begun so long ago and is not there yet, its writer was killed. */
const DEAD_MS = 24 * 3_600_000;

/** Options of {@linkcode S3Export}. */
export interface S3ExportOptions extends S3Options {
  /** The folder of the lock, which keeps the processes of this machine apart. */
  state: string;
  /** How to lock. */
  locks: FolderLocksOptions;
}

/**
 * An export into an S3 bucket. An object is there whole or not at all, however long: what is cut off is
 * an upload that nobody sees. Of several machines that write the same file, the last one stands.
 */
export class S3Export implements ExportTarget {
  readonly #bucket: S3Bucket;
  readonly #locks: FolderLocks;
  readonly #clock: Clock;
  readonly #lockName: string;
  #isSwept = false;

  /**
   * Makes the target; nothing is read or written yet.
   *
   * @param address The bucket and a prefix, as `s3://bucket/some/prefix`.
   * @param options Which server it is on, and where the lock is.
   */
  constructor(address: string, { state, locks, ...options }: S3ExportOptions) {
    this.#bucket = new S3Bucket(address, options);
    this.#locks = new FolderLocks(`${state}/.locks`, locks);
    this.#clock = options.clock ?? systemClock;
    this.#lockName = `export-${this.#bucket.locate("").replace(/[^a-z0-9.-]+/gi, "_")}`;
  }

  async lock(signal?: AbortSignal): Promise<Disposable> {
    const purpose = this.#bucket.locate("");
    const lock = await this.#locks.acquire(this.#lockName, { signal, purpose });
    try {
      if (!this.#isSwept) {
        await this.#bucket.abortUploads(new Date(this.#clock.now().getTime() - DEAD_MS));
      }
      this.#isSwept = true;
      return lock;
    } catch (error) {
      lock[Symbol.dispose]();
      throw error;
    }
  }

  async size(path: string): Promise<number | undefined> {
    return (await this.#bucket.head(path))?.bytes;
  }

  async write(path: string, content: AsyncIterable<Bytes>): Promise<number> {
    return await this.#bucket.write(path, content);
  }

  async note(path: string): Promise<string | undefined> {
    const bytes = await this.#bucket.get(`${NOTES}/${path}`);
    return bytes && new TextDecoder().decode(bytes);
  }

  async writeNote(path: string, text: string): Promise<void> {
    await this.#bucket.put(`${NOTES}/${path}`, new TextEncoder().encode(text));
  }

  locate(path: string): string {
    return this.#bucket.locate(path);
  }

  /** Closes its connections. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#bucket[Symbol.asyncDispose]();
  }
}
