/** Why the server has no answer, as it or the network says it. */
export class Problem extends Error {
  override readonly name = "Problem";

  /**
   * Constructs a new instance.
   *
   * @param kind What it is: the last part of its URN, as `not-stored`; `network` if the server could
   * not be reached.
   * @param detail What is to be said, as a sentence.
   * @param facts What else is known: when to try again, in seconds from now, and the path that the
   * server led to.
   */
  constructor(
    readonly kind: string,
    detail: string,
    readonly facts: { retryAfter?: number; path?: string } = {},
  ) {
    super(detail);
  }
}
