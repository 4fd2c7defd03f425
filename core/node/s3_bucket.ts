import type { CompletedPart, MultipartUpload } from "@aws-sdk/client-s3";
import { type Clock, systemClock } from "../async/clock.ts";
import type { Bytes } from "../dump/bytes.ts";
import { openClient, type Opened, type S3Options, TRIES } from "./s3_client.ts";
import { nameOfError, s3Error, statusOf } from "./s3_error.ts";

/** What there has to be in the place of an object for it to be written: an ETag, or nothing. */
export type PutCondition = { ifMatch: string } | { ifNoneMatch: "*" };

/** What is known of an object. */
export interface S3Object {
  /** Its key, without the prefix. */
  key: string;
  /** Its length in bytes. */
  bytes: number;
  /** When it was written. */
  modified: Date;
}

/** The first pause between tries; each further one is twice as long. */
const FIRST_DELAY_MS = 100;

/** The length of the parts of what is too long for one request; S3 wants 5 MiB, and at most 10,000. */
const PART_BYTES = 1 << 23;

/**
 * The objects of a bucket whose keys begin with a prefix. Credentials come from where the AWS SDK finds
 * them: the environment, `~/.aws`, SSO, the role of the machine or the pod. The SDK is loaded with the
 * first request. Every method throws a `StoreError` where the server fails.
 */
export class S3Bucket {
  readonly #bucket: string;
  readonly #prefix: string;
  readonly #options: S3Options;
  readonly #clock: Clock;
  #opening: Promise<Opened> | undefined;

  /**
   * Makes it; nothing is asked yet.
   *
   * @param address The bucket and the prefix, as `s3://bucket/some/prefix`.
   * @param options Which server it is on.
   * @throws {RangeError} If that is no such address.
   */
  constructor(address: string, options: S3Options = {}) {
    const [, bucket, prefix = ""] = /^s3:\/\/([^/\s]+)(?:\/(.*))?$/i.exec(address) ?? [];
    if (bucket === undefined) {
      throw new RangeError(`Invalid address "${address}": write s3://BUCKET/PREFIX`);
    }
    this.#bucket = bucket;
    this.#prefix = prefix.split("/").filter((part) => part !== "").map((part) => `${part}/`).join(
      "",
    );
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  /** The URL of an object, for people. */
  locate(key: string): string {
    return `s3://${this.#bucket}/${this.#prefix}${key}`;
  }

