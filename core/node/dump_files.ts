import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Hour } from "../time/hour.ts";
import { checkPeriod } from "../time/period.ts";
import { rethrowPermission } from "../permission_error.ts";
import { ownerOfTemporary } from "../store/names.ts";
import type { TryLock } from "./folder_locks.ts";
import { removeEmptyFolders } from "./remove_empty_folders.ts";
import { FileError } from "./file_error.ts";

/** A dump in a folder. */
export interface DumpFile {
  /** Its hour. */
  hour: Hour;
  /** Its path. */
  path: string;
  /** Its length in bytes. */
  bytes: number;
  /** Removes it, and folders that become empty by that. */
  remove(): Promise<void>;
}

/**
 * Lists the gzipped dumps in a folder, laid out as Wikimedia's server is, or flat.
 *
 * @param folder The folder's path.
 * @returns The dumps in the order of their hours. Any other file is left out.
 * @throws {FileError} If the folder cannot be read.
 */
export async function dumpFiles(folder: string): Promise<DumpFile[]> {
  const files: DumpFile[] = [];
  for (const place of ["", ...await monthFolders(folder)]) {
    for (const name of await namesIn(join(folder, place))) {
      const hour = hourOf(name);
      const relative = place === "" ? name : `${place}/${name}`;
      if (hour === undefined || ![hour.dumpName, hour.dumpPath].includes(relative)) continue;
      const path = join(folder, relative);
      const stats = await stat(path);
      if (!stats.isFile()) continue;
      const remove = async () => {
        await rm(path);
        if (place !== "") await removeEmptyFolders(folder, place);
      };
      files.push({ hour, path, bytes: stats.size, remove });
    }
  }
  return files.sort((a, b) => a.hour.since(b.hour));
}

/** What is left in a folder of a dump whose writer is gone. */
export interface LeftoverDump {
  /** Its path. */
  path: string;
  /** Its length in bytes. */
  bytes: number;
  /** Removes it, and gives how many bytes that were. */
  remove(): Promise<number>;
}

/** Where the lock of a dump is that is being written under a temporary name. */
export function lockOfUnfinished(temporary: string): string {
  return temporary.replace(/\.tmp$/, ".lock.tmp");
}

/**
 * Lists what killed writers left of dumps in a folder: those that are being written have their locks.
 *
 * @param folder The folder's path.
 * @param tryLock Takes the lock of a file.
 * @returns What is left. What cannot be locked is left out.
 * @throws {FileError} If the folder cannot be read.
 */
export async function* leftoverDumps(
  folder: string,
  tryLock: TryLock,
): AsyncGenerator<LeftoverDump> {
  for (const place of ["", ...await monthFolders(folder)]) {
    const names = await namesIn(join(folder, place));
    const temporaries = names.map((name) => name.replace(/\.lock\.tmp$/, ".tmp"));
    for (const name of new Set(temporaries)) {
      const owner = ownerOfTemporary(name);
      if (owner === undefined || hourOf(owner) === undefined) continue;
      const path = join(folder, place, name);
      const lockPath = lockOfUnfinished(path);
      const lock = await tryLock(lockPath).catch(rethrowPermission);
      if (!lock) continue;
      try {
        const bytes = names.includes(name) ? (await stat(path)).size : 0;
        const remove = async () => {
          await rm(path, { force: true });
          await rm(lockPath, { force: true });
          if (place !== "") await removeEmptyFolders(folder, place);
          return bytes;
        };
        yield { path, bytes, remove };
      } finally {
        await rm(lockPath, { force: true });
        lock[Symbol.dispose]();
      }
    }
  }
}

/** The folders in which a server would have its dumps, as `2026/2026-09`. */
async function monthFolders(folder: string): Promise<string[]> {
  const years = (await namesIn(folder)).filter((name) => /^\d{4}$/.test(name));
  const months = years.map(async (year) => {
    const names = await namesIn(join(folder, year));
    return names.filter((name) => /^\d{4}-\d{2}$/.test(name)).map((name) => `${year}/${name}`);
  });
  return (await Promise.all(months)).flat();
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const isFile = error instanceof Error && "code" in error && error.code === "ENOTDIR";
    if (isFile) return [];
    throw new FileError(folder, error);
  }
}

function hourOf(name: string): Hour | undefined {
  try {
    const hour = Hour.ofDump(name);
    return hour && checkPeriod(hour, new Date());
  } catch (error) {
    if (error instanceof RangeError) return undefined; // The 31st of February, say, or next year.
    throw error;
  }
}
