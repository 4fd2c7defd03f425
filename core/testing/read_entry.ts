/**
 * Prints the entry of a key in a store: `read_entry.ts FOLDER KEY`.
 *
 * @module
 */

import { openFolderStore } from "../node/folder_store.ts";
import { tryLockFile } from "../deno/file_lock.ts";

const [folder, key] = Deno.args;
const { store } = openFolderStore(folder!, { tryLock: tryLockFile });
const entry = await store.read(key!);
console.log(new TextDecoder().decode(entry?.content));
