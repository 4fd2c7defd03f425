import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join, parse } from "node:path";
import { createSha256 } from "./sha256_node.ts";
import type { Entry, Store } from "./store.ts";

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
 * Lock files can never be deleted, so there is not one for each of a store's many keys; two keys
 * that share one wait for each other now and then.
 */
const LOCKS = 256;

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
      const text = await readIfThere(this.#path(`${key}.manifest`));
      if (text === undefined) return undefined;
      const manifest = parseManifest(text);
      if (manifest === undefined) continue;
      const content = await readIfThere(this.#path(dirname(key), manifest.file.name));
      if (content !== undefined && sha256(content) === manifest.file.sha256) {
        return { manifest, content };
      }
    }
    return undefined;
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
    await publish(join(folder, name), content);
    await publish(
      this.#path(`${key}.manifest`),
      new TextEncoder().encode(JSON.stringify(manifest, null, 2) + "\n"),
    );
    await this.#removeSuperseded(folder, key, name);
    return { manifest, content };
  }

  async lock(key: string): Promise<Disposable> {
    await mkdir(this.#path(".locks"), { recursive: true });
    while (true) {
      const lock = await this.#tryLock(this.#lockPath(key));
      if (lock !== undefined) return lock;
      await sleep(LOCK_AGAIN_MS);
    }
  }

  locate(key: string, file: string): string {
    return this.#path(dirname(key), file);
  }

  #path(...parts: string[]): string {
    return join(this.#folder, ...parts);
  }

  #lockPath(key: string): string {
    let hash = 0;
    for (let i = 0; i < key.length; i++) hash = (hash * 31 + key.charCodeAt(i)) % LOCKS;
    return this.#path(".locks", `${hash.toString(16).padStart(2, "0")}.lock`);
  }

  /** Removes the temporary files of killed writers: those of keys whose lock nobody holds. */
  async #sweep(folder: string, key: string): Promise<void> {
    for (const name of await readdir(folder)) {
      const owner = /^(.+)\.[0-9a-f-]{36}\.tmp$/.exec(name)?.[1];
      if (owner === undefined) continue;
      const ownerKey = `${dirname(key)}/${owner}`;
      const ours = this.#lockPath(ownerKey) === this.#lockPath(key);
      using lock = ours ? undefined : await this.#tryLock(this.#lockPath(ownerKey));
      if (ours || lock !== undefined) await rm(join(folder, name), { force: true });
    }
  }

  /** Removes the files that the key had with other endings. */
  async #removeSuperseded(folder: string, key: string, name: string): Promise<void> {
    for (const other of await readdir(folder)) {
      const { name: stem, ext } = parse(other);
      if (stem === basename(key) && ext !== ".manifest" && other !== name) {
        await rm(join(folder, other), { force: true });
      }
    }
  }
}

/** Puts a file in its place whole: nobody sees it before its bytes are on the disk. */
async function publish(path: string, content: Uint8Array): Promise<void> {
  const temporary = path.replace(/\.[^.]+$/, `.${crypto.randomUUID()}.tmp`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** The manifest in a text, `undefined` if the text is none: cut short, say, by a full disk. */
function parseManifest(text: Uint8Array): Entry["manifest"] | undefined {
  let manifest: Entry["manifest"];
  try {
    manifest = JSON.parse(new TextDecoder().decode(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const name = manifest?.file?.name;
  return typeof name === "string" && name === basename(name) ? manifest : undefined;
}

function sha256(bytes: Uint8Array): string {
  const hash = createSha256();
  hash.update(bytes);
  return hash.digest();
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
