import type { Hour } from "../../../core/time/hour.ts";

/** Options of {@linkcode Problem}. */
export interface ProblemOptions {
  /** When to try again, in seconds from now. */
  retryAfter?: number | undefined;
  /** The hour that the server was asked for, which of the newest one only the answer's URL says. */
  hour?: Hour | undefined;
}

/** Why the server has no answer, as it or the network says it. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly retryAfter: number | undefined;
  readonly hour: Hour | undefined;

  /**
   * @param kind The last part of the problem's URN, as `not-stored`; `network` if the server could
   * not be reached.
   * @param detail A sentence without its full stop.
   */
  constructor(readonly kind: string, detail: string, { retryAfter, hour }: ProblemOptions = {}) {
    super(detail);
    this.retryAfter = retryAfter;
    this.hour = hour;
  }
}
