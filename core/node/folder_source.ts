import { join } from "node:path";
import type { Hour } from "../time/hour.ts";
import { FileError } from "./file_error.ts";
import { MissingDumpError } from "../source/missing_dump_error.ts";
import { openFile } from "./open_file.ts";
import type { Dump, KnownDump, Source } from "../source/source.ts";

/** A folder of dumps, laid out as Wikimedia's server is, or flat; gzipped or plain. */
export class FolderSource implements Source {
  readonly #folder: string;

  /**
   * Makes a source of a folder; nothing is read yet.
   *
   * @param folder The folder's path.
   */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async openIfChanged(hour: Hour, known: KnownDump): Promise<Dump | undefined> {
    const dump = await this.open(hour);
    if (dump.lastModified !== known.last_modified) return dump;
    await dump.body.cancel();
    return undefined;
  }

  async open(hour: Hour): Promise<Dump> {
    const names = [hour.dumpPath, hour.dumpName];
    for (const name of [...names, ...names.map((name) => name.replace(/\.gz$/, ""))]) {
      const path = join(this.#folder, name);
      try {
        const { body, length, modified } = await openFile(path);
        const lastModified = modified.toUTCString();
        return { url: path, body, length, etag: null, lastModified };
      } catch (error) {
        if (!(error instanceof FileError && ["ENOENT", "ENOTDIR"].includes(error.code))) {
          throw error;
        }
      }
    }
    throw new MissingDumpError(hour, this.#folder, undefined, names);
  }
}
