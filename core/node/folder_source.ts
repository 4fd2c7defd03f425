import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Hour } from "../time/hour.ts";
import { dumpNameOf, type Period } from "../time/period.ts";
import { FileError, fileProblem } from "./file_error.ts";
import { MissingDumpError } from "../source/missing_dump_error.ts";
import { openFile } from "./open_file.ts";
import { SourceError } from "../source/source_error.ts";
import type { Dump, KnownDump, Source } from "../source/source.ts";

/** What is said of a folder that is not there. */
export const NO_FOLDER = "there is no such folder";

/** Options of {@linkcode FolderSource}. */
export interface FolderSourceOptions {
  /**
   * Whether it is a mistake if the folder is not there, rather than a folder without dumps.
   *
   * @default {false}
   */
  mustExist?: boolean;
}

/**
 * A folder of dumps, laid out as Wikimedia's server is, or flat; gzipped or plain. Sums of days, weeks
 * and months lie flat in it, named by their periods.
 */
export class FolderSource implements Source {
  readonly #folder: string;
  readonly #mustExist: boolean;

  /**
   * Makes a source of a folder; nothing is read yet.
   *
   * @param folder The folder's path.
   * @param options What a missing folder is.
   */
  constructor(folder: string, { mustExist = false }: FolderSourceOptions = {}) {
    this.#folder = folder;
    this.#mustExist = mustExist;
  }

  /**
   * Looks whether the folder is there.
   *
   * @throws {SourceError} If it is not, and that is a mistake.
   */
  async check(): Promise<void> {
    if (!this.#mustExist) return;
    const problem = await folderProblem(this.#folder);
    if (problem === undefined) return;
    throw new SourceError(`Cannot use source "${this.#folder}": ${problem}`);
  }

  async openIfChanged(hour: Hour, known: KnownDump): Promise<Dump | undefined> {
    const dump = await this.open(hour);
    if (dump.lastModified !== known.last_modified) return dump;
    await dump.body.cancel();
    return undefined;
  }

  open(hour: Hour): Promise<Dump> {
    return this.#open(hour, [hour.dumpPath, hour.dumpName]);
  }

  openSum(period: Period): Promise<Dump | undefined> {
    return this.#find([dumpNameOf(period)]);
  }

  openTotals(hour: Hour): Promise<Dump> {
    return this.#open(hour, [hour.totalsPath, hour.totalsName]);
  }

  async #open(hour: Hour, names: readonly string[]): Promise<Dump> {
    const dump = await this.#find(names);
    if (dump !== undefined) return dump;
    await this.check();
    throw new MissingDumpError(hour, this.#folder, undefined, names);
  }

  /** Opens the first file that is there of some names, which may lack their `.gz`. */
  async #find(names: readonly string[]): Promise<Dump | undefined> {
    for (const name of new Set([...names, ...names.map((name) => name.replace(/\.gz$/, ""))])) {
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
  }
}

/** Why a path is not that of a folder, as a part of a sentence; `undefined` if it is. */
export async function folderProblem(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).isDirectory() ? undefined : "it is not a folder";
  } catch (cause) {
    const { code, reason } = fileProblem(cause);
    return code === "ENOENT" ? NO_FOLDER : reason;
  }
}
