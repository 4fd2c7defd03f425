import { gzip } from "./gzip.ts";

/** Shorter answers are sent as they are: a packet holds them. */
const COMPRESS_FROM = 1400;

/** What is known of an answer. */
export interface AnswerOptions {
  /** Its media type. */
  type: string;
  /** When what it tells of was made. */
  lastModified?: Date;
  /** For how long it may be kept, and by whom, as `public, max-age=600`. */
  cacheControl: string;
  /** More headers. */
  headers?: Record<string, string>;
}

/**
 * An answer that is made once and sent any number of times: as it is or gzipped, or not at all to
 * those who have it already.
 *
 * Every response is a clone of one that is never read. That shares the bytes, where to construct
 * one anew would copy them and check every header again.
 */
export class Answer {
  /** Its strong entity tag. */
  readonly etag: string;
  /** How much memory it takes, in bytes. */
  readonly bytes: number;

  readonly #plain: Response;
  readonly #plainUnmodified: Response;
  readonly #gzipped: Response | undefined;
  readonly #gzippedUnmodified: Response | undefined;
  readonly #gzipTag: string;
  readonly #lastModified: number;

  private constructor(
    body: Uint8Array<ArrayBuffer>,
    gzipped: Uint8Array<ArrayBuffer> | undefined,
    digest: string,
    { type, lastModified, cacheControl, headers = {} }: AnswerOptions,
  ) {
    this.etag = `"${digest}"`;
    this.#gzipTag = `"${digest}-gzip"`;
    // HTTP has no fractions of seconds.
    this.#lastModified = Math.floor((lastModified?.getTime() ?? Infinity) / 1000) * 1000;
    const modified: Record<string, string> = lastModified === undefined
      ? {}
      : { "last-modified": lastModified.toUTCString() };
    const cached = { "cache-control": cacheControl, ...modified, ...headers };
    const content = { "content-type": type, "x-content-type-options": "nosniff" };
    const plain = { etag: this.etag, ...cached };
    this.#plain = new Response(body, { headers: { ...content, ...plain } });
    this.#plainUnmodified = new Response(null, { status: 304, headers: plain });
    this.bytes = body.length + 2000;
    if (gzipped !== undefined) {
      const zipped = { etag: this.#gzipTag, ...cached };
      this.#gzipped = new Response(gzipped, {
        headers: { ...content, ...zipped, "content-encoding": "gzip" },
      });
      this.#gzippedUnmodified = new Response(null, { status: 304, headers: zipped });
      this.bytes += gzipped.length;
    }
  }

  /** Prepares an answer from its bytes, which are not to be changed any more. */
  static async of(body: Uint8Array<ArrayBuffer>, options: AnswerOptions): Promise<Answer> {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
    const tag = Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, "0"));
    const gzipped = body.length < COMPRESS_FROM ? undefined : await gzip(body);
    return new Answer(body, gzipped, tag.join(""), options);
  }

  /** The response to a request with these headers: 304 if the client has the answer already. */
  respond(headers: Headers): Response {
    // To ask whether a header is there first is faster: most are not.
    if (
      this.#gzipped !== undefined && headers.has("accept-encoding") &&
      acceptsGzip(headers.get("accept-encoding")!)
    ) {
      return this.#isKnown(headers, this.#gzipTag)
        ? this.#gzippedUnmodified!.clone()
        : this.#gzipped.clone();
    }
    return this.#isKnown(headers, this.etag) ? this.#plainUnmodified.clone() : this.#plain.clone();
  }

  #isKnown(headers: Headers, tag: string): boolean {
    if (headers.has("if-none-match")) {
      const known = headers.get("if-none-match")!;
      return known === "*" || known.includes(tag);
    }
    return headers.has("if-modified-since") &&
      this.#lastModified <= Date.parse(headers.get("if-modified-since")!);
  }
}

/** Whether an `Accept-Encoding` has gzip, by its name or, if that is not there, by `*`. */
function acceptsGzip(encodings: string): boolean {
  const listed = encodings.toLowerCase().split(",").map((item) => item.split(";"));
  const found = ["gzip", "x-gzip", "*"]
    .map((name) => listed.find(([coding = ""]) => coding.trim() === name))
    .find((item) => item !== undefined);
  return found !== undefined && !found.some((part) => /^\s*q=0(?:\.0*)?\s*$/.test(part));
}
