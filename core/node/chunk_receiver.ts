import type { Bytes } from "../dump/bytes.ts";

/** The other end of a `ChunkSender`: a stream of what another thread sends. */
export interface ChunkReceiver {
  /** The chunks; each is valid until the next one is asked for. */
  readonly chunks: ReadableStream<Bytes>;
  /** Takes a chunk that has come. */
  push(chunk: Bytes): void;
  /** There are no more. */
  end(): void;
  /** Ends the stream with an error. */
  fail(error: Error): void;
}

/**
 * Makes a receiver.
 *
 * @param sendBack Sends back the memory of a chunk that was used up.
 * @returns The receiver. Chunks that come after its end are dropped.
 */
export function createChunkReceiver(
  sendBack: (memory: Bytes, transfer: ArrayBuffer[]) => void,
): ChunkReceiver {
  let inbox!: ReadableStreamDefaultController<Bytes>;
  let isOpen = true;
  const received = new ReadableStream<Bytes>({
    start: (controller) => void (inbox = controller),
  }).getReader();
  let last: Bytes | undefined;
  const chunks = new ReadableStream<Bytes>({
    async pull(controller) {
      if (last !== undefined) sendBack(last, [last.buffer]);
      last = undefined;
      const { done, value } = await received.read();
      if (done) return controller.close();
      controller.enqueue(last = value);
    },
    cancel(reason) {
      isOpen = false;
      return received.cancel(reason);
    },
  }, { highWaterMark: 0 });
  const close = (how: () => void) => {
    if (isOpen) how();
    isOpen = false;
  };
  return {
    chunks,
    push: (chunk) => isOpen && inbox.enqueue(chunk),
    end: () => close(() => inbox.close()),
    fail: (error) => close(() => inbox.error(error)),
  };
}
