import type { Bytes } from "../dump/bytes.ts";

/** Where an export goes. Every method throws a `StoreError` where the place fails. */
export interface ExportTarget {
  /**
   * Waits until no other process writes there, and keeps them from it. What killed writers left is
   * cleared away.
   */
  lock(signal?: AbortSignal): Promise<Disposable>;
  /** The length of a file, `undefined` if there is none. */
  size(path: string): Promise<number | undefined>;
  /**
   * Writes a file whole, in the place of one that may be there: nobody ever sees a part of it. The
   * caller holds the lock.
   *
   * @returns Its length in bytes.
   */
  write(path: string, content: AsyncIterable<Bytes>): Promise<number>;
  /** Reads what was noted under a path, which no reader takes for data; `undefined` if nothing was. */
  note(path: string): Promise<string | undefined>;
  /** Notes something, as {@linkcode ExportTarget.write} writes a file. */
  writeNote(path: string, text: string): Promise<void>;
  /** Where a file is, for people. */
  locate(path: string): string;
}
