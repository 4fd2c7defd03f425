import type { Dirent } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Bytes } from "../dump/bytes.ts";
import type { BlobInfo, Blobs } from "../store/blobs.ts";
import { temporaryName } from "../store/names.ts";
import { StoreError } from "../store/store_error.ts";
import { fileProblem } from "./file_error.ts";
import { removeEmptyFolders } from "./remove_empty_folders.ts";

/** No more is read of a file at a time, in bytes: reports have some megabytes. */
const LONGEST = 1 << 30;

/** How often a file is opened whose folder another process removes because it is empty. */
const OPENINGS = 5;

/**
 * Blobs as plain files below a folder, which a person can open. They are written under a temporary
 * name (`.tmp`), synced and renamed. Any number of processes may share the folder, also from several
 * machines.
 */
export class FolderBlobs implements Blobs {
  readonly #folder: string;

  /**
   * Makes blobs of a folder; nothing is read or written yet.
   *
   * @param folder The folder's path; it is made when something is written.
   */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(path: string): Promise<Bytes | undefined> {
    return await this.range(path, 0, Infinity);
  }

  async range(path: string, start: number, end: number): Promise<Bytes | undefined> {
    return await this.#ifThere("read", path, readRange(this.locate(path), start, end));
  }

  async put(blobs: readonly (readonly [path: string, content: Bytes])[]): Promise<void> {
    const temporaries = blobs.map(([path]) =>
      join(dirname(this.locate(path)), temporaryName(basename(path)))
    );
    try {
      for (const [i, [_, content]] of blobs.entries()) {
        const file = await openNew(temporaries[i]!);
        try {
          await file.writeFile(content);
          await file.sync();
        } finally {
          await file.close();
        }
      }
      for (const [i, [path]] of blobs.entries()) await rename(temporaries[i]!, this.locate(path));
    } catch (cause) {
      for (const temporary of temporaries) await rm(temporary, { force: true }).catch(() => {});
      throw this.#error("write", blobs[0]?.[0] ?? "", cause);
    }
  }

  async names(folder: string, beginning: string = ""): Promise<string[]> {
    const entries = await this.#entries(folder);
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
      .filter((name) => name.startsWith(beginning)).sort();
  }

  async folders(folder: string): Promise<string[]> {
    const entries = await this.#entries(folder);
    // A link may lead to a folder on another disk.
    return entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map(({ name }) => name).sort();
  }

  async #entries(folder: string): Promise<Dirent[]> {
    const reading = readdir(this.locate(folder), { withFileTypes: true });
    return await this.#ifThere("list", folder, reading) ?? [];
  }

  async list(folder: string, beginning: string = ""): Promise<BlobInfo[]> {
    const files = (await this.names(folder, beginning)).map(async (name): Promise<BlobInfo[]> => {
      const path = `${folder}/${name}`;
      const stats = await this.#ifThere("read", path, stat(this.locate(path)));
      return stats === undefined ? [] : [{ name, bytes: stats.size }];
    });
    return (await Promise.all(files)).flat();
  }

  async version(path: string): Promise<string | undefined> {
    const stats = await this.#ifThere("read", path, stat(this.locate(path)));
    return stats && `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
  }

  async delete(path: string): Promise<void> {
    try {
      await rm(this.locate(path), { force: true });
      await removeEmptyFolders(this.#folder, dirname(path));
    } catch (cause) {
      throw this.#error("remove", path, cause);
    }
  }

  locate(path: string): string {
    return join(this.#folder, path);
  }

  async #ifThere<Value>(
    action: string,
    path: string,
    found: Promise<Value>,
  ): Promise<Value | undefined> {
    try {
      return await found;
    } catch (cause) {
      if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
      throw this.#error(action, path, cause);
    }
  }

  #error(action: string, path: string, cause: unknown): StoreError {
    const { code, reason } = fileProblem(cause);
    return new StoreError(`Cannot ${action} "${this.locate(path)}": ${reason}`, code, { cause });
  }
}

async function readRange(path: string, start: number, end: number): Promise<Bytes> {
  // To open a pipe that nobody writes to would never come to an end.
  if (!(await stat(path)).isFile()) throw new UnusualFileError("ENOTFILE", path);
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const wanted = Math.max(0, Math.min(end, size) - start);
    if (wanted > LONGEST) throw new UnusualFileError("EFBIG", path);
    const part = new Uint8Array(wanted);
    let length = 0;
    while (length < part.length) {
      const { bytesRead } = await file.read(part, length, part.length - length, start + length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return part.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** A folder or a pipe is in the place of a file, or one that is too large to be one of the store's. */
class UnusualFileError extends Error {
  readonly code: string;

  constructor(code: "ENOTFILE" | "EFBIG", path: string) {
    super(path);
    this.code = code;
  }
}

/** Opens a file that is not there yet. Another process may remove its folder while that is empty. */
async function openNew(path: string): Promise<FileHandle> {
  for (let opening = 1;; opening++) {
    await mkdir(dirname(path), { recursive: true });
    try {
      return await open(path, "wx");
    } catch (error) {
      const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
      if (!isGone || opening === OPENINGS) throw error;
    }
  }
}
