import { type Clock, systemClock } from "../async/clock.ts";
import { type Bytes, compareBytes } from "../dump/bytes.ts";
import { sha256Of } from "../dump/sha256.ts";
import type { Blobs } from "./blobs.ts";
import type { Locks } from "./locks.ts";
import {
  folderOf,
  isBoundTo,
  markOf,
  nameOf,
  nameOfFile,
  type NameParts,
  partsOf,
  plainName,
} from "./names.ts";
import { StoreError } from "./store_error.ts";

/** A file of an entry, as its manifest names it. */
export interface StoredFile {
  /** Its name, beside the manifest. */
  name: string;
  /** Its length in bytes. */
  bytes: number;
  /** The SHA-256 of its bytes in hexadecimal digits. */
  sha256: string;
}

/** What is known of an entry: what its writer said, and its files. */
export type EntryManifest = Record<string, unknown> & {
  /** Its file. */
  file: StoredFile;
  /** The files beside it that are a part of it; left out if there are none. */
  companions?: StoredFile[];
};

/** A finished entry: a file, perhaps others beside it, and the manifest that vouches for them. */
export interface Entry {
  /** What is known of the files. */
  manifest: EntryManifest;
  /** The file's bytes. */
  content: Bytes;
  /** The bytes of the others, by what their names end in. */
  companions: ReadonlyMap<string, Bytes>;
}

/** The name of a file in a folder of the store, whether what it belongs to is finished or not. */
export interface ListedName extends NameParts {
  /** Its name. */
  name: string;
}

/** A file in a folder of the store. */
export interface ListedFile extends ListedName {
  /** Its length in bytes. */
  bytes: number;
  /** When it was written, where that is known without a look at each. */
  modified?: Date;
}

/** Options of {@linkcode Store.write}. */
export interface WriteOptions {
  /** The bytes of files beside it, by what their names end in; none if it is left out. */
  companions?: ReadonlyMap<string, Bytes>;
  /**
   * The version of the manifest that the writer saw before it began, `null` if there was none: where
   * writers share no lock, another manifest in its place is not replaced. If it is left out, whatever
   * is there is replaced.
   */
  seen?: string | null | undefined;
}

/** Another writer, who shares no lock with this one, was first: what it wrote stands. */
export class WriteConflictError extends StoreError {
  /** The name of the class. */
  override name = "WriteConflictError";

  /**
   * Makes an error of what could not be written.
   *
   * @param location Where the manifest of the other writer is.
   */
  constructor(location: string) {
    super(`Cannot write "${location}": another writer was first; try again`, "conflict");
  }
}

/** Options of {@linkcode Store}. */
export interface StoreOptions {
  /** Where the bytes are. */
  blobs: Blobs;
  /** What keeps writers apart. */
  locks: Locks;
  /**
   * The passing of time.
   *
   * @default {systemClock}
   */
  clock?: Clock;
}

/** How often an entry is read again whose file and manifest do not match, and after how long. */
const READS = 5;
const READ_AGAIN_MS = 40;

/** No manifest is longer; what is longer is not read. The longest of reports have 200 kB. */
const LONGEST_MANIFEST = 1 << 24;

/**
 * Keeps finished things under keys, for many processes at once. The entry `2026/09/2026-09-10T18`
 * is the file of that name with an extension of its own (`.csv`), perhaps others beside it, and its
 * manifest, which ends in `.manifest`, is written last and names the SHA-256 of each: an entry is
 * there whole or not at all.
 */
export class Store {
  /** How many entries are read at a time as fast as one. */
  readonly atOnce: number;
  /** Whether its writers need share no lock: then files of those that lost or were killed may lie there. */
  readonly isShared: boolean;

  readonly #blobs: Blobs;
  readonly #locks: Locks;
  readonly #clock: Clock;

  /**
   * Makes a store; nothing is read or written yet.
   *
   * @param options Where the bytes are, and what keeps writers apart.
   */
  constructor({ blobs, locks, clock = systemClock }: StoreOptions) {
    this.atOnce = blobs.atOnce ?? 1;
    this.isShared = blobs.putIf !== undefined;
    this.#blobs = blobs;
    this.#locks = locks;
    this.#clock = clock;
  }

