import type { Bytes } from "../dump/bytes.ts";
import type { BlobInfo, Blobs } from "../store/blobs.ts";
import { StoreError } from "../store/store_error.ts";
import { type PutCondition, S3Bucket } from "./s3_bucket.ts";
import type { S3Options } from "./s3_client.ts";

/** Options of {@linkcode S3Blobs}. */
export interface S3BlobsOptions extends S3Options {
  /**
   * Whether there is never more than one writer: the only way for a server that does not write upon a
   * condition.
   *
   * @default {false}
   */
  singleWriter?: boolean;
}

/** Where it is tried out whether a server writes upon a condition. */
const PROBES = ".probes";

/** No probe takes that long. */
const DEAD_MS = 24 * 3_600_000;

/** No ETag is this one. */
const NO_ETAG = "00000000000000000000000000000000";

/** How a server wants to be told an ETag: as HTTP has it, or without its quotation marks. */
type EtagForm = (etag: string) => string;

const asInHttp: EtagForm = (etag) => etag;
const withoutQuotes: EtagForm = (etag) => etag.replaceAll('"', "");

/**
 * Blobs as objects of an S3 bucket, for any number of writers that share no lock: what a blob replaces
 * is a condition of {@linkcode S3Blobs.putIf}. Whether the server heeds it is tried out before the first
 * one.
 */
export class S3Blobs implements Blobs {
  readonly atOnce = 16;

  readonly #bucket: S3Bucket;
  readonly #isSingleWriter: boolean;
  #probing: Promise<EtagForm> | undefined;

  /**
   * Makes blobs of a bucket; nothing is read or written yet.
   *
   * @param address The bucket and a prefix, as `s3://bucket/some/prefix`.
   * @param options Which server it is on.
   * @throws {RangeError} If that is no such address.
   */
  constructor(address: string, { singleWriter = false, ...options }: S3BlobsOptions = {}) {
    this.#bucket = new S3Bucket(address, options);
    this.#isSingleWriter = singleWriter;
  }

  async get(path: string): Promise<Bytes | undefined> {
    return await this.#bucket.get(path);
  }

  async range(path: string, start: number, end: number): Promise<Bytes | undefined> {
    return await this.#bucket.get(path, start, end);
  }

  async put(blobs: readonly (readonly [path: string, content: Bytes])[]): Promise<void> {
    for (const [path, content] of blobs) await this.#bucket.put(path, content);
  }

  async putIf(path: string, content: Bytes, seen: string | undefined): Promise<boolean> {
    if (this.#isSingleWriter) {
      if (await this.version(path) !== seen) return false;
      await this.#bucket.put(path, content);
      return true;
    }
    const form = await this.checkConditions();
    const condition: PutCondition = seen === undefined
      ? { ifNoneMatch: "*" }
      : { ifMatch: form(seen) };
    return await this.#bucket.putIf(path, content, condition) ?? false;
  }

  async names(folder: string, beginning?: string): Promise<string[]> {
    return (await this.list(folder, beginning)).map(({ name }) => name);
  }

  async list(folder: string, beginning?: string): Promise<BlobInfo[]> {
    const { objects } = await this.#bucket.list(folder, beginning);
    return objects.map(({ key, ...known }) => ({ name: key.slice(folder.length + 1), ...known }))
      .filter(({ name }) => name !== ""); // Some tools make an object for the folder itself.
  }

  async folders(folder: string): Promise<string[]> {
    return (await this.#bucket.list(folder)).folders;
  }

  async version(path: string): Promise<string | undefined> {
    return (await this.#bucket.head(path))?.etag;
  }

  async delete(path: string): Promise<void> {
    await this.#bucket.delete(path);
  }

  locate(path: string): string {
    return this.#bucket.locate(path);
  }

  /**
   * Looks whether the bucket can be a store.
   *
   * @param isWritten Whether it is to be written, and so must heed conditions.
   * @throws {StoreError} If it is not there, not to be had, or heeds none.
   */
  async check({ isWritten }: { isWritten: boolean }): Promise<void> {
    await this.#bucket.check();
    if (isWritten && !this.#isSingleWriter) await this.checkConditions();
  }

  /** Tries out, once, whether the server heeds conditions, and how it wants to be told of an ETag. */
  async checkConditions(): Promise<EtagForm> {
    this.#probing ??= this.#probe();
    try {
      return await this.#probing;
    } catch (error) {
      this.#probing = undefined; // It may be asked again.
      throw error;
    }
  }

  async #probe(): Promise<EtagForm> {
    const key = `${PROBES}/${crypto.randomUUID()}`;
    const content = new TextEncoder().encode("wikitop looks whether conditions are heeded\n");
    const put = (condition: PutCondition) => this.#bucket.putIf(key, content, condition);
    try {
      const first = await put({ ifNoneMatch: "*" });
      const second = first && await put({ ifNoneMatch: "*" });
      if (!first || second !== false) {
        throw this.#unconditional(second ? "it ignores them" : "it has not implemented them");
      }
      const { etag = "" } = await this.#bucket.head(key) ?? {};
      for (const form of [asInHttp, withoutQuotes]) {
        const wrong = form(`"${NO_ETAG}"`);
        const isHeeded = await put({ ifMatch: form(etag) }) === true &&
          await put({ ifMatch: wrong }) === false;
        if (isHeeded) return form;
      }
      throw this.#unconditional("it does not heed If-Match");
    } finally {
      await this.#removeProbes(key).catch(() => {}); // Whatever that was, the next request meets it.
    }
  }

  /** Removes a probe, and what killed processes left of theirs. */
  async #removeProbes(key: string): Promise<void> {
    await this.#bucket.delete(key);
    const { objects } = await this.#bucket.list(PROBES);
    for (const { key, modified } of objects) {
      if (Date.now() - modified.getTime() > DEAD_MS) await this.#bucket.delete(key);
    }
  }

  #unconditional(why: string): StoreError {
    return new StoreError(
      `Cannot write to "${
        this.locate("")
      }": its server has no conditional writes, by which several ` +
        `writers keep out of each other's way (${why})`,
      "no-conditional-writes",
    );
  }

  /** Closes its connections. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#bucket[Symbol.asyncDispose]();
  }
}
