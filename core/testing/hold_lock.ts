/**
 * Takes the lock of a key in a store, says so, and holds it until it is killed:
 * `hold_lock.ts FOLDER KEY`.
 *
 * @module
 */

import { openFolderStore } from "../node/folder_store.ts";
import { tryLockFile } from "../deno/file_lock.ts";

const [folder, key] = Deno.args;
const { store } = openFolderStore(folder!, { tryLock: tryLockFile });
using _lock = await store.lock(key!);
console.log("locked");
await new Promise((resolve) => setTimeout(resolve, 600_000));
