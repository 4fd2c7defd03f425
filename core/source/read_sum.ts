import type { Bytes } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import { tap } from "../dump/tap.ts";
import type { Period } from "../time/period.ts";
import type { Dump, KnownDump, Source } from "./source.ts";

/** Options of {@linkcode readSum}. */
export interface ReadSumOptions<Value> {
  /** Where sums may be, in the order in which they are asked. */
  sources: readonly Source[];
  /** The sum that was read before; it is read only if it has changed since. */
  known?: KnownDump | undefined;
  /** Ends the reading. */
  signal?: AbortSignal | undefined;
  /** Called when a sum was opened. */
  onOpen?: ((dump: Dump) => void) | undefined;
  /** Called with each chunk as it is read, and how many bytes have been read by now. */
  onChunk?: ((chunk: Bytes, bytes: number) => void) | undefined;
  /** Reads a sum to its end, and makes something of it. */
  read(dump: Dump): Promise<Value>;
}

/**
 * Reads the sum of a period's dumps, which is a dump itself, from the first source that has one.
 *
 * @param period A day, week or month.
 * @param options From where, and what to make of it.
 * @returns What it was made into, if it is not the one that is known; `undefined` if there is none.
 * @throws {Error} If it is damaged.
 */
export async function readSum<Value>(
  period: Period,
  { sources, known, signal, onOpen, onChunk, read }: ReadSumOptions<Value>,
): Promise<{ value: Value | undefined } | undefined> {
  for (const source of sources) {
    const dump = await source.openSum?.(period);
    if (dump === undefined) continue;
    if (known !== undefined && dump.lastModified === known.last_modified) {
      await dump.body.cancel();
      return { value: undefined };
    }
    onOpen?.(dump);
    let bytes = 0;
    const body = tap(dump.body, (chunk) => {
      signal?.throwIfAborted();
      bytes += chunk.length;
      onChunk?.(chunk, bytes);
    });
    try {
      return { value: await read({ ...dump, body }) };
    } catch (cause) {
      signal?.throwIfAborted();
      if (!(cause instanceof DumpError)) throw cause;
      throw new Error(
        `Cannot use dump "${dump.url}" of ${period.unit} "${period}": ${cause.reason}`,
        { cause },
      );
    }
  }
}
