import { redactUrls } from "../../redact_urls.ts";

/**
 * Why a request failed: the `network`, a `certificate` that is not to be trusted, a `redirect` that
 * cannot be followed or leads to an `untrusted-host`, a `refused-user-agent`, a `busy` server, any
 * other `status`, or an `unexpected` answer.
 */
export type FetchErrorCode =
  | "network"
  | "certificate"
  | "redirect"
  | "untrusted-host"
  | "refused-user-agent"
  | "busy"
  | "status"
  | "unexpected";

/** What is known of a request that failed, see {@linkcode FetchError}. */
export interface FetchErrorOptions extends ErrorOptions {
  /**
   * Why it failed.
   *
   * @default {"unexpected"}
   */
  code?: FetchErrorCode;
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
  /** Why it failed. */
  readonly code: FetchErrorCode;
  /** Whether the same request may succeed later. */
  readonly transient: boolean;
  /** How long the server asked to be left alone, in milliseconds; 0 if it did not. */
  readonly retryAfter: number;

  /**
   * Makes an error of what is known.
   *
   * @param message What failed, why, and what to do; secrets of its URLs are hidden.
   * @param options What else is known.
   */
  constructor(
    message: string,
    { code = "unexpected", transient = false, retryAfter = 0, ...options }: FetchErrorOptions = {},
  ) {
    super(redactUrls(message), options);
    this.code = code;
    this.transient = transient;
    this.retryAfter = retryAfter;
  }
}
