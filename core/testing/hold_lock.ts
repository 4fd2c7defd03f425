/**
 * Takes the lock of a key in a store, says so, and holds it until it is killed:
 * `hold_lock.ts FOLDER KEY`.
 *
 * @module
 */

import { FolderStore } from "../node/folder_blobs.ts";
import { tryLockFile } from "../deno/file_lock.ts";

const [folder, key] = Deno.args;
using _lock = await new FolderStore(folder, { tryLock: tryLockFile }).lock(key);
console.log("locked");
await new Promise((resolve) => setTimeout(resolve, 600_000));
