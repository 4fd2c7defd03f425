import type { Entry, ListedFile, ListedName, Store } from "../../core/mod.ts";

/** A store that notes what is read from another one, and fails when it is told to. */
export class WatchedStore implements Store {
  /** What was read, as `readManifest 2026/09/2026-09-10T18`. */
  readonly calls: string[] = [];
  /** How many bytes of reports were read. */
  bytes = 0;
  /** What each read throws, if it is there. */
  trouble: Error | undefined;

  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async read(key: string): Promise<Entry | undefined> {
    this.#note(`read ${key}`);
    const entry = await this.#store.read(key);
    this.bytes += entry?.content.length ?? 0;
    return entry;
  }

  async readPart(
    key: string,
    file: string,
    start: number,
    end: number,
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    this.#note(`readPart ${key}`);
    const part = await this.#store.readPart(key, file, start, end);
    this.bytes += part?.length ?? 0;
    return part;
  }

  async readManifest(key: string): Promise<Entry["manifest"] | undefined> {
    this.#note(`readManifest ${key}`);
    return await this.#store.readManifest(key);
  }

  async names(folder: string): Promise<ListedName[]> {
    this.#note(`names ${folder}`);
    return await this.#store.names(folder);
  }

  async list(folder: string): Promise<ListedFile[]> {
    this.#note(`list ${folder}`);
    return await this.#store.list(folder);
  }

  async write(
    key: string,
    ending: string,
    content: Uint8Array<ArrayBuffer>,
    facts: object,
  ): Promise<Entry> {
    return await this.#store.write(key, ending, content, facts);
  }

  async lock(key: string, signal?: AbortSignal): Promise<Disposable> {
    return await this.#store.lock(key, signal);
  }

  async place(name: string, count: number, signal?: AbortSignal): Promise<Disposable> {
    return await this.#store.place(name, count, signal);
  }

  locate(key: string, file: string): string {
    return this.#store.locate(key, file);
  }

  async remove(key: string, endings: readonly string[]): Promise<number> {
    return await this.#store.remove(key, endings);
  }

  #note(call: string): void {
    this.calls.push(call);
    if (this.trouble !== undefined) throw this.trouble;
  }
}
