import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Hour } from "../time/hour.ts";
import { checkPeriod } from "../time/period.ts";
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
