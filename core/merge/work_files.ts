import type { Bytes } from "../dump/bytes.ts";
import type { MergeCounts } from "./merge_counts.ts";
import type { DumpSum } from "./merge_dumps.ts";

/** A place for files that are needed for a while and can be large: dumps, until they are merged. */
export interface WorkPlace {
  /**
   * Opens a folder of its own in it, and removes what others have left that were killed.
   *
   * @returns The folder, which is to be closed.
   * @throws {StoreError} If there can be none.
   */
  open(): Promise<WorkFiles>;
}

/** A folder of files that nobody else uses. */
export interface WorkFiles {
  /**
   * Writes a file.
   *
   * @param name Its name.
   * @param content Its bytes.
   * @param options Whether to gzip them.
   */
  write(
    name: string,
    content: AsyncIterable<Bytes>,
    options?: { gzip?: boolean },
  ): Promise<void>;
  /** Opens a file that was written. */
  read(name: string): Promise<ReadableStream<Bytes>>;
  /**
   * Sums files, which are dumps: whoever has the files knows whether threads can read them, too.
   *
   * @param files Their names, and what was seen in those that were sorted.
   */
  merge(files: readonly { name: string; seen?: MergeCounts | undefined }[]): Promise<DumpSum>;
  /** How many bytes there is room for, `undefined` where that is not known. */
  room(): Promise<number | undefined>;
  /** Removes a file. */
  remove(name: string): Promise<void>;
  /** Removes the folder and all that is in it. */
  close(): Promise<void>;
}
