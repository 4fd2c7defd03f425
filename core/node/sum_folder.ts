import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DaySum, DaySumInfo, DaySums } from "../produce/day_sums.ts";
import { ownerOfTemporary, temporaryName } from "../store/names.ts";
import { StoreError } from "../store/store_error.ts";
import { dumpNameOf, parsePeriod, type Period } from "../time/period.ts";
import { FileError, fileProblem } from "./file_error.ts";
import { openFile } from "./open_file.ts";

/** How many days are kept unless told otherwise: two months, about 9 GB. */
const MOST_DAYS = 62;

/** A file is written in seconds: one that is unfinished for an hour has lost its writer. */
const STALE_MS = 3_600_000;

/** A kept sum, as `prune` lists it. */
export interface SumFile {
  /** Its day. */
  day: Period;
  /** Its path. */
  path: string;
  /** Its length in bytes. */
  bytes: number;
  /** Removes it. */
  remove(): Promise<void>;
}

/**
 * A folder of the sums of days: `2026-09-10.gz`, and `2026-09-10.json` with its length and what it was
 * made of, which is written last.
 */
export class SumFolder implements DaySums {
  readonly #folder: string;
  readonly #most: number;

  /**
   * Makes a keeper of sums of a folder, which is made when it is needed.
   *
   * @param folder Its path.
   * @param most How many days are kept at most.
   */
  constructor(folder: string, most: number = MOST_DAYS) {
    this.#folder = folder;
    this.#most = most;
  }

  async open(day: Period): Promise<DaySum | undefined> {
    try {
      const info = JSON.parse(await readFile(this.#path(day, "json"), "utf8"));
      if (!isInfo(info, day)) return undefined;
      const { body, length } = await openFile(this.#path(day, "gz"));
      if (length === info.bytes) return { body, sources: info.sources, counts: info.counts };
      await body.cancel();
    } catch (error) {
      // It is not kept, or half of it; it is then made anew.
      const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
      if (!isGone && !(error instanceof SyntaxError)) throw error;
    }
  }

  async keep(day: Period, { body, ...info }: DaySum): Promise<void> {
    const path = this.#path(day, "gz");
    const [temporary, temporaryInfo] = [
      temporaryName(path),
      temporaryName(this.#path(day, "json")),
    ];
    try {
      await mkdir(this.#folder, { recursive: true });
      await this.#sweep();
      const file = await open(temporary, "wx");
      let bytes = 0;
      try {
        for await (const chunk of body) {
          await file.writeFile(chunk);
          bytes += chunk.length;
        }
        await file.sync();
      } finally {
        await file.close();
      }
      await writeFile(temporaryInfo, JSON.stringify({ day: day.label, bytes, ...info }), {
        flush: true,
      });
      await rm(this.#path(day, "json"), { force: true });
      await rename(temporary, path);
      await rename(temporaryInfo, this.#path(day, "json"));
    } catch (cause) {
      const { code, reason } = fileProblem(cause);
      throw new StoreError(`Cannot keep sum "${path}": ${reason}`, code, { cause });
    } finally {
      await body.cancel().catch(() => {}); // Where it was not read to its end.
      await rm(temporary, { force: true });
      await rm(temporaryInfo, { force: true });
    }
    const kept = await this.list();
    for (const { remove } of kept.slice(0, Math.max(0, kept.length - this.#most))) await remove();
  }

  /**
   * Lists the sums, the oldest day first.
   *
   * @throws {FileError} If the folder cannot be read.
   */
  async list(): Promise<SumFile[]> {
    const files: SumFile[] = [];
    for (const name of await this.#names()) {
      const [, label] = /^(\d{4}-\d\d-\d\d)\.gz$/.exec(name) ?? [];
      if (label === undefined) continue;
      const path = join(this.#folder, name);
      const { size: bytes } = await stat(path);
      const remove = async () => {
        await rm(join(this.#folder, `${label}.json`), { force: true });
        await rm(path, { force: true });
      };
      files.push({ day: parsePeriod(label), path, bytes, remove });
    }
    return files.sort((a, b) => a.day.since(b.day));
  }

  /** Removes what killed writers left. */
  async #sweep(): Promise<void> {
    for (const name of await this.#names()) {
      if (ownerOfTemporary(name) === undefined) continue;
      const path = join(this.#folder, name);
      const changed = await stat(path).then(({ mtimeMs }) => mtimeMs, () => Infinity);
      if (changed + STALE_MS < Date.now()) await rm(path, { force: true });
    }
  }

  async #names(): Promise<string[]> {
    return await readdir(this.#folder).catch((error) => {
      if (error.code === "ENOENT") return [];
      throw new FileError(this.#folder, error);
    });
  }

  #path(day: Period, extension: "gz" | "json"): string {
    const name = dumpNameOf(day);
    return join(this.#folder, extension === "gz" ? name : name.replace(/gz$/, extension));
  }
}

/** Whether what stands beside a sum is of its day; only this program writes there. */
function isInfo(value: unknown, day: Period): value is DaySumInfo & { bytes: number } {
  return typeof value === "object" && value !== null && "day" in value && value.day === day.label &&
    "bytes" in value && "sources" in value && Array.isArray(value.sources) && "counts" in value;
}
