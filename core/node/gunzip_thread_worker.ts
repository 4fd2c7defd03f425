import { createGunzip } from "node:zlib";
import type { Bytes } from "../dump/bytes.ts";
import { CHUNK_SIZE, isLastOfBuffer } from "./gunzip_node.ts";

/** What the thread is told: the next bytes of the file, or that they end. */
export type Request = Bytes | "end";

/** What the thread answers: bytes of the content, that it has used up a request, its end. */
export type Answer =
  | { kind: "content"; chunk: Bytes }
  | { kind: "ack" }
  | { kind: "end" }
  | { kind: "error"; message: string };

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Request>) => void;
  postMessage(answer: Answer, transfer?: ArrayBuffer[]): void;
};

const gunzip = createGunzip({ chunkSize: CHUNK_SIZE });
gunzip.on("data", (view: Bytes) => {
  const { buffer, byteOffset, byteLength } = isLastOfBuffer(view) ? view : new Uint8Array(view);
  const chunk = new Uint8Array(buffer, byteOffset, byteLength);
  scope.postMessage({ kind: "content", chunk }, [chunk.buffer]);
});
gunzip.on("end", () => scope.postMessage({ kind: "end" }));
gunzip.on("error", ({ message }: Error) => scope.postMessage({ kind: "error", message }));

scope.onmessage = ({ data: chunk }) => {
  if (chunk === "end") gunzip.end();
  else gunzip.write(chunk, () => scope.postMessage({ kind: "ack" }));
};
