/** What the codes of a file system mean to people. */
const MEANINGS: Record<string, string> = {
  ENOENT: "there is no such file",
  ENOTDIR: "a part of its path is no folder",
  EISDIR: "it is a folder",
  EACCES: "its owner does not let you",
};

/** A file could not be read. */
export class FileError extends Error {
  /** The name of the class. */
  override name = "FileError";
  /** The code of the file system, as `ENOENT`. */
  readonly code: string;

  /**
   * Constructs a new instance. A permission that the runtime was not given is another matter: it is
   * thrown on as it is.
   *
   * @param path The file's path.
   * @param cause What the file system said.
   */
  constructor(path: string, cause: unknown) {
    if (!(cause instanceof Error) || !("code" in cause) || cause.name === "NotCapable") throw cause;
    const code = String(cause.code);
    super(`Cannot read "${path}": ${MEANINGS[code] ?? cause.message}; check the path`, { cause });
    this.code = code;
  }
}