  /**
   * Reads an entry.
   *
   * @param key Its key, as `2026/09/2026-09-10T18`.
   * @returns The entry, or `undefined` if there is none that is finished.
   */
  async read(key: string): Promise<Entry | undefined> {
    for (let read = 1; read <= READS; read++) {
      // A file that does not match its manifest is being replaced, or its writer was killed.
      if (read > 1) await this.#clock.sleep(READ_AGAIN_MS);
      const bytes = await this.#manifestBytes(key);
      if (bytes === undefined) return undefined;
      const manifest = parseManifest(bytes, key);
      if (manifest === undefined) continue;
      const content = await this.#readFile(key, manifest.file);
      if (content === undefined) continue;
      const companions = new Map<string, Bytes>();
      for (const file of manifest.companions ?? []) {
        const bytes = await this.#readFile(key, file);
        if (bytes !== undefined) companions.set(partsOf(folderOf(key), file.name).extension, bytes);
      }
      if (companions.size < (manifest.companions?.length ?? 0)) continue;
      return { manifest, content, companions };
    }
    return undefined;
  }

  /**
   * Reads the manifest of an entry, without looking whether its file matches.
   *
   * @param key The entry's key.
   * @returns The manifest, or `undefined` if there is none that can be read.
   */
  async readManifest(key: string): Promise<EntryManifest | undefined> {
    const bytes = await this.#manifestBytes(key);
    return bytes && parseManifest(bytes, key);
  }

  /**
   * What tells the manifest of an entry from another one in its place, without reading it.
   *
   * @param key The entry's key.
   * @returns The version, or `undefined` if there is no manifest.
   */
  async manifestVersion(key: string): Promise<string | undefined> {
    return await this.#blobs.version(`${key}.manifest`);
  }

  /**
   * Reads a part of an entry's file, which is not looked at as a whole: its SHA-256 is not checked.
   *
   * @param key The entry's key.
   * @param file The name of its file.
   * @param start Where the part begins, in bytes.
   * @param end Where it ends.
   * @returns The bytes, fewer if the file ends before; `undefined` if there is no such file.
   */
  async readPart(
    key: string,
    file: string,
    start: number,
    end: number,
  ): Promise<Bytes | undefined> {
    return await this.#blobs.range(`${folderOf(key)}/${file}`, start, end);
  }

  /**
   * Writes an entry, in the place of one that may be there. The caller holds the key's lock.
   *
   * @param key Its key.
   * @param extension What its file's name ends in, as `csv`.
   * @param content The file's bytes.
   * @param metadata What else the manifest is to say.
   * @param options Files beside it, and what was there before.
   * @returns The entry.
   * @throws {WriteConflictError} If somebody who shares no lock with this writer was first.
   */
  async write(
    key: string,
    extension: string,
    content: Bytes,
    metadata: object,
    { companions = new Map(), seen }: WriteOptions = {},
  ): Promise<Entry> {
    const { isShared } = this;
    const replaced = !isShared
      ? undefined
      : seen === undefined
      ? await this.manifestVersion(key)
      : seen ?? undefined;
    const bound = replaced && await digestOf(replaced);
    const describe = async (extension: string, content: Bytes): Promise<StoredFile> => {
      const sha256 = await sha256Of(content);
      const mark = isShared ? markOf(sha256, bound) : undefined;
      return { name: nameOfFile(key, extension, mark), bytes: content.length, sha256 };
    };
    const file = await describe(extension, content);
    const others = await Promise.all(Array.from(companions, (entry) => describe(...entry)));
    const manifest = { ...metadata, file, ...(others.length > 0 && { companions: others }) };
    const text = new TextEncoder().encode(JSON.stringify(manifest, null, 2) + "\n");
    const folder = folderOf(key);
    const files = [content, ...companions.values()].map((bytes, i) =>
      [`${folder}/${[file, ...others][i]!.name}`, bytes] as const
    );
    if (isShared) await this.#commit(key, files, text, replaced);
    else await this.#replace(key, files, [`${key}.manifest`, text]);
    return { manifest, content, companions };
  }

