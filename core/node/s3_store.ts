import { join } from "node:path";
import { Store } from "../store/entries.ts";
import { FolderLocks, type FolderLocksOptions } from "./folder_locks.ts";
import { S3Blobs, type S3BlobsOptions } from "./s3_blobs.ts";

/** A store in a bucket, and the locks of this machine. */
export interface S3Store {
  /** The store. */
  store: Store;
  /** Its blobs, to look whether the bucket can be a store. */
  blobs: S3Blobs;
  /** What the processes of this machine do one at a time, or a few. */
  locks: FolderLocks;
}

/** Options of {@linkcode openS3Store}. */
export interface S3StoreOptions extends S3BlobsOptions {
  /** The folder in which locks are, in `.locks`: the processes that share it make nothing twice. */
  state: string;
  /** How to lock. */
  locks: FolderLocksOptions;
}

/**
 * Opens a store in an S3 bucket, which several machines may write.
 *
 * @param address The bucket and a prefix, as `s3://bucket/some/prefix`.
 * @param options Which server it is on, and where locks are.
 * @returns The store; nothing is read or written yet.
 */
export function openS3Store(
  address: string,
  { state, locks: locking, ...options }: S3StoreOptions,
): S3Store {
  const locks = new FolderLocks(join(state, ".locks"), locking);
  const blobs = new S3Blobs(address, options);
  return { store: new Store({ blobs, locks }), blobs, locks };
}
