import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Bytes } from "../dump/bytes.ts";
import type { ExportTarget } from "../export/target.ts";
import { StoreError } from "../store/store_error.ts";
import { fileProblem } from "./file_error.ts";
import { FolderLocks, type FolderLocksOptions } from "./folder_locks.ts";

/** What is no data lies here: readers pass over names that begin with a dot. */
const NOTES = ".wikitop";

/**
 * An export into a folder. Files are written under temporary names where no reader looks, synced and
 * renamed. One process writes at a time: what others left half-written is not anybody's then.
 */
export class ExportFolder implements ExportTarget {
  readonly #folder: string;
  readonly #notes: string;
  readonly #locks: FolderLocks;

  /** Makes the target; nothing is read or written yet. */
  constructor(folder: string, options: FolderLocksOptions) {
    this.#folder = folder;
    this.#notes = join(folder, NOTES);
    this.#locks = new FolderLocks(this.#notes, options);
  }

  async lock(signal?: AbortSignal): Promise<Disposable> {
    const lock = await this.#locks.acquire("export", {
      signal,
      purpose: `the export "${this.#folder}"`,
    });
    try {
      await this.#sweep();
      return lock;
    } catch (error) {
      lock[Symbol.dispose]();
      throw error;
    }
  }

  async size(path: string): Promise<number | undefined> {
    return (await this.#ifThere(path, stat(this.locate(path))))?.size;
  }

  async write(path: string, content: AsyncIterable<Bytes>): Promise<number> {
    return await this.#write(this.locate(path), content);
  }

  async note(path: string): Promise<string | undefined> {
    return await this.#ifThere(path, readFile(join(this.#notes, path), "utf8"));
  }

  async writeNote(path: string, text: string): Promise<void> {
    await this.#write(join(this.#notes, path), chunksOf(text));
  }

  locate(path: string): string {
    return join(this.#folder, path);
  }

  async #write(path: string, content: AsyncIterable<Bytes>): Promise<number> {
    const temporary = join(this.#notes, `${crypto.randomUUID()}.tmp`);
    try {
      const bytes = await fill(await open(temporary, "wx"), content);
      await mkdir(dirname(path), { recursive: true });
      await rename(temporary, path);
      return bytes;
    } catch (cause) {
      await rm(temporary, { force: true }).catch(() => {});
      if (!isOfFiles(cause)) throw cause;
      throw problem("write", path, cause);
    }
  }

  /** Removes what killed writers left; nobody else writes while the lock is held. */
  async #sweep(): Promise<void> {
    for (const name of await readdir(this.#notes)) {
      if (name.endsWith(".tmp")) await rm(join(this.#notes, name), { force: true });
    }
  }

  async #ifThere<Value>(path: string, found: Promise<Value>): Promise<Value | undefined> {
    try {
      return await found;
    } catch (cause) {
      if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
      throw problem("read", this.locate(path), cause);
    }
  }
}

/** Writes a new file to the disk, and closes it. */
async function fill(file: FileHandle, content: AsyncIterable<Bytes>): Promise<number> {
  try {
    let bytes = 0;
    for await (const chunk of content) {
      await file.writeFile(chunk);
      bytes += chunk.length;
    }
    await file.sync();
    return bytes;
  } finally {
    await file.close();
  }
}

async function* chunksOf(text: string): AsyncGenerator<Bytes> {
  yield new TextEncoder().encode(text);
}

/** Whether the file system said it, rather than those whom the content comes from. */
function isOfFiles(cause: unknown): boolean {
  if (!(cause instanceof Error) || cause instanceof StoreError) return false;
  return cause.name === "NotCapable" || "code" in cause && typeof cause.code === "string";
}

function problem(action: string, path: string, cause: unknown): StoreError {
  const { code, reason } = fileProblem(cause);
  return new StoreError(`Cannot ${action} "${path}": ${reason}`, code, { cause });
}
