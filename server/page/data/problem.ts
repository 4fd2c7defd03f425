/** Why the server has no answer, as it or the network says it. */
export class Problem extends Error {
  override readonly name = "Problem";

  /**
   * Constructs a new instance.
   *
   * @param kind What it is: the last part of its URN, as `not-stored`; `network` if the server could
   * not be reached.
   * @param detail What is to be said, as a sentence.
   * @param retryAfter When to try again, in seconds from now, if the server says so.
   */
  constructor(readonly kind: string, detail: string, readonly retryAfter?: number) {
    super(detail);
  }
}
