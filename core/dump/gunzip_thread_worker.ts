import { createGunzip } from "node:zlib";
import type { Bytes } from "./gunzip.ts";
import { CHUNK_SIZE } from "./gunzip_node.ts";

/** What the thread is told: the next bytes of the file, its end, or memory that is free again. */
export type Request =
  | { kind: "file"; chunk: Bytes }
  | { kind: "end" }
  | { kind: "memory"; buffer: ArrayBuffer };

/** What the thread answers: bytes of the content, their end, a failure, or that it wants more. */
export type Answer =
  | { kind: "content"; chunk: Bytes }
  | { kind: "end" }
  | { kind: "error"; message: string }
  | { kind: "hungry" };

/**
 * How many chunks may wait for either side, of the file and of its content: enough that the thread
 * goes on while the other one is busy with a chunk.
 */
const CHUNKS = 8;

const gunzip = createGunzip({ chunkSize: CHUNK_SIZE });
const memory = Array.from({ length: CHUNKS }, () => new ArrayBuffer(CHUNK_SIZE));

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Request>) => void;
  postMessage(answer: Answer, transfer: ArrayBuffer[]): void;
};
const answer = (answer: Answer, transfer: ArrayBuffer[] = []) =>
  scope.postMessage(answer, transfer);

gunzip.on("data", (content: Uint8Array) => {
  // zlib hands out views of a buffer that it goes on filling: they have to be copied to be moved.
  const chunk = new Uint8Array(memory.pop()!, 0, content.length);
  chunk.set(content);
  answer({ kind: "content", chunk }, [chunk.buffer]);
  if (memory.length === 0) gunzip.pause();
});
gunzip.on("end", () => answer({ kind: "end" }));
gunzip.on("error", (error: Error) => answer({ kind: "error", message: error.message }));

scope.onmessage = ({ data: request }) => {
  if (request.kind === "memory") {
    memory.push(request.buffer);
    gunzip.resume();
  } else if (request.kind === "file") {
    gunzip.write(request.chunk, () => answer({ kind: "hungry" }));
  } else if (!gunzip.writableEnded) {
    gunzip.end();
  }
};
for (let i = 0; i < CHUNKS; i++) answer({ kind: "hungry" });
