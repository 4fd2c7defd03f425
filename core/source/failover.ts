import type { Clock } from "../async/clock.ts";
import type { Bytes } from "../dump/bytes.ts";
import { tap } from "../dump/tap.ts";
import { DumpError } from "../dump/dump_error.ts";
import { PermissionError } from "../permission_error.ts";
import { StoreError } from "../store/store_error.ts";
import type { Hour } from "../time/hour.ts";
import { FetchError } from "./http/fetch_error.ts";
import { MissingDumpError } from "./missing_dump_error.ts";
import { SourceError } from "./source_error.ts";
import type { Dump, KnownDump, Source } from "./source.ts";

/** How often a dump is read from one source that turns out to be damaged, or changes meanwhile. */
const ATTEMPTS = 2;

/** From this age on, a dump is no longer expected to change, nor a mirror to be behind. */
const SETTLED_MS = 24 * 3_600_000;

/** Options of {@linkcode readFromSources}. */
export interface FailoverOptions<Value> {
  /** Where dumps come from, in the order in which they are asked: the origin, then its mirrors. */
  sources: readonly Source[];
  /** The passing of time. */
  clock: Clock;
  /** The dump that was read before; it is read only if it has changed since. */
  known?: KnownDump | undefined;
  /** Ends the reading. */
  signal?: AbortSignal | undefined;
  /** Called when a dump was opened, with the number of the attempt. */
  onOpen?: ((dump: Dump, attempt: number) => void) | undefined;
  /**
   * Called with each chunk as it is read, and how many bytes have been read by now; the chunk may be
   * moved elsewhere once the call has returned.
   */
  onChunk?: ((chunk: Bytes, bytes: number) => void) | undefined;
  /** Called with what went wrong where the work goes on, and the wait before, in milliseconds. */
  onRetry?: ((error: Error, delay: number) => void) | undefined;
  /** Reads a dump to its end, and makes something of it. */
  read(dump: Dump): Promise<Value>;
}

/**
 * Reads the dump of an hour from the first source that has it whole: one that is damaged is read
 * again, and then from the next source.
 *
 * @param hour The hour.
 * @param options From where, and what to make of it.
 * @returns What the dump was made into, `undefined` if it is still the one that is known.
 * @throws {MissingDumpError} If no source has the dump.
 * @throws {SourceError} If a source is not what it was taken for.
 * @throws {Error} If none has it whole; the message tells of each.
 */
export async function readFromSources<Value>(
  hour: Hour,
  options: FailoverOptions<Value>,
): Promise<Value | undefined> {
  const { sources, signal, onRetry } = options;
  const failures: Error[] = [];
  /** That a folder does not have it says nothing of the dump. */
  const absences: Error[] = [];
  for (const source of sources) {
    const attempts = source.once ? 1 : ATTEMPTS;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        return await readFrom(source, hour, attempt, options);
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof Error) || isOfMachine(error) || isOfOptions(error)) throw error;
        // It is a mistake for every hour: no other source may hide it.
        if (error instanceof SourceError) throw error;
        const isMissing = error instanceof MissingDumpError;
        // What the origin has not published yet, no mirror has.
        const isOrigin = source === originOf(sources);
        if (isMissing && isOrigin && error.published === "not yet") throw error;
        (isMissing && source.measure === undefined ? absences : failures).push(error);
        // The source has tried again already as long as it may, or has nothing to try.
        if (isMissing || causeOf(error, FetchError)) break;
        if (error.cause instanceof DumpError && error.cause.code === "out-of-order") break;
        if (attempt < attempts) onRetry?.(error, 0);
      }
    }
  }
  throw gather(hour, [...failures, ...absences]);
}