  /** Writes an entry where the lock of its key keeps all other writers away. */
  async #replace(key: string, files: readonly Blob[], manifest: Blob): Promise<void> {
    await this.#sweepTemporary(key);
    const before = await this.readManifest(key);
    await this.#blobs.put([...files, manifest]);
    const paths = files.map(([path]) => path);
    for (const { name } of before === undefined ? [] : filesOf(before)) {
      const path = `${folderOf(key)}/${name}`;
      if (!paths.includes(path)) await this.#blobs.delete(path);
    }
  }

  /** Writes an entry where others may write it as well: whoever is first to put a manifest wins. */
  async #commit(
    key: string,
    files: readonly Blob[],
    manifest: Bytes,
    replaced: string | undefined,
  ): Promise<void> {
    const path = `${key}.manifest`;
    await this.#blobs.put(files);
    let isOurs = await this.#blobs.putIf!(path, manifest, replaced);
    if (!isOurs) {
      // A try whose answer was lost may have been the one that came through.
      const there = await this.#manifestBytes(key);
      isOurs = there !== undefined && compareBytes(there, 0, there.length, manifest) === 0;
    }
    await this.#sweepMarked(key);
    if (!isOurs) throw new WriteConflictError(this.#blobs.locate(path));
  }

  /**
   * Removes an entry, finished or not: first its manifest, so that nobody takes the rest for
   * finished, then its files. The caller holds the key's lock.
   *
   * @param key The entry's key.
   * @param extensions What the names of its files may end in; others are left, they are people's.
   * @returns How many bytes were removed.
   */
  async remove(key: string, extensions: readonly string[]): Promise<number> {
    const files = (await this.list(folderOf(key), nameOf(key))).filter((file) => file.key === key);
    let removed = 0;
    for (const wanted of ["manifest", "tmp", ...extensions]) {
      for (const { name, bytes } of files.filter(({ extension }) => extension === wanted)) {
        await this.#blobs.delete(`${folderOf(key)}/${name}`);
        removed += bytes;
      }
    }
    return removed;
  }

  /**
   * Waits until nobody else holds a key's lock, and takes it. It ends with the process at the latest.
   *
   * @param key The key.
   * @param signal Ends the wait.
   * @param purpose What the entry is, for people who hear that it is waited for; its key if it is left
   * out.
   * @returns The lock, to be disposed of.
   */
  async lock(
    key: string,
    signal?: AbortSignal,
    purpose: string = `"${key}"`,
  ): Promise<Disposable> {
    return await this.#locks.acquire(await lockName(key), { signal, purpose });
  }

  /**
   * Takes a key's lock if nobody else holds it.
   *
   * @param key The key.
   * @returns The lock, to be disposed of; `undefined`, at once, if somebody holds it.
   */
  async tryLock(key: string): Promise<Disposable | undefined> {
    return await this.#locks.tryAcquire(await lockName(key), key);
  }

  /**
   * Where an entry's file is, for people.
   *
   * @param key The entry's key.
   * @param file The name of its file.
   * @returns A path or URL.
   */
  locate(key: string, file: string): string {
    return this.#blobs.locate(`${folderOf(key)}/${file}`);
  }

  /**
   * Lists the names of the files of a folder of keys: much faster than {@linkcode Store.list}.
   *
   * @param folder What the keys have before their last `/`, as `2026/09`.
   * @param beginning What the names begin with; anything if it is left out.
   * @returns The names in their order, none if there is no such folder.
   */
  async names(folder: string, beginning: string = ""): Promise<ListedName[]> {
    const names = await this.#blobs.names(folder, beginning);
    return inOrder(names.map((name) => ({ ...partsOf(folder, name), name })));
  }

  /**
   * Lists the files of a folder of keys, among which may be files of people.
   *
   * @param folder What the keys have before their last `/`, as `2026/09`.
   * @param beginning What the names begin with; anything if it is left out.
   * @returns The files by their names, none if there is no such folder.
   */
  async list(folder: string, beginning: string = ""): Promise<ListedFile[]> {
    const files = await this.#blobs.list(folder, beginning);
    return inOrder(files.map((file) => ({ ...partsOf(folder, file.name), ...file })));
  }

  /**
   * Lists the folders in a folder.
   *
   * @param folder The folder, `""` for the topmost one.
   * @returns Their names in order.
   */
  async folders(folder: string = ""): Promise<string[]> {
    return await this.#blobs.folders(folder);
  }

  /**
   * Removes a file that is a part of no entry, see {@linkcode Store.deadFiles}.
   *
   * @param file The file.
   */
  async removeFile({ key, name }: ListedName): Promise<void> {
    await this.#blobs.delete(`${folderOf(key)}/${name}`);
  }

  /** The bytes of a file, `undefined` if they are not those that its manifest names. */
  async #readFile(
    key: string,
    { name, sha256, bytes: length }: StoredFile,
  ): Promise<Bytes | undefined> {
    // One byte more shows that it is longer; what is much longer need not be read to know that.
    const end = Number.isSafeInteger(length) && length >= 0 ? length + 1 : Infinity;
    const content = await this.#blobs.range(`${folderOf(key)}/${name}`, 0, end);
    return content !== undefined && await sha256Of(content) === sha256 ? content : undefined;
  }

  async #manifestBytes(key: string): Promise<Bytes | undefined> {
    return await this.#blobs.range(`${key}.manifest`, 0, LONGEST_MANIFEST + 1);
  }

  /** Removes the temporary files of killed writers: those of keys whose lock nobody holds. */
  async #sweepTemporary(key: string): Promise<void> {
    const folder = folderOf(key);
    for (const { key: owner, extension, name } of await this.names(folder)) {
      if (extension !== "tmp") continue;
      const isOurs = await lockName(owner) === await lockName(key);
      const lock = isOurs ? undefined : await this.#locks.tryAcquire(await lockName(owner), owner);
      if (isOurs || lock !== undefined) await this.#blobs.delete(`${folder}/${name}`);
      lock?.[Symbol.dispose]();
    }
  }

  /** Removes what no manifest names any more, or ever will: of writers that lost or were killed. */
  async #sweepMarked(key: string): Promise<void> {
    for (const file of await this.deadFiles(key)) await this.removeFile(file);
  }

  /**
   * Lists the files of an entry that its manifest does not name, and no later one can: their writers
   * meant to replace another manifest than the one that is there. Nothing of an entry without a manifest
   * is among them.
   *
   * @param key The entry's key.
   * @returns The files; none where writers share a lock.
   */
  async deadFiles(key: string): Promise<ListedFile[]> {
    // In this order: what was bound to an older manifest when it was listed can come to nothing.
    const files = await this.list(folderOf(key), nameOf(key));
    const version = await this.manifestVersion(key);
    const manifest = await this.readManifest(key);
    if (version === undefined || manifest === undefined) return [];
    const bound = await digestOf(version);
    const named = filesOf(manifest).map(({ name }) => name);
    return files.filter(({ key: owner, mark, name }) =>
      owner === key && mark !== undefined && !named.includes(name) && !isBoundTo(mark, bound)
    );
  }
}

