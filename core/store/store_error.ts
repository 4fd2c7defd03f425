/** The store itself failed: its disk is full, read-only, or not to be had. */
export class StoreError extends Error {
  /** The name of the class. */
  override name = "StoreError";
  /** What the file system or the server calls it, as `ENOSPC`; `dump-not-kept` for a kept dump. */
  readonly code: string;

  /**
   * Makes an error of what failed.
   *
   * @param message What failed, where and why.
   * @param code What the file system or the server calls it.
   * @param options Its cause.
   */
  constructor(message: string, code: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
