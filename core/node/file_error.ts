import { rethrowPermission } from "../permission_error.ts";

/** What the codes of a file system mean to people. */
const MEANINGS: Record<string, string> = {
  EACCES: "permission denied",
  EBUSY: "it is in use",
  EDQUOT: "the disk quota is used up",
  EINTR: "the file system was interrupted",
  EFBIG: "it is too large",
  EIO: "the disk does not work",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  ENOENT: "there is no such file",
  ENOLCK: "its file system has no locks left",
  ENOSPC: "no space is left on the disk",
  ENOSYS: "its file system does not support this",
  ENOTFILE: "it is no file but a folder, a pipe or the like",
  ENOTDIR: "a part of its path is not a folder",
  ENOTSUP: "its file system does not support this",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
};

/**
 * What a file system said, as a code and as a part of a sentence.
 *
 * @throws {PermissionError} If the runtime was not given the permission to ask it.
 */
export function fileProblem(cause: unknown): { code: string; reason: string } {
  rethrowPermission(cause);
  if (!(cause instanceof Error) || !("code" in cause)) throw cause;
  const code = String(cause.code);
  // "EXYZ: what it means, open '/path'" is said by node, "what it means (os error 1)" by Deno.
  const words = cause.message.replace(/^E[A-Z0-9]+: /, "").replace(/, \w+ '.*'$/s, "")
    .replace(/ \(os error \d+\).*/s, "");
  return { code, reason: MEANINGS[code] ?? words };
}

/** A file could not be read. */
export class FileError extends Error {
  /** The name of the class. */
  override name = "FileError";
  /** The code of the file system, as `ENOENT`. */
  readonly code: string;

  /**
   * Makes an error of what the file system said.
   *
   * @param path The file's path.
   * @param cause What the file system said.
   */
  constructor(path: string, cause: unknown) {
    const { code, reason } = fileProblem(cause);
    super(`Cannot read "${path}": ${reason}`, { cause });
    this.code = code;
  }
}
