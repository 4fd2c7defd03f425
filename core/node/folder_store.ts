import { join } from "node:path";
import { Store } from "../store/entries.ts";
import { FolderBlobs } from "./folder_blobs.ts";
import { FolderLocks, type FolderLocksOptions } from "./folder_locks.ts";

/** A store in a folder, and its locks. */
export interface FolderStore {
  /** The store. */
  store: Store;
  /** Its locks, which also limit what its processes do together: connections, say. */
  locks: FolderLocks;
}

/**
 * Opens a store in a folder, of plain files that a person can open.
 *
 * @param folder The folder's path; it is made when something is written.
 * @param options How to lock.
 * @returns The store, and its locks, which lie in `.locks` below the folder.
 */
export function openFolderStore(folder: string, options: FolderLocksOptions): FolderStore {
  const locks = new FolderLocks(join(folder, ".locks"), options);
  return { store: new Store({ blobs: new FolderBlobs(folder), locks }), locks };
}
