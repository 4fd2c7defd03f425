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
  /** Sends one more chunk, or the end, because one was used up. */
  next(): Promise<void>;
}

/**
 * Makes the feed of a stream.
 *
 * @param reader The stream.
 * @param send Sends a chunk along with its memory, or `undefined` at the end. Chunks that are all of
 * their buffer are moved, and are empty afterwards; others are copied.
 * @returns The feed. Its methods reject with the error of the stream.
 */
export function createChunkSender(
  reader: ReadableStreamDefaultReader<Bytes>,
  send: (chunk: Bytes | undefined, transfer: ArrayBuffer[]) => void,
): ChunkSender {
  let ended = false;
  const next = async () => {
    if (ended) return;
    const { done, value } = await reader.read();
    if (!done) {
      const chunk = value.byteLength === value.buffer.byteLength ? value : new Uint8Array(value);
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
