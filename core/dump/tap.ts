import type { Bytes } from "./bytes.ts";

/**
 * The same chunks, shown to somebody as they pass. The next one is only asked for when it is wanted,
 * so that a stream can put all of its chunks into the same memory; a `TransformStream` asks for one
 * in advance.
 *
 * @param stream The chunks.
 * @param onChunk Sees a chunk before it passes; an error ends both streams.
 * @returns The chunks.
 */
export function tap(
  stream: ReadableStream<Bytes>,
  onChunk: (chunk: Bytes) => void | Promise<void>,
): ReadableStream<Bytes> {
  const reader = stream.getReader();
  return new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) return controller.close();
      try {
        await onChunk(value);
      } catch (error) {
        await reader.cancel(error).catch(() => {}); // The first failure is the one to report.
        throw error;
      }
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  }, { highWaterMark: 0 });
}
