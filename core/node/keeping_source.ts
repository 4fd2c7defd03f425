import { rmSync } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SourceError } from "../source/source_error.ts";
import { StoreError } from "../store/store_error.ts";
import { temporaryName } from "../store/names.ts";
import { rethrowPermission } from "../permission_error.ts";
import { leftoverDumps, lockOfUnfinished } from "./dump_files.ts";
import { fileProblem } from "./file_error.ts";
import type { TryLock } from "./folder_locks.ts";
import { tap } from "../dump/tap.ts";
import type { Hour } from "../time/hour.ts";
import type { Period } from "../time/period.ts";
import type { Dump, KnownDump, OpenOptions, Source } from "../source/source.ts";

/**
 * A source that keeps what it gives: each dump is written to a folder while it is read, and stays
 * there if it turns out to be good.
 */
export class KeepingSource implements Source {
  readonly #source: Source;
  readonly #folder: string;
  readonly #tryLock: TryLock;
  #swept: Promise<void> | undefined;

  /**
   * Makes a source that keeps what another one gives.
   *
   * @param source Where the dumps come from.
   * @param folder Where they go, laid out as on the dumps server.
   * @param tryLock Takes the lock of a file, by which what is being written is told from what a killed
   * writer left; that is removed before the first dump is kept.
   */
  constructor(source: Source, folder: string, tryLock: TryLock) {
    this.#source = source;
    this.#folder = folder;
    this.#tryLock = tryLock;
  }

  async open(hour: Hour, options?: OpenOptions): Promise<Dump> {
    return await this.#keep(hour, await this.#source.open(hour, options));
  }

  async openIfChanged(
    hour: Hour,
    known: KnownDump,
    options?: OpenOptions,
  ): Promise<Dump | undefined> {
    const dump = await this.#source.openIfChanged(hour, known, options);
    return dump && await this.#keep(hour, dump);
  }

  async openSum(period: Period): Promise<Dump | undefined> {
    return await this.#source.openSum?.(period);
  }

  async openTotals(hour: Hour, options?: OpenOptions): Promise<Dump> {
    if (this.#source.openTotals !== undefined) return await this.#source.openTotals(hour, options);
    throw new SourceError("Cannot open totals: the source has none");
  }

  async measure(hour: Hour, signal?: AbortSignal): Promise<number | undefined> {
    return await this.#source.measure?.(hour, signal);
  }

  /** Shows that a dump is being written; where the file system has no locks, nothing does. */
  async #lock(temporary: string): Promise<Disposable | undefined> {
    const path = lockOfUnfinished(temporary);
    const lock = await this.#tryLock(path).catch(rethrowPermission);
    if (!lock) return undefined;
    return {
      [Symbol.dispose]() {
        rmSync(path, { force: true });
        lock[Symbol.dispose]();
      },
    };
  }

  /** Removes what killed writers left. */
  async #sweep(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    for await (const { remove } of leftoverDumps(this.#folder, this.#tryLock)) await remove();
  }

  async #keep(hour: Hour, dump: Dump): Promise<Dump> {
    const path = join(this.#folder, hour.dumpPath);
    const temporary = temporaryName(path);
    let lock: Disposable | undefined;
    let file: FileHandle;
    try {
      await (this.#swept ??= this.#sweep());
      await mkdir(dirname(path), { recursive: true });
      lock = await this.#lock(temporary);
      file = await open(temporary, "wx");
    } catch (error) {
      lock?.[Symbol.dispose]();
      await dump.body.cancel(error); // Or its connection would stay open.
      throw cannotKeep(path, error);
    }
    const body = tap(dump.body, async (chunk) => {
      await file.writeFile(chunk).catch((error) => {
        throw cannotKeep(path, error);
      });
    });
    return {
      ...dump,
      body,
      async commit() {
        try {
          await file.sync();
          await file.close();
          await rename(temporary, path);
        } catch (error) {
          throw cannotKeep(path, error);
        } finally {
          await rm(temporary, { force: true });
          lock?.[Symbol.dispose]();
          await dump.commit?.();
        }
      },
      async discard() {
        await file.close();
        await rm(temporary, { force: true });
        lock?.[Symbol.dispose]();
        await dump.discard?.();
      },
    };
  }
}

/** What went wrong with a kept dump. */
function cannotKeep(path: string, cause: unknown): StoreError {
  const { reason } = fileProblem(cause);
  return new StoreError(`Cannot keep dump "${path}": ${reason}`, "dump-not-kept", { cause });
}