  /**
   * Reads an object, or a part of it.
   *
   * @returns Its bytes, fewer if it ends before; `undefined` if there is none.
   */
  async get(key: string, start: number = 0, end: number = Infinity): Promise<Bytes | undefined> {
    if (end <= start) return await this.head(key) && new Uint8Array();
    const isWhole = start === 0 && end === Infinity;
    const range = `bytes=${start}-${end === Infinity ? "" : end - 1}`;
    for (let attempt = 1;; attempt++) {
      const answer = await this.#ask("read", key, async ({ sdk, client }) => {
        const input = { ...this.#of(key), ...!isWhole && { Range: range } };
        return await client.send(new sdk.GetObjectCommand(input));
      }, { 404: undefined, 416: "behind its end" } as const);
      if (answer === undefined) return undefined;
      if (answer === "behind its end") return new Uint8Array();
      try {
        const bytes = await answer.Body!.transformToByteArray() as Bytes;
        const length = answer.ContentLength ?? bytes.length;
        if (bytes.length === length) return bytes;
        throw Object.assign(new Error(`${bytes.length} of ${length} bytes came`), { name: "cut" });
      } catch (cause) {
        if (attempt === TRIES) {
          throw s3Error("read", this.locate(key), asCut(cause));
        }
        await this.#wait(attempt);
      }
    }
  }

  /** The ETag and the length of an object, `undefined` if there is none. */
  async head(key: string): Promise<{ etag: string; bytes: number } | undefined> {
    const answer = await this.#ask(
      "read",
      key,
      ({ sdk, client }) => client.send(new sdk.HeadObjectCommand(this.#of(key))),
      { 404: undefined },
    );
    return answer && { etag: answer.ETag ?? "", bytes: answer.ContentLength ?? 0 };
  }

  /** Writes an object whole, in the place of one that may be there; gives its ETag. */
  async put(key: string, content: Bytes): Promise<string> {
    const answer = await this.#ask(
      "write",
      key,
      ({ sdk, client }) =>
        client.send(new sdk.PutObjectCommand({ ...this.#of(key), Body: content })),
      {},
    );
    return answer.ETag ?? "";
  }

  /**
   * Writes an object whole if what is in its place is as it has to be.
   *
   * @returns Whether it was; `undefined` if the server says that it knows no such conditions.
   */
  async putIf(key: string, content: Bytes, condition: PutCondition): Promise<boolean | undefined> {
    const input = {
      ...this.#of(key),
      Body: content,
      ..."ifMatch" in condition
        ? { IfMatch: condition.ifMatch }
        : { IfNoneMatch: condition.ifNoneMatch },
    };
    for (let attempt = 1;; attempt++) {
      const answer = await this.#ask(
        "write",
        key,
        ({ sdk, client }) => client.send(new sdk.PutObjectCommand(input)).then(() => true as const),
        // 404 is said where what was to be replaced has been removed, 409 where others write right now.
        {
          412: false,
          404: "ifMatch" in condition ? false : NO_ANSWER,
          501: "unknown",
          409: attempt < TRIES ? "again" : NO_ANSWER,
        } as const,
      );
      if (answer === "unknown") return undefined;
      if (answer !== "again") return answer;
      await this.#wait(attempt);
    }
  }

  /** Writes an object from chunks, however long; it is there with the last one. Gives its length. */
  async write(key: string, chunks: AsyncIterable<Bytes>): Promise<number> {
    const parts = inParts(chunks);
    const first = (await parts.next()).value ?? new Uint8Array();
    if (first.length < PART_BYTES) {
      await this.put(key, first);
      return first.length;
    }
    const begun = await this.#ask(
      "write",
      key,
      ({ sdk, client }) => client.send(new sdk.CreateMultipartUploadCommand(this.#of(key))),
      {},
    );
    const upload = { ...this.#of(key), UploadId: begun.UploadId };
    try {
      let length = 0;
      const sent: CompletedPart[] = [];
      for (let part: Bytes | undefined = first; part; part = (await parts.next()).value) {
        const content = part;
        const PartNumber = sent.length + 1;
        const { ETag } = await this.#ask(
          "write",
          key,
          ({ sdk, client }) =>
            client.send(new sdk.UploadPartCommand({ ...upload, PartNumber, Body: content })),
          {},
        );
        sent.push({ PartNumber, ...ETag !== undefined && { ETag } });
        length += content.length;
      }
      const MultipartUpload = { Parts: sent };
      await this.#ask(
        "write",
        key,
        ({ sdk, client }) =>
          client.send(new sdk.CompleteMultipartUploadCommand({ ...upload, MultipartUpload })),
        {},
      );
      return length;
    } catch (error) {
      const abort = ({ sdk, client }: Opened) =>
        client.send(new sdk.AbortMultipartUploadCommand(upload));
      await this.#ask("write", key, abort, {}).catch(() => {}); // What failed before is what is told.
      throw error;
    }
  }

  /** Removes what was begun to be written from chunks before a time, and never came to its end. */
  async abortUploads(before: Date): Promise<void> {
    const where = { Bucket: this.#bucket, Prefix: this.#prefix };
    const { Uploads = [] }: { Uploads?: MultipartUpload[] | undefined } = await this.#ask(
      "list",
      "",
      ({ sdk, client }) => client.send(new sdk.ListMultipartUploadsCommand(where)),
      { 501: {} },
    );
    for (const { Key, UploadId, Initiated } of Uploads) {
      if (Initiated === undefined || Initiated >= before) continue;
      const upload = { Bucket: this.#bucket, Key, UploadId };
      await this.#ask(
        "remove",
        (Key ?? "").slice(this.#prefix.length),
        ({ sdk, client }) => client.send(new sdk.AbortMultipartUploadCommand(upload)),
        { 404: undefined },
      );
    }
  }

  /** Removes an object, if it is there. */
  async delete(key: string): Promise<void> {
    await this.#ask(
      "remove",
      key,
      ({ sdk, client }) => client.send(new sdk.DeleteObjectCommand(this.#of(key))),
      { 404: undefined },
    );
  }

  /**
   * Lists the objects of a folder, page by page, and the folders in it.
   *
   * @param folder The folder, `""` for the topmost one.
   * @param beginning What the names begin with.
   * @param most How many there are to a page at most.
   * @returns The objects in the order of their keys, and the names of folders.
   */
  async list(
    folder: string,
    beginning: string = "",
    most: number = 1000,
  ): Promise<{ objects: S3Object[]; folders: string[] }> {
    const inFolder = folder === "" ? "" : `${folder}/`;
    const Prefix = `${this.#prefix}${inFolder}${beginning}`;
    const where = { Bucket: this.#bucket, Prefix, Delimiter: "/", MaxKeys: most };
    const objects: S3Object[] = [];
    const folders: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const input = { ...where, ...ContinuationToken !== undefined && { ContinuationToken } };
      const page = await this.#ask(
        "list",
        inFolder,
        ({ sdk, client }) => client.send(new sdk.ListObjectsV2Command(input)),
        {},
      );
      // What is no answer of S3 reads as that of a bucket without anything.
      if (page.Name === undefined) {
        const cause = Object.assign(new Error("The answer names no bucket"), { name: "not-s3" });
        throw s3Error("list", this.locate(inFolder), cause);
      }
      for (const { Key = "", Size = 0, LastModified = new Date(0) } of page.Contents ?? []) {
        const key = Key.slice(this.#prefix.length);
        objects.push({ key, bytes: Size, modified: LastModified });
      }
      for (const { Prefix = "" } of page.CommonPrefixes ?? []) {
        folders.push(Prefix.slice(this.#prefix.length + inFolder.length, -1));
      }
      ContinuationToken = page.IsTruncated === true ? page.NextContinuationToken : undefined;
    } while (ContinuationToken !== undefined);
    return { objects, folders };
  }

  /** Whether the bucket is there and may be listed; says what is wrong if not. */
  async check(): Promise<void> {
    await this.list("", "", 1);
  }

  /** Closes its connections. */
  async [Symbol.asyncDispose](): Promise<void> {
    (await this.#opening?.catch(() => undefined))?.client.destroy();
  }

  #of(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: `${this.#prefix}${key}` };
  }

  /** Asks, and gives what is expected for a status instead of an error. */
  async #ask<Answer, Expected extends Record<number, unknown>>(
    action: string,
    key: string,
    send: (opened: Opened) => Promise<Answer>,
    expected: Expected,
  ): Promise<Answer | Exclude<Expected[keyof Expected], typeof NO_ANSWER>> {
    try {
      return await send(await (this.#opening ??= openClient(this.#options)));
    } catch (cause) {
      const status = statusOf(cause) ?? 0;
      // A bucket that is not there answers 404, too.
      const isExpected = status in expected && expected[status] !== NO_ANSWER &&
        nameOfError(cause) !== "NoSuchBucket";
      if (isExpected) {
        return expected[status] as Exclude<Expected[keyof Expected], typeof NO_ANSWER>;
      }
      throw s3Error(action, this.locate(key), cause);
    }
  }

  async #wait(attempt: number): Promise<void> {
    await this.#clock.sleep(FIRST_DELAY_MS * 2 ** (attempt - 1) * (0.75 + Math.random() / 2));
  }
}

/** Stands for a status that is no answer after all. */
const NO_ANSWER: unique symbol = Symbol("no answer");

/** A body that does not come to its end has no status, and no name that says so. */
function asCut(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause.name === "NotCapable") return cause;
  return Object.assign(new Error(cause.message, { cause }), { name: "cut" });
}

/** Chunks as parts of one length, but for the last. */
async function* inParts(chunks: AsyncIterable<Bytes>): AsyncGenerator<Bytes, undefined> {
  let part = new Uint8Array(PART_BYTES);
  let length = 0;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length;) {
      const taken = Math.min(chunk.length - start, PART_BYTES - length);
      part.set(chunk.subarray(start, start + taken), length);
      length += taken;
      start += taken;
      if (length < PART_BYTES) continue;
      yield part;
      part = new Uint8Array(PART_BYTES);
      length = 0;
    }
  }
  if (length > 0) yield part.subarray(0, length);
}
