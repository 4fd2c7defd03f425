import { TimeSlice } from "../async/time_slice.ts";
import type { Bytes } from "../dump/bytes.ts";

/** Some of the bytes of a report. */
export interface Chunk {
  /** The domain code that all of them belong to; left out where they belong to no domain. */
  code?: string;
  /** The bytes, none for a domain without pages where a format has nothing to say of it. */
  bytes: Bytes;
}

/** A report as bytes. */
export interface EncodedReport {
  /** Its bytes. */
  content: Bytes;
  /** Where in them each domain begins that has something there, by its code. */
  offsets: Record<string, number>;
}

/**
 * Puts the chunks of a report together, and notes where its domains are. Others on the event loop
 * have their turn in between: there are tens of thousands of rows.
 */
export async function joinChunks(chunks: Iterable<Chunk>): Promise<EncodedReport> {
  const slice = new TimeSlice();
  const pieces: Bytes[] = [];
  const offsets = new Map<string, number>();
  let length = 0;
  for (const { code, bytes } of chunks) {
    if (code !== undefined && bytes.length > 0) offsets.set(code, length);
    pieces.push(bytes);
    length += bytes.length;
    await slice.check();
  }
  const content = new Uint8Array(length);
  let end = 0;
  for (const piece of pieces) {
    content.set(piece, end);
    end += piece.length;
  }
  return { content, offsets: Object.fromEntries(offsets) };
}
