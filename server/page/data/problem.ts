import type { Hour } from "../../../core/time/hour.ts";

/** Why the server has no answer, as it or the network says it. */
export class Problem extends Error {
  override readonly name = "Problem";

  /**
   * Constructs a new instance.
   *
   * @param kind What it is: the last part of its URN, as `not-stored`; `network` if the server could
   * not be reached.
   * @param detail What is to be said, as a sentence.
   * @param facts What else is known: when to try again, in seconds from now, and the hour that the
   * server was asked for.
   */
  constructor(
    readonly kind: string,
    detail: string,
    readonly facts: { retryAfter?: number; hour?: Hour } = {},
  ) {
    super(detail);
  }
}
