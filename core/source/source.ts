import type { Bytes } from "../dump/gunzip.ts";
import type { Hour } from "../hour.ts";

/** A dump that is being read. */
export interface Dump {
  /** Where it comes from, a URL or path. */
  url: string;
  /** Its bytes, gzipped or plain. */
  body: ReadableStream<Bytes>;
  /** Its length in bytes, `null` if its server did not say. */
  length: number | null;
  /** The `ETag` that its server gave. */
  etag: string | null;
  /** When it was last changed, as HTTP writes dates. */
  lastModified: string | null;
}

/** Where dumps come from. */
export interface Source {
  /**
   * Opens the dump of an hour.
   *
   * @param hour The hour.
   * @returns The dump; whoever opened it reads its body or cancels it.
   * @throws {MissingDumpError} If the source has no dump of that hour.
   * @throws {Error} If the source cannot be read.
   */
  open(hour: Hour): Promise<Dump>;
}
