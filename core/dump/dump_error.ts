/**
 * Why a dump is of no use: its bytes could not be `read` to the end, its `length` is not the one that
 * was announced, it is `empty`, its last line is `cut` short, it is something else and `not-a-dump`,
 * its rows are `out-of-order` where those of one page cannot be summed, or `too-many-pages` would rank,
 * which is no fault of the dump.
 */
export type DumpErrorCode =
  | "read"
  | "length"
  | "empty"
  | "cut"
  | "not-a-dump"
  | "out-of-order"
  | "too-many-pages";

/** Options of {@linkcode DumpError}. */
export interface DumpErrorOptions extends ErrorOptions {
  /** How many rows had been read. */
  rows?: number | undefined;
  /** What a file that is not a dump seems to be. */
  seems?: string | undefined;
}

/**
 * A dump is of no use; another source may have a better one. Callers put the reason into a sentence
 * of their own, which knows the dump's name.
 */
export class DumpError extends Error {
  /** The name of the class. */
  override name = "DumpError";
  /** Why the dump is of no use. */
  readonly code: DumpErrorCode;
  /** The same as a part of a sentence. */
  readonly reason: string;
  /** How many rows had been read, `undefined` where that says nothing. */
  readonly rows: number | undefined;
  /** What it seems to be, as `bzip2 data`, `undefined` if that is not known, or it is a dump. */
  readonly seems: string | undefined;

  /**
   * Makes an error of the reason.
   *
   * @param code Why the dump is of no use.
   * @param reason The same as a part of a sentence.
   * @param options Its cause, how far the dump was read, and what it is instead.
   */
  constructor(
    code: DumpErrorCode,
    reason: string,
    { rows, seems, ...options }: DumpErrorOptions = {},
  ) {
    const far = rows === undefined ? "" : `, after ${rows} rows`;
    super(`Cannot rank dump: ${reason}${far}`, options);
    this.code = code;
    this.reason = reason;
    this.rows = rows;
    this.seems = seems;
  }
}
