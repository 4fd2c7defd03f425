import { Duplex } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Bytes, Gunzip } from "./gunzip.ts";

/** Large enough that the cost of handing a chunk over no longer shows in a profile. */
export const CHUNK_SIZE = 1 << 18;

/**
 * Gunzips with `node:zlib`, on the calling thread: faster than `DecompressionStream`, and it reads
 * files of several members everywhere.
 *
 * @param file The bytes of a gzip file.
 * @returns The bytes of its content.
 */
export const gunzipNode: Gunzip = (file) =>
  file.pipeThrough(
    Duplex.toWeb(createGunzip({ chunkSize: CHUNK_SIZE })) as unknown as ReadableWritablePair<
      Bytes,
      Bytes
    >,
  );
