/**
 * What of wikitop needs `node:` interfaces or threads: stores and sources in folders, faster gunzip,
 * a pool of ranking threads. For Deno, Node and Bun.
 *
 * @module
 */

export { FolderBlobs } from "./folder_blobs.ts";
export { FolderLocks, type FolderLocksOptions, type TryLock } from "./folder_locks.ts";
export { type FolderStore, openFolderStore } from "./folder_store.ts";
export { FolderSource, type FolderSourceOptions } from "./folder_source.ts";
export { KeepingSource } from "./keeping_source.ts";
export { FileError } from "./file_error.ts";
export { gunzipNode } from "./gunzip_node.ts";
export { RankPool } from "./rank_pool.ts";
export { type SumFile, SumFolder } from "./sum_folder.ts";
export { WorkFolder } from "./work_folder.ts";
export { createSha256 } from "./sha256.ts";
export { type OpenFile, openFile } from "./open_file.ts";
