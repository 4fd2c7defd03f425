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
   * @returns The lock, to be disposed of.
   */
  lock(key: string): Promise<Disposable>;
  /**
   * Where an entry's file is, for people.
   *
   * @param entry The entry's key.
   * @param file The name of its file.
   * @returns A path or URL.
   */
  locate(key: string, file: string): string;
}