/** A blob to be written. */
type Blob = readonly [path: string, content: Bytes];

async function digestOf(text: string): Promise<string> {
  return await sha256Of(new TextEncoder().encode(text));
}

/** Files in the order that their names have without a mark, which would put them in any order. */
function inOrder<File extends ListedName>(files: File[]): File[] {
  if (files.every(({ mark }) => mark === undefined)) return files;
  const plain = new Map(files.map(({ name }) => [name, plainName(name)]));
  const compare = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0;
  return files.sort((a, b) =>
    compare(plain.get(a.name)!, plain.get(b.name)!) || compare(a.name, b.name)
  );
}

/** All files that a manifest names. */
export function filesOf(
  { file, companions = [] }: Pick<EntryManifest, "file" | "companions">,
): StoredFile[] {
  return [file, ...companions];
}

/**
 * Locks can never be removed, so there is not one for each of a store's many keys but 256, by two
 * hexadecimal digits; two keys that share one wait for each other now and then. Keys that differ only
 * behind a dot, as the editions of a period do, have one lock: they are written together. What is no report has
 * locks of its own, by the name of its folder: a job is not to wait for an hour that is being made.
 */
async function lockName(key: string): Promise<string> {
  const [folder = ""] = key.split("/", 1);
  const isReport = /^\d{4}$/.test(folder);
  const [locked = ""] = isReport ? key.split(".", 1) : [key];
  const digits = (await sha256Of(new TextEncoder().encode(locked))).slice(0, 2);
  return isReport ? digits : `${folder}-${digits}`;
}

/** The manifest in a text, `undefined` if the text is none: cut short, say, by a full disk. */
function parseManifest(bytes: Bytes, key: string): EntryManifest | undefined {
  if (bytes.length > LONGEST_MANIFEST) return undefined;
  let manifest: Partial<EntryManifest> | null;
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (manifest === null || typeof manifest !== "object") return undefined;
  const { file, companions = [] } = manifest;
  if (!Array.isArray(companions)) return undefined;
  return [file, ...companions].every((file) => isFileOf(key, file))
    ? manifest as EntryManifest
    : undefined;
}

/** Whether a manifest names a file of that very key, and so none outside of its folder. */
function isFileOf(key: string, file: Partial<StoredFile> | undefined): boolean {
  const name: unknown = file?.name;
  return typeof name === "string" && !name.includes("/") && !name.includes("\\") &&
    partsOf(folderOf(key), name).key === key && typeof file?.sha256 === "string";
}
