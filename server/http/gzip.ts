import { TimeSlice } from "../../core/async/time_slice.ts";

/** How much is compressed at a time. */
const CHUNK = 1 << 15;

/** Compresses bytes, without keeping the event loop for long. */
export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const slice = new TimeSlice();
  let offset = 0;
  const chunks = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      await slice.check();
      controller.enqueue(bytes.subarray(offset, offset + CHUNK));
      offset += CHUNK;
      if (offset >= bytes.length) controller.close();
    },
  });
  return await new Response(chunks.pipeThrough(new CompressionStream("gzip"))).bytes();
}
