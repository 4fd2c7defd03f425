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
import { basename, dirname, join, parse } from "node:path";
import { removeEmptyFolders } from "./remove_empty_folders.ts";
import { createSha256 } from "./sha256.ts";
import type { Entry, ListedFile, ListedName, Store } from "../store/store.ts";

/** Takes a lock that ends with the process, or gives `undefined` at once if somebody holds it. */
export type TryLock = (path: string) => Promise<Disposable | undefined>;

/** Options of {@linkcode FolderStore}. */
export interface FolderStoreOptions {
  /** Takes the lock of a file, which it makes if it is not there. */
  tryLock: TryLock;
}

/** How often an entry is read again whose file and manifest do not match, and after how long. */
const READS = 5;
const READ_AGAIN_MS = 40;

const LOCK_AGAIN_MS = 50;

/**
 * Lock files can never be deleted, so there is not one for each of a store's many keys but 256, by
 * two hexadecimal digits; two keys that share one wait for each other now and then.
 */
const LOCK_DIGITS = 2;

/**
 * A store in a folder, of plain files that a person can open.
 *
 * The entry `2026/09/2026-09-10T18` is the file of that name with its own ending (`.csv`), and the
 * manifest with the ending `.manifest`. Both are written under a temporary name (`.tmp`) and
 * renamed, the manifest last. Any number of processes may share the folder, also from several
 * machines.
 */
export class FolderStore implements Store {
  readonly #folder: string;
  readonly #tryLock: TryLock;

  /**
   * Constructs a new instance.
   *
   * @param folder The folder's path; it is made when something is written.
   * @param options How to lock.
   */
  constructor(folder: string, { tryLock }: FolderStoreOptions) {
    this.#folder = folder;
    this.#tryLock = tryLock;
  }

