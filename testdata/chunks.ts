import type { Random } from "./random.ts";

/** Bytes as streams of the web hand them out. */
type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Cuts bytes at random places: into single bytes, long stretches, and now and then nothing at all.
 * Each chunk has memory of its own.
 */
export function cut(bytes: Uint8Array, random: Random): Bytes[] {
  // Not into too many: a chunk costs more than its bytes.
  const least = Math.ceil(bytes.length / 2000);
  const most = Math.max(least, random.pick([1, 2, 7, 64, 1000, 100_000]));
  const chunks: Bytes[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = start + random.between(0, most);
    chunks.push(new Uint8Array(bytes.subarray(start, end)));
    start = end;
  }
  return chunks;
}

/** A stream that hands out chunks one at a time, as they are asked for. */
export function streamOf(...chunks: Uint8Array[]): ReadableStream<Bytes> {
  const rest = chunks.map((chunk) => new Uint8Array(chunk));
  return new ReadableStream<Bytes>({
    pull(controller) {
      const chunk = rest.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
  }, { highWaterMark: 0 });
}
