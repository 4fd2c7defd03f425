/**
 * Why a dump is of no use: its bytes could not be `read` to the end, it is `empty`, or it holds
 * `no-rows`, so that it is no dump.
 */
export type DumpErrorCode = "read" | "empty" | "no-rows";

/**
 * A dump is of no use; another source may have a better one. Callers put the reason into a sentence
 * of their own, which knows the dump's name.
 */
export class DumpError extends Error {
  /** The name of the class. */
  override name = "DumpError";
  /** Why the dump is of no use. */
  readonly code: DumpErrorCode;
  /** The reason as a part of a sentence. */
  readonly reason: string;

  /**
   * Makes an error of the reason.
   *
   * @param code Why the dump is of no use.
   * @param reason The same as a part of a sentence.
   * @param options Its cause.
   */
  constructor(code: DumpErrorCode, reason: string, options?: ErrorOptions) {
    super(`Cannot rank dump: ${reason}`, options);
    this.code = code;
    this.reason = reason;
  }
}
