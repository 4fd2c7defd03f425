import type { Bytes } from "../../dump/bytes.ts";
import type { Hour } from "../../time/hour.ts";
import { Backoff } from "../../async/backoff.ts";
import type { Clock } from "../../async/clock.ts";
import { checkOptions } from "../../options.ts";
import { FetchError } from "./fetch_error.ts";
import { httpGet, type HttpGetOptions } from "./get.ts";
import { MissingDumpError } from "../missing_dump_error.ts";
import { type Part, resumable, STALL_MS } from "./resume.ts";
import type { Dump, KnownDump, OpenOptions, Source } from "../source.ts";

/** Options of {@linkcode HttpSource}. */
export interface HttpSourceOptions extends Pick<HttpGetOptions, "fetch" | "userAgent" | "hosts"> {
  /** The passing of time; by its present a dump that is not there is late or missing. */
  clock: Clock;
  /**
   * How long to go on without any progress, in milliseconds.
   *
   * @default {0}
   */
  retryFor?: number | undefined;
  /** Waits for one of the connections that may be open to a host; without it there is no limit. */
  connect?: ((host: string, signal?: AbortSignal) => Promise<Disposable>) | undefined;
}

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
   * @param base The URL under which the years are, as `https://dumps.wikimedia.org/other/pageviews/`.
   * @param options How to ask the server.
   */
  constructor(base: string, options: HttpSourceOptions) {
    checkOptions("HttpSource", options, {
      fetch: true,
      userAgent: true,
      hosts: true,
      clock: true,
      retryFor: true,
      connect: true,
    });
    this.#base = new URL(base.endsWith("/") ? base : `${base}/`);
    this.#options = options;
  }

  async open(hour: Hour, options: OpenOptions = {}): Promise<Dump> {
    return (await this.#open(hour, {}, options))!;
  }

  openIfChanged(
    hour: Hour,
    known: KnownDump,
    options: OpenOptions = {},
  ): Promise<Dump | undefined> {
    return this.#open(hour, conditions(known), options);
  }

  async measure(hour: Hour, signal?: AbortSignal): Promise<number | undefined> {
    const { href: url } = new URL(hour.dumpPath, this.#base);
    const connection = await this.#connect(signal);
    try {
      const response = await this.#ask(url, { signal, headers: {}, method: "HEAD" });
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
  ): Promise<Dump | undefined> {
    const { clock, retryFor = 0 } = this.#options;
    const { href: url } = new URL(hour.dumpPath, this.#base);
    const patience = { clock, retryFor, signal, onRetry };
    const backoff = new Backoff(patience);
    const connection = await this.#connect(signal);
    const disconnect = () => connection?.[Symbol.dispose]();
    try {
      let response: Response | undefined;
      while (response === undefined) {
        try {
          response = await this.#ask(url, { signal, headers });
        } catch (error) {
          await backoff.wait(error);
        }
      }
      if (response.status === 200) {
        const first = await partOf(response);
        const body = resumable(first, {
          ...patience,
          open: async (start, validator) =>
            await partOf(
              await this.#ask(url, { signal, headers: rangeFrom(start, validator) }),
              start,
            ),
        });
        return {
          url,
          body: onEnd(body, disconnect),
          length: first.length ?? null,
          etag: response.headers.get("etag"),
          lastModified: response.headers.get("last-modified"),
        };
      }
      await response.body?.cancel();
      if (response.status === 404) throw new MissingDumpError(hour, url, clock.now());
      if (response.status !== 304) throw new FetchError(`Cannot fetch "${url}": it has no dump`);
      disconnect();
      return undefined;
    } catch (error) {
      disconnect();
      throw error;
    }
  }

  async #connect(signal: AbortSignal | undefined): Promise<Disposable | undefined> {
    return await this.#options.connect?.(this.#base.host, signal);
  }

  /** The answer to a request, which has to begin in time. */
  async #ask(
    url: string,
    { signal, headers, method }: Pick<HttpGetOptions, "signal" | "headers" | "method">,
  ): Promise<Response> {
    const { fetch, userAgent, hosts, clock } = this.#options;
    const answered = new AbortController();
    const silent = new AbortController();
    const giveUp = () => {
      const problem = `no answer came for ${STALL_MS / 1000} s; check the network and the address`;
      silent.abort(new FetchError(`Cannot fetch "${url}": ${problem}`, { transient: true }));
    };
    clock.sleep(STALL_MS, answered.signal).then(giveUp, () => {}); // It came in time.
    try {
      return await httpGet(url, {
        fetch,
        userAgent,
        hosts,
        signal: AbortSignal.any([silent.signal, ...signal ? [signal] : []]),
        // Only the file's own bytes can be counted, and resumed from the byte they broke off at. And
        // a connection kept for later would be one too many, once another process opens its own.
        headers: { "accept-encoding": "identity", connection: "close", ...headers },
        method,
      });
    } finally {
      answered.abort();
    }
  }
}

function conditions(known: KnownDump): Record<string, string> {
  if (known.etag) return { "if-none-match": known.etag };
  if (known.last_modified) return { "if-modified-since": known.last_modified };
  return {};
}

function rangeFrom(start: number, validator: string | undefined): Record<string, string> {
  if (start === 0) return {};
  const range = { range: `bytes=${start}-` };
  return validator === undefined ? range : { ...range, "if-range": validator };
}

/** An answer as a part of the file. */
async function partOf(response: Response, asked = 0): Promise<Part> {
  const { status, headers } = response;
  const range = /^bytes (?:(\d+)-\d+|\*)\/(\d+)$/.exec(headers.get("content-range") ?? "");
  if (/^text\/html\b/i.test(headers.get("content-type") ?? "")) {
    await response.body?.cancel();
    throw new FetchError(
      `Cannot fetch "${response.url}": it is a web page instead of a dump; is a proxy in between, ` +
        "or a login page?",
    );
  }
  if (status === 404) {
    await response.body?.cancel();
    throw new FetchError(`Cannot fetch "${response.url}": it is gone`, { transient: true });
  }
  // What the runtime has decoded on its way has another length than the header says.
  const isEncoded = headers.has("content-encoding") || !headers.has("content-length");
  const length = range !== null ? Number(range[2]) : isEncoded ? undefined : contentLength(headers);
  const empty = new Blob([]).stream() as ReadableStream<Bytes>;
  if (status === 416) {
    await response.body?.cancel();
    return { body: empty, start: asked, length, validator: validatorOf(headers) };
  }
  return {
    body: response.body ?? empty,
    start: status === 206 && range !== null ? Number(range[1]) : 0,
    length,
    validator: validatorOf(headers),
  };
}

function contentLength(headers: Headers): number {
  return Number(headers.get("content-length"));
}

/** What `If-Range` may hold: a strong ETag, or a date. */
function validatorOf(headers: Headers): string | undefined {
  const etag = headers.get("etag");
  if (etag !== null && !etag.startsWith("W/")) return etag;
  return headers.get("last-modified") ?? undefined;
}

/** The same stream, which does something once when it ends, fails or is cancelled. */
function onEnd(stream: ReadableStream<Bytes>, action: () => void): ReadableStream<Bytes> {
  const reader = stream.getReader();
  let hasEnded = false;
  const end = () => {
    if (!hasEnded) action();
    hasEnded = true;
  };
  return new ReadableStream<Bytes>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
      } catch (error) {
        end();
        throw error;
      }
      end();
      controller.close();
    },
    async cancel(reason) {
      try {
        await reader.cancel(reason);
      } finally {
        end();
      }
    },
  }, { highWaterMark: 0 });
}
