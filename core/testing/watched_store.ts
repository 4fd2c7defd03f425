import { tryLockFile } from "../deno/file_lock.ts";
import { type Entry, type EntryManifest, type ListedFile, type ListedName, Store } from "../mod.ts";
import { FolderBlobs } from "../node/folder_blobs.ts";
import { FolderLocks } from "../node/folder_locks.ts";

/** A store in a folder that notes what is read from it, and fails when it is told to. */
export class WatchedStore extends Store {
  /** What was read, as `readManifest 2026/09/2026-09-10T18`. */
  readonly calls: string[] = [];
  /** How many bytes of reports were read. */
  bytes = 0;
  /** What each read throws, if it is there. */
  trouble: Error | undefined;

  /** @param folder The folder. */
  constructor(folder: string) {
    const locks = new FolderLocks(`${folder}/.locks`, { tryLock: tryLockFile });
    super({ blobs: new FolderBlobs(folder), locks });
  }

  override async read(key: string): Promise<Entry | undefined> {
    this.#note(`read ${key}`);
    const entry = await super.read(key);
    this.bytes += entry?.content.length ?? 0;
    return entry;
  }

  override async readPart(
    key: string,
    file: string,
    start: number,
    end: number,
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    this.#note(`readPart ${key}`);
    const part = await super.readPart(key, file, start, end);
    this.bytes += part?.length ?? 0;
    return part;
  }

  override async readManifest(key: string): Promise<EntryManifest | undefined> {
    this.#note(`readManifest ${key}`);
    return await super.readManifest(key);
  }

  override async manifestVersion(key: string): Promise<string | undefined> {
    this.#note(`manifestVersion ${key}`);
    return await super.manifestVersion(key);
  }

  override async names(folder: string): Promise<ListedName[]> {
    this.#note(`names ${folder}`);
    return await super.names(folder);
  }

  override async folders(folder: string): Promise<string[]> {
    this.#note(`folders ${folder}`);
    return await super.folders(folder);
  }

  override async list(folder: string): Promise<ListedFile[]> {
    this.#note(`list ${folder}`);
    return await super.list(folder);
  }

  #note(call: string): void {
    this.calls.push(call);
    if (this.trouble !== undefined) throw this.trouble;
  }
}
