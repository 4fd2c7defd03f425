import type { Bytes } from "../dump/bytes.ts";

/** A blob as it is listed. */
export interface BlobInfo {
  /** Its name in its folder. */
  name: string;
  /** Its length in bytes. */
  bytes: number;
}

/**
 * Keeps bytes under paths such as `2026/09/2026-09-10T18.csv`. A blob is there whole or not at all.
 * Every method throws a `StoreError` where the backend fails.
 */
export interface Blobs {
  /** The bytes of a blob, `undefined` if there is none. */
  get(path: string): Promise<Bytes | undefined>;
  /** The bytes from `start` to `end`, fewer if the blob ends before; `undefined` if there is none. */
  range(path: string, start: number, end: number): Promise<Bytes | undefined>;
  /**
   * Writes blobs of one folder, in the place of those that may be there. They appear in their order,
   * none before the bytes of all are safe.
   */
  put(blobs: readonly (readonly [path: string, content: Bytes])[]): Promise<void>;
  /** The names in a folder in their order, none if there is no such folder. */
  names(folder: string): Promise<string[]>;
  /** The blobs of a folder in the order of their names; slower than {@linkcode Blobs.names}. */
  list(folder: string): Promise<BlobInfo[]>;
  /** What tells a blob from another one in its place; `undefined` if there is none. Nothing is read. */
  version(path: string): Promise<string | undefined>;
  /** Removes a blob if it is there, and folders that become empty by that. */
  delete(path: string): Promise<void>;
  /** Where a blob is, for people: a path or URL. */
  locate(path: string): string;
}

/** The name under which a blob is written before it is whole. */
export function temporaryName(name: string): string {
  return `${name}.${crypto.randomUUID()}.tmp`;
}

/** What a temporary name was made of, `undefined` for any other name. */
export function ownerOfTemporary(name: string): string | undefined {
  return /^(.+)\.[0-9a-f-]{36}\.tmp$/.exec(name)?.[1];
}
