import type { Bytes } from "./bytes.ts";
import { DumpError } from "./dump_error.ts";
import { type Gunzip, plainBytes } from "./gunzip.ts";
import { HEAD_BYTES, refuseMagicNumbers } from "./not_a_dump.ts";

/** What reads the plain bytes of a dump. */
export interface PlainReader {
  /** Memory in which the next bytes can be put, to save a copy of all of them. */
  readonly room: Bytes;
  /** How many rows have been read. */
  readonly rows: number;
  /** Reads the next bytes; they may be the beginning of the room. */
  push(chunk: Uint8Array): void;
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** A dump that is being opened. */
export interface OpeningDump {
  /**
   * Reads it piece by piece, each of which may be the beginning of the room of whoever takes them;
   * whatever ends that early is a {@linkcode DumpError}.
   */
  chunks(reader: Pick<PlainReader, "room" | "rows">): AsyncGenerator<Uint8Array>;
  /** Reads all of it. */
  read(reader: PlainReader): Promise<void>;
  /** Lets go of it. */
  cancel(reason: unknown): Promise<void>;
}

/**
 * Opens a dump, gzipped or plain, whose bytes begin to come at once. A byte order mark before its
 * plain bytes is left out.
 */
export function openDump(dump: ReadableStream<Bytes>, gunzip: Gunzip): OpeningDump {
  let reader: Pick<PlainReader, "room" | "rows">;
  const opening = plainBytes(dump, gunzip, () => reader.room); // Not asked for before it is read.
  opening.catch(() => {}); // It may fail before it is awaited.
  async function* chunks(from: typeof reader) {
    reader = from;
    try {
      yield* withoutHead(await opening);
    } catch (cause) {
      if (cause instanceof DumpError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new DumpError("read", reason, { cause, rows: reader.rows });
    }
  }
  return {
    chunks,
    async read(plainReader) {
      for await (const chunk of chunks(plainReader)) plainReader.push(chunk);
    },
    async cancel(reason) {
      await opening.then((bytes) => bytes.cancel(reason)).catch(() => {}); // The first error counts.
    },
  };
}

/** The plain bytes of a dump but for a byte order mark. */
async function* withoutHead(plain: ReadableStream<Bytes>): AsyncGenerator<Uint8Array> {
  const chunks = plain.getReader();
  const head = new Uint8Array(HEAD_BYTES);
  let length = 0;
  let isWhole = false;
  try {
    for (let next = await chunks.read(); !next.done; next = await chunks.read()) {
      let chunk = next.value;
      if (length < HEAD_BYTES) {
        const before = length;
        const part = chunk.subarray(0, HEAD_BYTES - length);
        head.set(part, length);
        length += part.length;
        if (length === HEAD_BYTES) refuseMagicNumbers(head);
        if (length < BYTE_ORDER_MARK.length) continue;
        if (before < BYTE_ORDER_MARK.length) {
          chunk = chunk.slice(part.length); // It may lie in the room, where the head goes.
          yield withoutMark(head.subarray(0, length));
        }
      }
      yield chunk;
    }
    isWhole = true;
    if (length < HEAD_BYTES) refuseMagicNumbers(head.subarray(0, length));
    if (length < BYTE_ORDER_MARK.length) yield head.subarray(0, length);
  } finally {
    if (!isWhole) await chunks.cancel().catch(() => {}); // What ended it is the error to report.
  }
}

function withoutMark(head: Uint8Array): Uint8Array {
  const isMarked = BYTE_ORDER_MARK.every((byte, i) => head[i] === byte);
  return isMarked ? head.subarray(BYTE_ORDER_MARK.length) : head;
}
