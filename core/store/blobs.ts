import type { Bytes } from "../dump/bytes.ts";

/** A blob as it is listed. */
export interface BlobInfo {
  /** Its name in its folder. */
  name: string;
  /** Its length in bytes. */
  bytes: number;
  /** When it was written, where that is known without a look at each. */
  modified?: Date;
}

/**
 * Keeps bytes under paths such as `2026/09/2026-09-10T18.csv`. A blob is there whole or not at all.
 * Every method throws a `StoreError` where the backend fails.
 */
export interface Blobs {
  /**
   * How many blobs are read at a time as fast as one: some where each takes a network.
   *
   * @default {1}
   */
  readonly atOnce?: number;
  /** The bytes of a blob, `undefined` if there is none. */
  get(path: string): Promise<Bytes | undefined>;
  /** The bytes from `start` to `end`, fewer if the blob ends before; `undefined` if there is none. */
  range(path: string, start: number, end: number): Promise<Bytes | undefined>;
  /**
   * Writes blobs of one folder, in the place of those that may be there. They appear in their order,
   * none before the bytes of all are safe.
   */
  put(blobs: readonly (readonly [path: string, content: Bytes])[]): Promise<void>;
  /**
   * Writes a blob if the one in its place is still of the version that was seen, or none is there if
   * none was. Whoever has this takes writers that share no lock; without it, they must share one.
   *
   * @returns Whether it was written: `false` if another writer was first.
   */
  putIf?(path: string, content: Bytes, seen: string | undefined): Promise<boolean>;
  /** The names in a folder that begin so, in their order; none if there is no such folder. */
  names(folder: string, beginning?: string): Promise<string[]>;
  /** The same with what is known of each blob; slower than {@linkcode Blobs.names}. */
  list(folder: string, beginning?: string): Promise<BlobInfo[]>;
  /** The names of the folders in a folder in their order, `""` for the topmost one. */
  folders(folder: string): Promise<string[]>;
  /** What tells a blob from another one in its place; `undefined` if there is none. Nothing is read. */
  version(path: string): Promise<string | undefined>;
  /** Removes a blob if it is there, and folders that become empty by that. */
  delete(path: string): Promise<void>;
  /** Where a blob is, for people: a path or URL. */
  locate(path: string): string;
}
