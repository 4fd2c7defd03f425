import type { Bytes } from "../dump/bytes.ts";
import { createChunkReceiver } from "./chunk_receiver.ts";
import { CHUNK_SIZE, gunzipNode } from "./gunzip_node.ts";

/** What the thread is told: the file's next bytes, that they end, that memory is free, to let go. */
export type Request =
  | { kind: "file"; chunk: Bytes }
  | { kind: "end" }
  | { kind: "free"; memory: Bytes }
  | { kind: "stop" };

/**
 * What the thread answers: bytes of the content, a chunk of the file that it has used up; at last its end or an
 * error, once it has let go of everything.
 */
export type Answer =
  | { kind: "content"; chunk: Bytes }
  | { kind: "used"; memory: Bytes }
  | { kind: "end" }
  | { kind: "error"; message: string };

/** How many chunks of the content are under way at most: neither thread is to wait for the other. */
const CHUNKS = 8;

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Request>) => void;
  postMessage(answer: Answer, transfer?: ArrayBuffer[]): void;
};

const file = createChunkReceiver((memory, transfer) =>
  scope.postMessage({ kind: "used", memory }, transfer)
);
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
      return file.push(request.chunk);
    case "end":
      return file.end();
    case "free":
      return freed.enqueue(request.memory);
    case "stop": {
      const stopped = new Error("the request was cancelled");
      file.fail(stopped);
      freed.error(stopped);
    }
  }
};

async function send(): Promise<void> {
  let memory = (await free.read()).value!;
  const content = gunzipNode(file.chunks, () => memory).getReader();
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
