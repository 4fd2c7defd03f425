import type { Bytes } from "../dump/bytes.ts";
import { CHUNK_SIZE, gunzipNode } from "./gunzip_node.ts";

/** What the thread is told: the file's next bytes, that they end, that memory is free, to let go. */
export type Request =
  | { kind: "file"; chunk: Bytes }
  | { kind: "end" }
  | { kind: "free"; memory: Bytes }
  | { kind: "stop" };

/**
 * What the thread answers: bytes of the content, that it has used up a request; at last its end or an
 * error, once it has let go of everything.
 */
export type Answer =
  | { kind: "content"; chunk: Bytes }
  | { kind: "ack" }
  | { kind: "end" }
  | { kind: "error"; message: string };

/** How many chunks of the content are under way at most: neither thread is to wait for the other. */
const CHUNKS = 8;

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Request>) => void;
  postMessage(answer: Answer, transfer?: ArrayBuffer[]): void;
};

let received: ReadableStreamDefaultController<Bytes>;
const inbox = new ReadableStream<Bytes>({
  start: (controller) => void (received = controller),
}).getReader();
let freed: ReadableStreamDefaultController<Bytes>;
const free = new ReadableStream<Bytes>({
  start(controller) {
    freed = controller;
    for (let i = 0; i < CHUNKS; i++) controller.enqueue(new Uint8Array(CHUNK_SIZE));
  },
}).getReader();

scope.onmessage = ({ data: request }) => {
  switch (request.kind) {
    case "file":
      return received.enqueue(request.chunk);
    case "end":
      return received.close();
    case "free":
      return freed.enqueue(request.memory);
    case "stop": {
      const stopped = new Error("the request was cancelled");
      received.error(stopped);
      freed.error(stopped);
    }
  }
};

let isFirst = true;
const file = new ReadableStream<Bytes>({
  async pull(controller) {
    // All content of a chunk is on its way before another one is asked for.
    if (!isFirst) scope.postMessage({ kind: "ack" });
    isFirst = false;
    const { done, value } = await inbox.read();
    if (done) controller.close();
    else controller.enqueue(value);
  },
}, { highWaterMark: 0 });

async function send(): Promise<void> {
  let memory = (await free.read()).value!;
  const content = gunzipNode(file, () => memory).getReader();
  try {
    for (let next = await content.read(); !next.done; next = await content.read()) {
      let chunk = next.value;
      if (chunk.buffer !== memory.buffer) {
        memory.set(chunk);
        chunk = memory.subarray(0, chunk.length);
      }
      scope.postMessage({ kind: "content", chunk }, [chunk.buffer]);
      memory = (await free.read()).value!;
    }
  } catch (error) {
    await content.cancel(error).catch(() => {}); // Whatever it is, nothing is open any more.
    throw error;
  }
}

send().then(
  () => scope.postMessage({ kind: "end" }),
  ({ message }: Error) => scope.postMessage({ kind: "error", message }),
);
