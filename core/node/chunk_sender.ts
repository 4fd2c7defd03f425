import type { Bytes } from "../dump/bytes.ts";

/**
 * How many chunks are under way to another thread at most, from when they are sent until they are
 * used up: enough that neither thread waits for the other.
 */
const CHUNKS = 8;

/** Sends a stream to another thread, which says when it has used up a chunk. */
export interface ChunkSender {
  /** Sends as many chunks as may be under way; to be called once. */
  start(): Promise<void>;
  /** Sends one more chunk, or the end, because one was used up, whose memory comes back. */
  next(memory?: Bytes): Promise<void>;
}

/**
 * Makes the sender of a stream. A chunk is copied into memory that goes back and forth between the
 * threads: fresh memory has to be cleared by the system, which takes far longer.
 *
 * @param reader The stream.
 * @param send Sends a chunk along with its memory, or `undefined` at the end.
 * @returns The sender. Its methods reject with the error of the stream.
 */
export function createChunkSender(
  reader: ReadableStreamDefaultReader<Bytes>,
  send: (chunk: Bytes | undefined, transfer: ArrayBuffer[]) => void,
): ChunkSender {
  let ended = false;
  const next = async (memory?: Bytes) => {
    if (ended) return;
    const { done, value } = await reader.read();
    if (!done) {
      const chunk = copy(value, memory);
      send(chunk, [chunk.buffer]);
    } else if (!ended) {
      ended = true;
      send(undefined, []);
    }
  };
  return {
    next,
    async start() {
      for (let i = 0; i < CHUNKS; i++) await next();
    },
  };
}

function copy(chunk: Bytes, memory: Bytes | undefined): Bytes {
  if (memory === undefined || memory.buffer.byteLength < chunk.length) return chunk.slice();
  const copied = new Uint8Array(memory.buffer, 0, chunk.length);
  copied.set(chunk);
  return copied;
}
