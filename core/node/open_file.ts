import { open } from "node:fs/promises";
import { FileError } from "./file_error.ts";
import type { Bytes } from "../dump/bytes.ts";

/** Large enough that reading costs nothing beside gunzip, small enough to keep many in flight. */
const CHUNK_SIZE = 1 << 18;

/** A file that is being read. */
export interface OpenFile {
  /** Its bytes; the file is closed when they end or are cancelled. */
  body: ReadableStream<Bytes>;
  /** Its length in bytes. */
  length: number;
  /** When it was last changed. */
  modified: Date;
}

/**
 * Opens a file for reading.
 *
 * @param path Its path.
 * @param options Whether all chunks are put into the same memory, so that each is valid until the
 * next one is asked for: fresh memory takes the system longer to clear than to fill.
 * @returns The open file.
 * @throws {FileError} If there is none, or if it is a folder.
 */
export async function openFile(path: string, { isReused = false } = {}): Promise<OpenFile> {
  const file = await open(path).catch((cause) => {
    throw new FileError(path, cause);
  });
  const { mtime, size } = await file.stat();
  const memories = isReused ? [new Uint8Array(CHUNK_SIZE), new Uint8Array(CHUNK_SIZE)] : [];
  const readChunk = async () => {
    const memory = memories.shift() ?? new Uint8Array(CHUNK_SIZE);
    if (isReused) memories.push(memory);
    const { bytesRead } = await file.read(memory, 0, CHUNK_SIZE);
    return memory.subarray(0, bytesRead);
  };
  /** The next chunk, which is read while the one before it is used. */
  let next: Promise<Bytes> | undefined;
  const body = new ReadableStream<Bytes>({
    async pull(controller) {
      try {
        const chunk = await (next ?? readChunk());
        if (chunk.length > 0) {
          next = readChunk();
          next.catch(() => {}); // It is heard of when the chunk is asked for.
          return controller.enqueue(chunk);
        }
      } catch (cause) {
        await file.close();
        throw new FileError(path, cause);
      }
      await file.close();
      controller.close();
    },
    async cancel() {
      await next?.catch(() => {}); // Nobody asks for it any more.
      await file.close();
    },
  }, { highWaterMark: 0 });
  return { body, length: size, modified: mtime };
}
