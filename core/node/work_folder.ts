import { mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Bytes } from "../dump/bytes.ts";
import type { MergeCounts } from "../merge/merge_counts.ts";
import type { DumpSum } from "../merge/merge_dumps.ts";
import type { WorkFiles, WorkPlace } from "../merge/work_files.ts";
import { StoreError } from "../store/store_error.ts";
import { fileProblem } from "./file_error.ts";
import { FolderLocks, type FolderLocksOptions } from "./folder_locks.ts";
import { freeBytes } from "./free_bytes.ts";
import { openFile } from "./open_file.ts";

/**
 * A work place that is a folder. Who works in it has a numbered folder of its own, and its lock, which
 * ends with the process: a folder whose lock is free is one that a killed process has left.
 */
export class WorkFolder implements WorkPlace {
  readonly #folder: string;
  readonly #locks: FolderLocks;

  /**
   * Makes a work place of a folder.
   *
   * @param folder The folder's path; it is made when it is needed.
   * @param options How to lock.
   */
  constructor(folder: string, options: FolderLocksOptions) {
    this.#folder = folder;
    this.#locks = new FolderLocks(join(folder, ".locks"), options);
  }

  async open(): Promise<WorkFiles> {
    await this.#sweep();
    for (let number = 0;; number++) {
      const lock = await this.#locks.tryAcquire(`${number}`);
      if (lock === undefined) continue;
      const folder = join(this.#folder, `${number}`);
      try {
        await rm(folder, { recursive: true, force: true });
        await mkdir(folder);
      } catch (cause) {
        lock[Symbol.dispose]();
        throw problem(folder, cause);
      }
      return new FolderFiles(folder, lock);
    }
  }

  /** Removes the folders whose owners have ended. */
  async #sweep(): Promise<void> {
    const names = await readdir(this.#folder).catch((cause) => {
      if (cause.code === "ENOENT") return [];
      throw problem(this.#folder, cause);
    });
    for (const name of names.filter((name) => /^\d+$/.test(name))) {
      const lock = await this.#locks.tryAcquire(name);
      if (lock === undefined) continue;
      try {
        await rm(join(this.#folder, name), { recursive: true, force: true });
      } catch (cause) {
        throw problem(join(this.#folder, name), cause);
      } finally {
        lock[Symbol.dispose]();
      }
    }
  }
}

class FolderFiles implements WorkFiles {
  readonly #folder: string;
  readonly #lock: Disposable;

  constructor(folder: string, lock: Disposable) {
    this.#folder = folder;
    this.#lock = lock;
  }

  async write(
    name: string,
    content: AsyncIterable<Bytes>,
    { gzip = false }: { gzip?: boolean } = {},
  ): Promise<void> {
    const { gzipNode } = await import("./gzip_node.ts"); // Most commands do without.
    const path = join(this.#folder, name);
    const file = await open(path, "w").catch((cause) => {
      throw problem(path, cause);
    });
    try {
      for await (const chunk of gzip ? gzipNode(content) : content) {
        await file.writeFile(chunk).catch((cause) => {
          throw problem(path, cause);
        });
      }
    } finally {
      await file.close();
    }
  }

  async read(name: string): Promise<ReadableStream<Bytes>> {
    return (await openFile(join(this.#folder, name))).body;
  }

  async merge(
    files: readonly { name: string; seen?: MergeCounts | undefined }[],
  ): Promise<DumpSum> {
    const { mergeFiles } = await import("./merge_files.ts"); // Most commands do without.
    return mergeFiles(files.map(({ name, seen }) => ({ path: join(this.#folder, name), seen })));
  }

  async room(): Promise<number | undefined> {
    try {
      // Who is not allowed to ask finds out by the first file that has none.
      return await freeBytes(this.#folder);
    } catch (error) {
      throw problem(this.#folder, error);
    }
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#folder, name), { force: true });
  }

  async close(): Promise<void> {
    try {
      await rm(this.#folder, { recursive: true, force: true });
    } finally {
      this.#lock[Symbol.dispose]();
    }
  }
}

function problem(path: string, cause: unknown): StoreError {
  const { code, reason } = fileProblem(cause);
  return new StoreError(`Cannot work in "${path}": ${reason}`, code, { cause });
}