async function readFrom<Value>(
  source: Source,
  hour: Hour,
  attempt: number,
  options: FailoverOptions<Value>,
): Promise<Value | undefined> {
  const { known, signal, onOpen, onChunk, onRetry, read } = options;
  const dump = known === undefined
    ? await source.open(hour, { signal, onRetry })
    : await source.openIfChanged(hour, known, { signal, onRetry });
  if (dump === undefined) return undefined;
  onOpen?.(dump, attempt);
  let bytes = 0;
  const metered = tap(dump.body, (chunk) => {
    bytes += chunk.length;
    onChunk?.(chunk, bytes);
  });
  let isGood = false;
  try {
    const value = await read({ ...dump, body: metered });
    if (dump.length !== null && dump.length !== bytes) {
      throw new DumpError("length", `${bytes} bytes came of the ${dump.length} announced`);
    }
    await compareWithOrigin(source, hour, bytes, options);
    isGood = true;
    return value;
  } catch (cause) {
    if (!(cause instanceof DumpError)) throw cause;
    const { code, reason, rows } = cause;
    const far = rows === undefined ? `${bytes} bytes` : `${bytes} bytes and ${rows} rows`;
    const message = `Cannot use dump "${dump.url}" of hour "${hour}": ${reason}`;
    throw new Error(code === "read" ? `${message}, after ${far}` : message, { cause });
  } finally {
    await (isGood ? dump.commit?.() : dump.discard?.());
  }
}

/** The origin is the first source that can be asked: a folder of kept dumps may stand before it. */
function originOf(sources: readonly Source[]): Source | undefined {
  return sources.find((source) => source.measure !== undefined);
}

/**
 * A mirror may have a young dump only in part. If the origin answers, its length must be the same.
 */
async function compareWithOrigin(
  source: Source,
  hour: Hour,
  bytes: number,
  { sources, clock, signal }: FailoverOptions<unknown>,
): Promise<void> {
  const origin = originOf(sources);
  const isMirror = origin !== undefined && sources.indexOf(source) > sources.indexOf(origin);
  if (!isMirror || hour.age(clock.now()) > SETTLED_MS) return;
  let length: number | undefined;
  try {
    length = await origin.measure?.(hour, signal);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
  }
  if (length !== undefined && length !== bytes) {
    throw new Error(
      `Cannot use the mirror's dump of hour "${hour}": it has ${bytes} bytes, the origin's ` +
        `${length}; try again later, when the mirror has caught up`,
    );
  }
}

/** A missing permission, a full disk, a lock that cannot be had: no other source helps. */
function isOfMachine(error: Error): boolean {
  return causeOf(error, PermissionError) || causeOf(error, StoreError);
}

/** What was asked for is too much, of this dump wherever it comes from. */
function isOfOptions({ cause }: Error): boolean {
  return cause instanceof DumpError && cause.code === "too-many-pages";
}

/** Whether an error, or what caused it, is of a class. */
function causeOf(
  error: Error,
  kind: typeof FetchError | typeof PermissionError | typeof StoreError,
): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof kind) return true;
  }
  return false;
}

function codeOf(error: Error): string | undefined {
  return error instanceof FetchError ? error.code : undefined;
}

/**
 * One error of all that were met: a dump is missing only if it is so everywhere, and late if one
 * source says so and the others cannot be asked.
 */
function gather(hour: Hour, failures: Error[]): Error {
  const missing = failures.filter((error) => error instanceof MissingDumpError);
  const late = missing.find((error) => error.published === "not yet");
  const others = failures.filter((error) => !(error instanceof MissingDumpError));
  const isThere = others.some((error) => !causeOf(error, FetchError));
  if (late !== undefined && !isThere) return late;
  const [first] = failures;
  if (first === undefined) return new Error(`Cannot read hour "${hour}": there is no source`);
  if (others.length === 0) return first;
  const messages = [...new Set(others.map(({ message }) => message))];
  if (messages.length === 1) return others[0]!;
  const unreachable = others.filter((error) => codeOf(error) === "network");
  if (unreachable.length === others.length) {
    const message = `Cannot make hour "${hour}": none of its ${others.length} sources can be ` +
      `reached\n${others[0]!.message}`;
    return new AggregateError(failures, message);
  }
  return new AggregateError(failures, `Cannot make hour "${hour}": ${messages.join("; ")}`);
}
