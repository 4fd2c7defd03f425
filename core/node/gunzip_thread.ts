import { createChunkSender } from "./chunk_sender.ts";
import type { Bytes } from "../dump/bytes.ts";
import type { Gunzip } from "../dump/gunzip.ts";
import type { Answer, Request } from "./gunzip_thread_worker.ts";

/**
 * Gunzips with `node:zlib` on a thread of its own, while the caller's thread scans: an hour then
 * takes no longer than its gunzip alone. The thread ends with the stream, once it has let go of all
 * that is open in it: what a thread has open when it is killed stays open in the process.
 *
 * @param file The bytes of a gzip file.
 * @returns The bytes of its content. A chunk is valid until the next one is asked for; its memory
 * then goes back to the thread, to be filled again.
 */
export const gunzipThread: Gunzip = (file) => {
  const worker = new Worker(new URL("./gunzip_thread_worker.ts", import.meta.url), {
    type: "module",
  });
  let answers!: ReadableStreamDefaultController<Answer>;
  const answered = new ReadableStream<Answer>({
    start: (controller) => void (answers = controller),
  }).getReader();
  const hasLetGo = new Promise<void>((resolve) => {
    worker.onmessage = ({ data: answer }: MessageEvent<Answer>) => {
      answers.enqueue(answer);
      if (answer.kind === "end" || answer.kind === "error") resolve();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      answers.error(new Error(`the gunzip thread failed: ${event.message}`));
      resolve();
    };
  });
  let isOver = false;
  const send = (request: Request, transfer: ArrayBuffer[] = []) => {
    if (!isOver) worker.postMessage(request, transfer);
  };

  const reader = file.getReader();
  const sender = createChunkSender(reader, (chunk, transfer) => {
    if (chunk === undefined) send({ kind: "end" });
    else send({ kind: "file", chunk }, transfer);
  });

  const stop = async (reason: unknown) => {
    send({ kind: "stop" });
    isOver = true;
    const cancelled = reader.cancel(reason);
    cancelled.catch(() => {}); // It is heard of below.
    await hasLetGo;
    worker.terminate();
    await cancelled;
  };

  /** Ends both sides because of an error. It is the one to report, not what comes of ending. */
  const fail = async (error: unknown) => {
    await stop(error).catch(() => {});
    throw error;
  };

  let lent: Bytes | undefined;
  const pull = async (controller: ReadableStreamDefaultController<Bytes>) => {
    if (lent !== undefined) {
      const memory: Bytes = new Uint8Array(lent.buffer);
      send({ kind: "free", memory }, [memory.buffer]);
      lent = undefined;
    }
    while (lent === undefined) {
      const { value: answer } = await answered.read();
      if (answer?.kind === "error") throw new Error(answer.message);
      if (answer?.kind === "used") {
        await sender.next(answer.memory);
      } else if (answer?.kind === "content") {
        lent = answer.chunk;
        controller.enqueue(lent);
      } else {
        worker.terminate();
        return controller.close();
      }
    }
  };

  return new ReadableStream<Bytes>({
    start: (controller) =>
      void sender.start().catch(fail).catch((error) => controller.error(error)),
    pull: (controller) => pull(controller).catch(fail),
    cancel: stop,
  }, { highWaterMark: 0 });
};