  async read(key: string): Promise<Entry | undefined> {
    for (let read = 1; read <= READS; read++) {
      // A file that does not match its manifest is being replaced, or its writer was killed.
      if (read > 1) await sleep(READ_AGAIN_MS);
      const manifest = await this.#readManifest(key);
      if (manifest === "none") return undefined;
      if (manifest === "broken") continue;
      const content = await readIfThere(this.#path(dirname(key), manifest.file.name));
      if (content !== undefined && sha256(content) === manifest.file.sha256) {
        return { manifest, content };
      }
    }
    return undefined;
  }

  async readPart(
    key: string,
    file: string,
    start: number,
    end: number,
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const opened = await ifThere(open(this.#path(dirname(key), file)));
    if (opened === undefined) return undefined;
    try {
      const part = new Uint8Array(end - start);
      let length = 0;
      while (length < part.length) {
        const { bytesRead } = await opened.read(
          part,
          length,
          part.length - length,
          start + length,
        );
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return part.subarray(0, length);
    } finally {
      await opened.close();
    }
  }

  async write(
    key: string,
    ending: string,
    content: Uint8Array<ArrayBuffer>,
    facts: object,
  ): Promise<Entry> {
    const folder = this.#path(dirname(key));
    await mkdir(folder, { recursive: true });
    await this.#sweep(folder, key);
    const name = `${basename(key)}.${ending}`;
    const file = { name, bytes: content.length, sha256: sha256(content) };
    const manifest = { ...facts, file };
    const before = await this.#readManifest(key);
    await publish(folder, basename(key), [
      [name, content],
      [
        `${basename(key)}.manifest`,
        new TextEncoder().encode(JSON.stringify(manifest, null, 2) + "\n"),
      ],
    ]);
    if (typeof before === "object" && before.file.name !== name) {
      await rm(join(folder, before.file.name), { force: true });
    }
    return { manifest, content };
  }

  async lock(key: string, signal?: AbortSignal): Promise<Disposable> {
    return await this.#lockOneOf([this.#lockPath(key)], signal);
  }

  async place(name: string, count: number, signal?: AbortSignal): Promise<Disposable> {
    const places = Array.from(
      { length: count },
      (_, i) => this.#path(".locks", `${name}-${i}.lock`),
    );
    return await this.#lockOneOf(places, signal);
  }

  async #lockOneOf(paths: readonly string[], signal: AbortSignal | undefined): Promise<Disposable> {
    // One after the other: where the folder may not be made, the error is to name it.
    await mkdir(this.#folder, { recursive: true });
    await mkdir(this.#path(".locks"), { recursive: true });
    while (true) {
      for (const path of paths) {
        const lock = await this.#tryLock(path);
        if (lock !== undefined) return lock;
      }
      await sleep(LOCK_AGAIN_MS);
      signal?.throwIfAborted();
    }
  }

  locate(key: string, file: string): string {
    return this.#path(dirname(key), file);
  }

  async names(folder: string): Promise<ListedName[]> {
    const entries = await ifThere(readdir(this.#path(folder), { withFileTypes: true })) ?? [];
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name).sort().map((name) => {
      const { stem, ending } = split(name);
      return { key: `${folder}/${stem}`, ending, name };
    });
  }

  async list(folder: string): Promise<ListedFile[]> {
    const files = (await this.names(folder)).map(async (file): Promise<ListedFile[]> => {
      const stats = await ifThere(stat(this.#path(folder, file.name)));
      return stats === undefined ? [] : [{ ...file, bytes: stats.size }];
    });
    return (await Promise.all(files)).flat();
  }

  async readManifest(key: string): Promise<Entry["manifest"] | undefined> {
    const manifest = await this.#readManifest(key);
    return typeof manifest === "object" ? manifest : undefined;
  }

  async remove(key: string, endings: readonly string[]): Promise<number> {
    const folder = this.#path(dirname(key));
    const names = (await namesIn(folder)).filter((name) => split(name).stem === basename(key));
    let bytes = 0;
    for (const wanted of ["manifest", "tmp", ...endings]) {
      for (const name of names.filter((name) => split(name).ending === wanted)) {
        const stats = await ifThere(stat(join(folder, name)));
        if (!stats?.isFile()) continue;
        await rm(join(folder, name), { force: true });
        bytes += stats.size;
      }
    }
    await removeEmptyFolders(this.#folder, dirname(key));
    return bytes;
  }

  #path(...parts: string[]): string {
    return join(this.#folder, ...parts);
  }

  #lockPath(key: string): string {
    const digest = sha256(new TextEncoder().encode(key));
    return this.#path(".locks", `${digest.slice(0, LOCK_DIGITS)}.lock`);
  }

  async #readManifest(key: string): Promise<Entry["manifest"] | "none" | "broken"> {
    const text = await readIfThere(this.#path(`${key}.manifest`));
    return text === undefined ? "none" : parseManifest(text, key) ?? "broken";
  }

  /** Removes the temporary files of killed writers: those of keys whose lock nobody holds. */
  async #sweep(folder: string, key: string): Promise<void> {
    for (const name of await namesIn(folder)) {
      const { stem: owner, ending } = split(name);
      if (ending !== "tmp") continue;
      const ownerKey = `${dirname(key)}/${owner}`;
      const ours = this.#lockPath(ownerKey) === this.#lockPath(key);
      using lock = ours ? undefined : await this.#tryLock(this.#lockPath(ownerKey));
      if (ours || lock !== undefined) await rm(join(folder, name), { force: true });
    }
  }
}

/**
 * Puts files in their places whole, one right after the other: nobody sees any before the bytes of
 * all are on the disk.
 */
async function publish(
  folder: string,
  stem: string,
  files: readonly (readonly [name: string, content: Uint8Array])[],
): Promise<void> {
  const temporaries = files.map(() => join(folder, `${stem}.${crypto.randomUUID()}.tmp`));
  try {
    for (const [i, [_, content]] of files.entries()) {
      const file = await openNew(temporaries[i]);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
    }
    for (const [i, [name]] of files.entries()) await rename(temporaries[i], join(folder, name));
  } catch (error) {
    for (const temporary of temporaries) await rm(temporary, { force: true });
    throw error;
  }
}

/** Opens a file that is not there yet. Another process may remove its folder while that is empty. */
async function openNew(path: string): Promise<FileHandle> {
  for (let tries = 1; tries < READS; tries++) {
    const file = await ifThere(open(path, "wx"));
    if (file !== undefined) return file;
    await mkdir(dirname(path), { recursive: true });
  }
  return await open(path, "wx");
}

/** What the name of a file is made of; a `.tmp` without a random part before it is not the store's. */
function split(name: string): { stem: string; ending: string } {
  const temporary = /^(.+)\.[0-9a-f-]{36}\.tmp$/.exec(name)?.[1];
  if (temporary !== undefined) return { stem: temporary, ending: "tmp" };
  const { name: stem, ext } = parse(name);
  return ext === ".tmp" ? { stem: name, ending: "" } : { stem, ending: ext.slice(1) };
}

async function namesIn(folder: string): Promise<string[]> {
  return await ifThere(readdir(folder)) ?? [];
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const content = await ifThere(readFile(path));
  return content && new Uint8Array(content);
}

/** What comes of a file or folder, `undefined` if it is not there. */
async function ifThere<Value>(found: Promise<Value>): Promise<Value | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** The manifest in a text, `undefined` if the text is none: cut short, say, by a full disk. */
function parseManifest(text: Uint8Array, key: string): Entry["manifest"] | undefined {
  let manifest: Entry["manifest"];
  try {
    manifest = JSON.parse(new TextDecoder().decode(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  // A file of that very key, and so none outside of its folder.
  const name = manifest?.file?.name;
  return typeof name === "string" && parse(name).name === basename(key) && basename(name) === name
    ? manifest
    : undefined;
}

function sha256(bytes: Uint8Array): string {
  const hash = createSha256();
  hash.update(bytes);
  return hash.digest();
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
