import { Duplex } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Bytes } from "../dump/bytes.ts";
import type { Gunzip } from "../dump/gunzip.ts";

/** Large enough that the cost of handing a chunk over no longer shows in a profile. */
export const CHUNK_SIZE = 1 << 18;

/**
 * Whether a chunk is the last that zlib hands out of its buffer: it hands out view after view of one
 * until that is full, and then takes another.
 *
 * @param view A chunk from `node:zlib`.
 * @returns Whether nobody else will use its buffer.
 */
export function isLastOfBuffer(view: Bytes): boolean {
  return view.byteOffset + view.byteLength === view.buffer.byteLength;
}

/**
 * Gunzips with `node:zlib`, on the calling thread: faster than `DecompressionStream`, and it reads
 * files of several members everywhere.
 *
 * @param file The bytes of a gzip file.
 * @returns The bytes of its content. A chunk is valid until the next one is asked for: its memory
 * may then be freed, for garbage collection would let much of it pile up.
 */
export const gunzipNode: Gunzip = (file) => {
  const zlib = Duplex.toWeb(createGunzip({ chunkSize: CHUNK_SIZE }));
  const reader = file.pipeThrough(zlib as unknown as ReadableWritablePair<Bytes, Bytes>)
    .getReader();
  let lent: Bytes | undefined;
  return new ReadableStream<Bytes>({
    async pull(controller) {
      // Node 20 cannot free a buffer; there it is left to garbage collection.
      if (lent !== undefined && isLastOfBuffer(lent)) lent.buffer.transfer?.(0);
      ({ value: lent } = await reader.read());
      if (lent === undefined) controller.close();
      else controller.enqueue(lent);
    },
    cancel: (reason) => reader.cancel(reason),
  }, { highWaterMark: 0 });
};
