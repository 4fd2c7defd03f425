import { Backoff } from "../../async/backoff.ts";
import type { Clock } from "../../async/clock.ts";
import type { Bytes } from "../../dump/bytes.ts";
import { FetchError } from "./fetch_error.ts";
import { httpGet, type HttpGetOptions } from "./get.ts";
import { type Part, resumable, STALL_MS } from "./resume.ts";

/** The right to be connected to a host, until it is disposed of. */
export interface Connection extends Disposable {
  /** Aborted when it is lost before: the connection ends, and another one is asked for. */
  readonly lost?: AbortSignal | undefined;
}

/** How to ask a server for files. */
export interface DownloadOptions extends Pick<HttpGetOptions, "fetch" | "userAgent" | "hosts"> {
  /** The passing of time. */
  clock: Clock;
  /**
   * How long to go on without any progress, in milliseconds.
   *
   * @default {0}
   */
  retryFor?: number | undefined;
  /** Waits for one of the connections that may be open to a host; without it there is no limit. */
  connect?:
    | ((host: string, signal?: AbortSignal) => Promise<Connection | undefined>)
    | undefined;
}

/** The names of {@linkcode DownloadOptions}. */
export const DOWNLOAD_OPTIONS: Readonly<Record<keyof DownloadOptions, true>> = {
  fetch: true,
  userAgent: true,
  hosts: true,
  clock: true,
  retryFor: true,
  connect: true,
};

/** What to ask for, and who listens. */
export interface DownloadRequest {
  /** Headers to send, as conditions. */
  headers?: Record<string, string> | undefined;
  /** Ends the download. */
  signal?: AbortSignal | undefined;
  /** Called with what went wrong where the work goes on, and the wait before, in milliseconds. */
  onRetry?: ((error: Error, delay: number) => void) | undefined;
}

/** An answer of a server. */
export interface Download {
  /** Its status: 200, 304 or 404. */
  status: number;
  /** Its headers. */
  headers: Headers;
  /** The bytes, none unless the status is 200; to be read or cancelled. */
  body: ReadableStream<Bytes>;
  /** Their number, `undefined` if the server did not say. */
  length: number | undefined;
}

/**
 * Gets a file from a server. Whatever may pass is tried again, a connection that breaks or on which
 * nothing comes is resumed, and no more connections are open than are allowed.
 */
export async function download(
  url: string,
  { headers = {}, signal, onRetry }: DownloadRequest,
  options: DownloadOptions,
): Promise<Download> {
  const patience = { clock: options.clock, retryFor: options.retryFor ?? 0, signal, onRetry };
  const backoff = new Backoff(patience);
  const { host } = new URL(url);
  let connection = await options.connect?.(host, signal);
  const disconnect = () => connection?.[Symbol.dispose]();
  /** What ends a request: the caller, or that the connection is lost. */
  const ends = async () => {
    if (connection?.lost?.aborted) {
      disconnect();
      connection = await options.connect?.(host, signal);
    }
    return anyOf(signal, connection?.lost);
  };
  try {
    let response: Response | undefined;
    while (response === undefined) {
      try {
        response = await ask(url, { signal: await ends(), headers }, options);
      } catch (error) {
        await backoff.wait(error);
      }
    }
    const { status } = response;
    if (status === 200) {
      const first = { ...await partOf(response), lost: connection?.lost };
      const body = resumable(first, {
        ...patience,
        open: async (start, validator) => {
          const range = { signal: await ends(), headers: rangeFrom(start, validator) };
          const part = await partOf(await ask(url, range, options), start);
          return { ...part, lost: connection?.lost };
        },
      });
      const { length } = first;
      return { status, headers: response.headers, body: onEnd(body, disconnect), length };
    }
    await response.body?.cancel();
    if (status !== 304 && status !== 404) {
      throw new FetchError(`Cannot fetch "${url}": status is ${status}`);
    }
    disconnect();
    return { status, headers: response.headers, body: noBytes(), length: undefined };
  } catch (error) {
    disconnect();
    throw error;
  }
}

/**
 * Reads a stream to its end, unless it is longer than it may be.
 *
 * @throws {RangeError} If it is; the message says by how much it may not.
 */
export async function readWhole(body: ReadableStream<Bytes>, most: number): Promise<Bytes> {
  const chunks: Bytes[] = [];
  let length = 0;
  // Not by `for await`, which Safari cannot do with streams.
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      const error = new RangeError(`it is longer than ${most} bytes`);
      await reader.cancel(error);
      throw error;
    }
    chunks.push(next.value);
  }
  const whole = new Uint8Array(length);
  let end = 0;
  for (const chunk of chunks) {
    whole.set(chunk, end);
    end += chunk.length;
  }
  return whole;
}

/** The answer to a request, which has to begin in time. */
export async function ask(
  url: string,
  { signal, headers, method }: Pick<HttpGetOptions, "signal" | "headers" | "method">,
  { fetch, userAgent, hosts, clock }: DownloadOptions,
): Promise<Response> {
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

function anyOf(...signals: (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
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
      `Cannot fetch "${response.url}": it is a web page; is a proxy in between, ` +
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
  if (status === 416) {
    await response.body?.cancel();
    return { body: noBytes(), start: asked, length, validator: validatorOf(headers) };
  }
  return {
    body: response.body ?? noBytes(),
    start: status === 206 && range !== null ? Number(range[1]) : 0,
    length,
    validator: validatorOf(headers),
  };
}

function noBytes(): ReadableStream<Bytes> {
  return new Blob([]).stream() as ReadableStream<Bytes>;
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
