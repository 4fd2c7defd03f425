import { join } from "node:path";
import type { Hour } from "../hour.ts";
import { FileError } from "./file_error.ts";
import { openFile } from "./open_file.ts";
import type { Dump, Source } from "./source.ts";

/** A folder of dumps, laid out as Wikimedia's server is, or flat; gzipped or plain. */
export class FolderSource implements Source {
  readonly #folder: string;

  /**
   * Constructs a new instance.
   *
   * @param folder The folder's path.
   */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async open(hour: Hour): Promise<Dump> {
    const names = [hour.dumpPath, hour.dumpName];
    for (const name of [...names, ...names.map((name) => name.replace(/\.gz$/, ""))]) {
      const path = join(this.#folder, name);
      try {
        const { body, length, modified } = await openFile(path);
        return { url: path, body, length, etag: null, lastModified: modified.toUTCString() };
      } catch (error) {
        if (!(error instanceof FileError && ["ENOENT", "ENOTDIR"].includes(error.code))) {
          throw error;
        }
      }
    }
    throw new Error(
      `Cannot find dump of hour "${hour}": folder "${this.#folder}" has neither ` +
        `"${names.join('" nor "')}"; put it there or choose another --source`,
    );
  }
}
