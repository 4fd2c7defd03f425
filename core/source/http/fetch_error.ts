/** What is known of a request that failed, see {@linkcode FetchError}. */
export interface FetchErrorOptions extends ErrorOptions {
  /**
   * Whether the same request may succeed later.
   *
   * @default {false}
   */
  transient?: boolean;
  /** How long the server asked to be left alone, in milliseconds. */
  retryAfter?: number;
}

/** A request failed. Callers need to know whether to ask again, and when. */
export class FetchError extends Error {
  /** The name of the class. */
  override name = "FetchError";
  /** Whether the same request may succeed later. */
  readonly transient: boolean;
  /** How long the server asked to be left alone, in milliseconds; 0 if it did not. */
  readonly retryAfter: number;

  /**
   * Constructs a new instance.
   *
   * @param message What failed, why, and what to do.
   * @param options What else is known.
   */
  constructor(
    message: string,
    { transient = false, retryAfter = 0, ...options }: FetchErrorOptions = {},
  ) {
    super(message, options);
    this.transient = transient;
    this.retryAfter = retryAfter;
  }
}
