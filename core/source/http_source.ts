import type { Bytes } from "../dump/gunzip.ts";
import type { Hour } from "../hour.ts";
import { httpGet, type HttpGetOptions } from "./http_get.ts";
import { MissingDumpError } from "./missing_dump_error.ts";
import type { Dump, Source } from "./source.ts";

/** Options of {@linkcode HttpSource}. */
export interface HttpSourceOptions extends Omit<HttpGetOptions, "etag"> {
  /** The clock, by which a dump that is not there is late or missing. */
  now: () => Date;
}

/** A server of dumps, laid out as Wikimedia's is. */
export class HttpSource implements Source {
  readonly #base: URL;
  readonly #options: HttpSourceOptions;

  /**
   * Constructs a new instance.
   *
   * @param base The URL under which the years are, as `https://dumps.wikimedia.org/other/pageviews/`.
   * @param options How to ask the server.
   */
  constructor(base: string, options: HttpSourceOptions) {
    this.#base = new URL(base.endsWith("/") ? base : `${base}/`);
    this.#options = options;
  }

  async open(hour: Hour): Promise<Dump> {
    const { href: url } = new URL(hour.dumpPath, this.#base);
    const response = await httpGet(url, this.#options);
    if (response.status === 404) {
      await response.body?.cancel();
      throw new MissingDumpError(hour, url, this.#options.now());
    }
    const length = response.headers.get("content-length");
    return {
      url,
      length: length === null ? null : Number(length),
      body: response.body ?? new Blob([]).stream() as ReadableStream<Bytes>,
      etag: response.headers.get("etag"),
      lastModified: response.headers.get("last-modified"),
    };
  }
}
