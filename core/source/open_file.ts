import { open } from "node:fs/promises";
import type { Bytes } from "../dump/gunzip.ts";

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
 * @returns The open file.
 * @throws {Error} With the `code` of the file system (`ENOENT`) if it cannot be opened.
 */
export async function openFile(path: string): Promise<OpenFile> {
  const file = await open(path);
  const { mtime, size } = await file.stat();
  const body = new ReadableStream<Bytes>({
    async pull(controller) {
      const chunk = new Uint8Array(CHUNK_SIZE);
      const { bytesRead } = await file.read(chunk, 0, CHUNK_SIZE);
      if (bytesRead > 0) return controller.enqueue(chunk.subarray(0, bytesRead));
      await file.close();
      controller.close();
    },
    cancel: () => file.close(),
  }, { highWaterMark: 0 });
  return { body, length: size, modified: mtime };
}
