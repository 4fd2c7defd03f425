/** A file of the store, as its manifest names it. */
export interface StoredFile {
  /** Its name, beside the manifest. */
  name: string;
  /** Its length in bytes. */
  bytes: number;
  /** The SHA-256 of its bytes in hexadecimal digits. */
  sha256: string;
}

/** A finished entry of the store: a file, and the manifest that vouches for it. */
export interface Entry {
  /** What is known of the file: what its writer said, and `file`. */
  manifest: Record<string, unknown> & { file: StoredFile };
  /** The file's bytes. */
  content: Uint8Array<ArrayBuffer>;
}

/** The name of a file in a folder of the store, whether what it belongs to is finished or not. */
export interface ListedName {
  /** The key that it belongs to. */
  key: string;
  /** What its name ends in: as its writer said, `manifest`, or `tmp` until it is whole. */
  ending: string;
  /** Its name. */
  name: string;
}

/** A file as it lies in a folder of the store. */
export interface ListedFile extends ListedName {
  /** Its length in bytes. */
  bytes: number;
}

/**
 * Keeps finished things under keys, for many processes at once. An entry is there whole or not at
 * all: its manifest is written last and names the SHA-256 of its file.
 */
export interface Store {
  /**
   * Reads an entry.
   *
   * @param key Its key, as `2026/09/2026-09-10T18`.
   * @returns The entry, or `undefined` if there is none that is finished.
   */
  read(key: string): Promise<Entry | undefined>;
  /**
   * Reads a part of an entry's file, which is not looked at as a whole: its SHA-256 is not checked.
   *
   * @param key The entry's key.
   * @param file The name of its file.
   * @param start Where the part begins, in bytes.
   * @param end Where it ends.
   * @returns The bytes, fewer if the file ends before; `undefined` if there is no such file.
   */
  readPart(
    key: string,
    file: string,
    start: number,
    end: number,
  ): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * Writes an entry, in the place of one that may be there. The caller holds the key's lock.
   *
   * @param key Its key.
   * @param ending What its file's name ends in, as `csv`.
   * @param content The file's bytes.
   * @param facts What else the manifest is to say.
   * @returns The entry.
   */
  write(
    key: string,
    ending: string,
    content: Uint8Array<ArrayBuffer>,
    facts: object,
  ): Promise<Entry>;
  /**
   * Waits until nobody else holds a key's lock, and takes it. It ends with the process at the latest.
   *
   * @param key The key.
   * @param signal Ends the wait.
   * @returns The lock, to be disposed of.
   */
  lock(key: string, signal?: AbortSignal): Promise<Disposable>;
  /**
   * Waits for one of a number of places that all processes share, and takes it.
   *
   * @param name What the places are for, fit for the name of a file.
   * @param count How many there are.
   * @param signal Ends the wait.
   * @returns The place, to be disposed of.
   */
  place(name: string, count: number, signal?: AbortSignal): Promise<Disposable>;
  /**
   * Where an entry's file is, for people.
   *
   * @param key The entry's key.
   * @param file The name of its file.
   * @returns A path or URL.
   */
  locate(key: string, file: string): string;
  /**
   * Lists the names of the files of a folder of keys: much faster than {@linkcode Store.list}.
   *
   * @param folder What the keys have before their last `/`, as `2026/09`.
   * @returns The names in their order, none if there is no such folder.
   */
  names(folder: string): Promise<ListedName[]>;
  /**
   * Lists the files of a folder of keys, among which may be files of people.
   *
   * @param folder What the keys have before their last `/`, as `2026/09`.
   * @returns The files by their names, none if there is no such folder.
   */
  list(folder: string): Promise<ListedFile[]>;
  /**
   * Reads the manifest of an entry, without looking whether its file matches.
   *
   * @param key The entry's key.
   * @returns The manifest, or `undefined` if there is none that can be read.
   */
  readManifest(key: string): Promise<Entry["manifest"] | undefined>;
  /**
   * Removes an entry, finished or not: first its manifest, so that nobody takes the rest for
   * finished, then its files, then folders that have become empty. The caller holds the key's lock.
   *
   * @param key The entry's key.
   * @param endings What the names of its files may end in; others are left, they are people's.
   * @returns How many bytes were removed.
   */
  remove(key: string, endings: readonly string[]): Promise<number>;
}
