import type { Bytes } from "../../dump/bytes.ts";
import { Backoff, type BackoffOptions } from "../../async/backoff.ts";
import { FetchError } from "./fetch_error.ts";

/** A connection on which nothing comes for so long, in milliseconds, is given up. */
export const STALL_MS = 30_000;

/**
 * Less than so many bytes per millisecond is no progress; a connection on which no more comes for so
 * long, in milliseconds, is given up.
 */
const LEAST_RATE = 10;
const SLOW_MS = 60_000;

/** One answer to a request for a file or the rest of it. */
export interface Part {
  /** The bytes. */
  body: ReadableStream<Bytes>;
  /** Where in the file they begin: where asked, or 0 if the server does not know ranges. */
  start: number;
  /** The length of the whole file, `undefined` if the server did not say. */
  length: number | undefined;
  /** What tells this version of the file from others, `undefined` if nothing does. */
  validator: string | undefined;
  /** Aborted when its connection is to end, and the rest is to come over another one. */
  lost?: AbortSignal | undefined;
}

/** Options of {@linkcode resumable}. */
export interface ResumeOptions extends BackoffOptions {
  /**
   * Asks for the rest of the file.
   *
   * @param start Where it begins, 0 for the whole file.
   * @param validator What the version is known by that is wanted.
   * @returns The rest; or the whole file, if the server does not know ranges or the file changed.
   */
  open(start: number, validator: string | undefined): Promise<Part>;
}

/**
 * The bytes of a file, read over as many connections as it takes: one that breaks is resumed from
 * the byte it stopped at, as long as there is progress now and then.
 *
 * @param first The first answer.
 * @param options How to ask for the rest, and how long.
 * @returns The bytes of the whole file. It fails with an error if the file changed
 * on the way, with a {@linkcode FetchError} if there was no progress for too long.
 */
export function resumable(first: Part, options: ResumeOptions): ReadableStream<Bytes> {
  const { clock, open } = options;
  const cancelled = new AbortController();
  const signal = AbortSignal.any([cancelled.signal, ...options.signal ? [options.signal] : []]);
  const backoff = new Backoff({ ...options, signal });
  const { length, validator } = first;
  let reader = first.body.getReader();
  let lost = first.lost;
  /** How many bytes are still to come that were read already. */
  let skip = 0;
  let position = 0;
  /** How long was waited, and for how many bytes, since they came fast enough. */
  let slow = { milliseconds: 0, bytes: 0 };

  /** Counts what came of a wait: bytes that drip are no progress, nor are those that were there before. */
  const measure = (milliseconds: number, bytes: number, areFresh: boolean) => {
    slow.milliseconds += milliseconds;
    slow.bytes += bytes;
    const isFast = slow.bytes >= LEAST_RATE * slow.milliseconds;
    if (isFast && areFresh) backoff.progress();
    if (!isFast && slow.milliseconds < SLOW_MS) return;
    const seconds = Math.round(slow.milliseconds / 1000);
    const problem = `only ${slow.bytes} bytes came in ${seconds} s`;
    slow = { milliseconds: 0, bytes: 0 };
    if (!isFast) throw new FetchError(problem, { transient: true });
  };

  const readNext = async (): Promise<Bytes | undefined> => {
    const stalled = new AbortController();
    const timeout = AbortSignal.any([signal, stalled.signal, ...lost ? [lost] : []]);
    const stall = clock.sleep(STALL_MS, timeout).then(() => {
      throw new FetchError(`nothing came for ${STALL_MS / 1000} s`, { transient: true });
    });
    try {
      const { done, value } = await Promise.race([reader.read(), stall]);
      if (!done) return value;
    } finally {
      stall.catch(() => {}); // Whoever lost the race is not to be heard.
      stalled.abort();
    }
    if (length !== undefined && position < length) {
      throw new FetchError(`the connection ended after ${position} of ${length} bytes`, {
        transient: true,
      });
    }
    return undefined;
  };

  const reopen = async (error: unknown) => {
    reader.cancel(error).catch(() => {}); // It is broken already.
    signal.throwIfAborted();
    let cause = error instanceof FetchError
      ? error
      : new FetchError(error instanceof Error ? error.message : String(error), {
        cause: error,
        transient: true,
      });
    while (true) {
      await backoff.wait(cause);
      try {
        // Bytes that may have been decoded on their way are not those that a range would count.
        const part = await open(length === undefined ? 0 : position, validator);
        const problem = cancelled.signal.aborted ? "the request was cancelled" : whyNot(part);
        if (problem !== undefined) {
          await part.body.cancel();
          throw new Error(`Cannot resume dump: ${problem}`);
        }
        reader = part.body.getReader();
        lost = part.lost;
        skip = position - part.start;
        return;
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        cause = error;
      }
    }
  };

  const whyNot = (part: Part): string | undefined => {
    if (differ(part.validator, validator)) return "it has changed on the server meanwhile";
    if (differ(part.length, length)) {
      return `its server said that it has ${length} bytes, and then ${part.length}`;
    }
    if (part.start <= position) return undefined;
    return `byte ${position} was asked for, and byte ${part.start} came`;
  };

  return new ReadableStream<Bytes>({
    async pull(controller) {
      while (true) {
        let chunk: Bytes | undefined;
        try {
          const start = clock.now().getTime();
          chunk = await readNext();
          const waited = clock.now().getTime() - start;
          if (chunk !== undefined) measure(waited, chunk.length, chunk.length > skip);
        } catch (error) {
          await reopen(error);
          continue;
        }
        if (chunk === undefined) return controller.close();
        const fresh = skip > 0 ? chunk.subarray(Math.min(skip, chunk.length)) : chunk;
        skip = Math.max(0, skip - chunk.length);
        if (fresh.length === 0) continue;
        position += fresh.length;
        return controller.enqueue(fresh);
      }
    },
    async cancel(reason) {
      cancelled.abort(reason);
      await reader.cancel(reason).catch(() => {}); // It may be broken.
    },
  }, { highWaterMark: 0 });
}

/** Whether two facts contradict each other; one that is not known contradicts none. */
function differ<Fact>(a: Fact | undefined, b: Fact | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
