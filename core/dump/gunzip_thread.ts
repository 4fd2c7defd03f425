import type { Bytes, Gunzip } from "./gunzip.ts";
import type { Answer, Request } from "./gunzip_thread_worker.ts";

/**
 * Gunzips with `node:zlib` on a thread of its own, while the caller's thread scans: an hour then
 * takes no longer than its gunzip alone. The thread ends with the stream.
 *
 * @param file The bytes of a gzip file.
 * @returns The bytes of its content. A chunk is valid until the next one is asked for: its memory
 * then goes back to the thread, to be filled again.
 */
export const gunzipThread: Gunzip = (file) => {
  const worker = new Worker(new URL("./gunzip_thread_worker.ts", import.meta.url), {
    type: "module",
  });
  const send = (request: Request, transfer: ArrayBuffer[] = []) =>
    worker.postMessage(request, transfer);

  const reader = file.getReader();
  const feed = async () => {
    const { done, value } = await reader.read();
    if (done) return send({ kind: "end" });
    // A copy, because the memory behind a chunk may be the source's own.
    const chunk = value.slice();
    send({ kind: "file", chunk }, [chunk.buffer]);
  };

  const answers = new ReadableStream<Answer>({
    start(controller) {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.kind === "hungry") feed().catch((error) => controller.error(error));
        else controller.enqueue(data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        controller.error(new Error(`the gunzip thread failed: ${event.message}`));
      };
    },
  }).getReader();

  let lent: Bytes | undefined;
  return new ReadableStream<Bytes>({
    async pull(controller) {
      if (lent !== undefined) send({ kind: "memory", buffer: lent.buffer }, [lent.buffer]);
      try {
        const { value: answer } = await answers.read();
        if (answer?.kind === "content") {
          lent = answer.chunk;
          controller.enqueue(lent);
          return;
        }
        if (answer?.kind === "error") throw new Error(answer.message);
        controller.close();
      } catch (error) {
        controller.error(error);
        await reader.cancel(error).catch(() => {}); // The first failure is the one to report.
      }
      worker.terminate();
    },
    async cancel(reason) {
      worker.terminate();
      await reader.cancel(reason);
    },
  }, { highWaterMark: 0 });
};
