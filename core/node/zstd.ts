import * as zlib from "node:zlib";

/** zstd of `node:zlib`, `undefined` where the runtime has none, as Node 20. */
export const zstd: ((bytes: Uint8Array) => Uint8Array) | undefined =
  typeof zlib.zstdCompressSync === "function"
    ? (bytes) => new Uint8Array(zlib.zstdCompressSync(bytes))
    : undefined;
