import type { Bytes } from "../dump/bytes.ts";
import type { Hour } from "../time/hour.ts";
import type { Period } from "../time/period.ts";

/** A dump that is being read. */
export interface Dump {
  /** Where it comes from, for people: a path, or a URL without its secrets. */
  url: string;
  /** Its bytes, gzipped or plain. */
  body: ReadableStream<Bytes>;
  /** Its length in bytes, `null` if its server did not say. */
  length: number | null;
  /** The `ETag` that its server gave. */
  etag: string | null;
  /** When it was last changed, as HTTP writes dates. */
  lastModified: string | null;
  /** To be called once the dump has been read and found to be good. */
  commit?(): Promise<void>;
  /** To be called instead once it has turned out to be of no use. */
  discard?(): Promise<void>;
}

/** What is known of a dump that was read before. */
export interface KnownDump {
  /** Its `ETag`. */
  etag: string | null;
  /** Its `Last-Modified`. */
  last_modified: string | null;
}

/** Options of {@linkcode Source.open}. */
export interface OpenOptions {
  /** Ends the opening and the reading. */
  signal?: AbortSignal | undefined;
  /** Called with what went wrong where the work goes on, and the wait before, in milliseconds. */
  onRetry?: ((error: Error, delay: number) => void) | undefined;
}

/** Where dumps come from. */
export interface Source {
  /** Whether its dump can be read but once, as one that comes through a pipe. */
  readonly once?: boolean;
  /**
   * Opens the dump of an hour.
   *
   * @param hour The hour.
   * @param options Who listens.
   * @returns The dump, whose body is to be read or cancelled.
   * @throws {MissingDumpError} If the source has no dump of that hour.
   * @throws {Error} If the source cannot be read.
   */
  open(hour: Hour, options?: OpenOptions): Promise<Dump>;
  /**
   * Opens the dump of an hour if it is not the one that is known already.
   *
   * @param hour The hour.
   * @param known What is known of the dump that was read before.
   * @param options Who listens.
   * @returns The dump; `undefined` if it has not changed.
   * @throws {MissingDumpError} If the source has no dump of that hour.
   * @throws {Error} If the source cannot be read.
   */
  openIfChanged(hour: Hour, known: KnownDump, options?: OpenOptions): Promise<Dump | undefined>;
  /**
   * Opens the sum of the dumps of a day, week or month, which is a dump.
   *
   * @param period The period.
   * @returns The sum, whose body is to be read or cancelled; `undefined` if the source has none.
   * @throws {Error} If the source cannot be read.
   */
  openSum?(period: Period): Promise<Dump | undefined>;
  /**
   * Opens the hour's file of totals, the views of each domain code, that lies beside the dump.
   *
   * @param hour The hour.
   * @param options Who listens.
   * @returns The file, whose body is to be read or cancelled.
   * @throws {MissingDumpError} If the source has none of that hour.
   * @throws {Error} If the source cannot be read.
   */
  openTotals?(hour: Hour, options?: OpenOptions): Promise<Dump>;
  /**
   * How long the dump of an hour is, without reading it.
   *
   * @param hour The hour.
   * @param signal Ends the asking.
   * @returns Its length in bytes, `undefined` if the source does not say.
   */
  measure?(hour: Hour, signal?: AbortSignal): Promise<number | undefined>;
}
