/**
 * Prints the entry of a key in a store: `read_entry.ts FOLDER KEY`.
 *
 * @module
 */

import { FolderStore } from "../node/folder_blobs.ts";
import { tryLockFile } from "../deno/file_lock.ts";

const [folder, key] = Deno.args;
const entry = await new FolderStore(folder, { tryLock: tryLockFile }).read(key);
console.log(new TextDecoder().decode(entry?.content));
