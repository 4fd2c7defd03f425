import type { Hour } from "../../time/hour.ts";
import { checkOptions } from "../../options.ts";
import { redactUrl } from "../../redact_urls.ts";
import { MissingDumpError } from "../missing_dump_error.ts";
import type { Dump, KnownDump, OpenOptions, Source } from "../source.ts";
import { ask, download, DOWNLOAD_OPTIONS, type DownloadOptions } from "./download.ts";

/** Options of {@linkcode HttpSource}; by the present of the clock a missing dump is late, or gone. */
export type HttpSourceOptions = DownloadOptions;

/**
 * A server of dumps, laid out as Wikimedia's is. Whatever may pass is tried again, a connection that
 * breaks is resumed, and no more connections are open than are allowed.
 */
export class HttpSource implements Source {
  readonly #base: URL;
  readonly #options: HttpSourceOptions;

  /**
   * Makes a source of a server; nothing is asked yet.
   *
   * @param base The URL under which the years are, as `https://dumps.wikimedia.org/other/pageviews/`;
   * what it has behind a `?` is sent with each request, a user name and password as HTTP has them.
   * @param options How to ask the server.
   */
  constructor(base: string, options: HttpSourceOptions) {
    checkOptions("HttpSource", options, DOWNLOAD_OPTIONS);
    this.#base = new URL(base);
    // Or its last part would be taken for a file, in whose place the years are.
    if (!this.#base.pathname.endsWith("/")) this.#base.pathname += "/";
    this.#options = options;
  }

  async open(hour: Hour, options: OpenOptions = {}): Promise<Dump> {
    return (await this.#open(hour, {}, options))!;
  }

  async openTotals(hour: Hour, options: OpenOptions = {}): Promise<Dump> {
    return (await this.#open(hour, {}, options, hour.totalsPath))!;
  }

  openIfChanged(
    hour: Hour,
    known: KnownDump,
    options: OpenOptions = {},
  ): Promise<Dump | undefined> {
    return this.#open(hour, conditions(known), options);
  }

  async measure(hour: Hour, signal?: AbortSignal): Promise<number | undefined> {
    const url = this.#urlOf(hour.dumpPath);
    const connection = await this.#options.connect?.(this.#base.host, signal);
    try {
      const response = await ask(url, { signal, method: "HEAD" }, this.#options);
      const length = response.headers.get("content-length");
      return response.status === 200 && length !== null ? Number(length) : undefined;
    } finally {
      connection?.[Symbol.dispose]();
    }
  }

  /** The dump; `undefined` if the server says that the conditions for sending it are not met. */
  async #open(
    hour: Hour,
    headers: Record<string, string>,
    { signal, onRetry }: OpenOptions,
    path = hour.dumpPath,
  ): Promise<Dump | undefined> {
    const url = this.#urlOf(path);
    const answer = await download(url, { signal, onRetry, headers }, this.#options);
    if (answer.status === 404) {
      const { clock } = this.#options;
      throw new MissingDumpError(hour, url, clock.now(), [], dateOf(answer.headers));
    }
    if (answer.status === 304) return undefined;
    return {
      url: redactUrl(url),
      body: answer.body,
      length: answer.length ?? null,
      etag: answer.headers.get("etag"),
      lastModified: answer.headers.get("last-modified"),
    };
  }

  #urlOf(path: string): string {
    const url = new URL(path, this.#base);
    url.search = this.#base.search;
    return url.href;
  }
}

/** What time it is by the server's clock. */
function dateOf(headers: Headers): Date | undefined {
  const date = new Date(headers.get("date") ?? "");
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function conditions(known: KnownDump): Record<string, string> {
  if (known.etag) return { "if-none-match": known.etag };
  if (known.last_modified) return { "if-modified-since": known.last_modified };
  return {};
}
