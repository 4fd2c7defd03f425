import { rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Removes a folder if it is empty, and those above it that become empty by that.
 *
 * @param root The folder that is kept in any case.
 * @param folder Another one below it, as a path that begins there.
 */
export async function removeEmptyFolders(root: string, folder: string): Promise<void> {
  for (let path = folder; path !== "."; path = dirname(path)) {
    try {
      await rmdir(join(root, path));
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      // Somebody has put something into it, or removed it as well.
      if (["ENOTEMPTY", "EEXIST", "ENOENT"].includes(String(code))) return;
      throw error;
    }
  }
}
