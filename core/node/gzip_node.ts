import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Bytes } from "../dump/bytes.ts";

/** What dumps are gzipped with: nearly as small as the default, in a third of its time. */
const LEVEL = 3;

/** Large enough that the cost of handing a chunk over does not show. */
const CHUNK_SIZE = 1 << 16;

/**
 * Gzips with `node:zlib`, off the calling thread.
 *
 * @param chunks The bytes; each chunk has memory of its own.
 * @returns The bytes of a gzip file.
 */
export async function* gzipNode(chunks: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  const source = Readable.from(chunks, { objectMode: false, highWaterMark: 1 });
  const gzip = createGzip({ level: LEVEL, chunkSize: CHUNK_SIZE });
  source.once("error", (error) => gzip.destroy(error));
  try {
    // Each chunk is a view of memory that is not used again.
    for await (const chunk of source.pipe(gzip)) yield chunk as unknown as Bytes;
  } finally {
    source.destroy();
    gzip.destroy();
  }
}
