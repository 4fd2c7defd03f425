import type { JobFailure } from "../jobs/job.ts";
import { redactPaths } from "./redact_paths.ts";

/** All kinds of problems: the status of each, and what it is in one line. */
const KINDS = {
  "bad-hour": [400, "Invalid hour"],
  "bad-parameter": [400, "A parameter has a value that it cannot have"],
  "bad-period": [400, "Invalid period"],
  "unauthorized": [401, "Making hours is for those who have the token"],
  "cross-site": [403, "Hours are not made for the page of another site"],
  "read-only": [403, "This server makes no hours"],
  "missing": [404, "There is no dump of that hour"],
  "not-found": [404, "There is no such resource"],
  "not-published-yet": [404, "The dump of that hour is not published yet"],
  "not-stored": [404, "That period is not stored"],
  "nothing-stored": [404, "No hour is stored"],
  "out-of-range": [404, "There is no such period"],
  "too-few-periods": [404, "Too few periods before that one are stored"],
  "unknown-job": [404, "There is no such job"],
  "unknown-project": [404, "The period has no such project"],
  "method-not-allowed": [405, "The resource cannot be asked that way"],
  "not-acceptable": [406, "The resource has no such form"],
  "too-slow": [408, "The request took too long to come"],
  "too-large": [413, "The request is too large"],
  "uri-too-long": [414, "The URL is too long"],
  "unsupported-type": [415, "The request is not written as JSON"],
  "unknown-host": [421, "The server is not known by that host's name"],
  "too-many-bodies": [429, "Too many requests are being read"],
  "too-many-jobs": [429, "Too many jobs are waiting"],
  "too-many-streams": [429, "Too many event streams are open"],
  "failed": [500, "The server failed"],
  "source-down": [502, "The source of dumps cannot be read"],
  "bad-dump": [502, "The source has no whole dump of that hour"],
  "database-down": [503, "The database of this server cannot be read"],
  "starting": [503, "The server is starting"],
  "store-down": [503, "The store of this server cannot be used"],
  "shutting-down": [503, "The server is shutting down"],
} as const satisfies Record<string, readonly [status: number, title: string]>;

/** The name of a kind of problem, stable for programs that branch on it. */
export type ProblemKind = keyof typeof KINDS;

/** The names of all kinds of problems. */
export const PROBLEM_KINDS = Object.keys(KINDS) as ProblemKind[];

/** Options of {@linkcode Problem}. */
export interface ProblemOptions extends ErrorOptions {
  /** When to ask again, in seconds from now. */
  retryAfter?: number | undefined;
  /** More headers for the answer. */
  headers?: Record<string, string>;
}

/** Why a request is not answered as it was meant, as RFC 9457 has it. */
export class Problem extends Error {
  override name = "Problem";
  readonly kind: ProblemKind;
  readonly status: number;

  readonly #headers: Record<string, string>;

  /** The detail says what is wrong with this very request, and what to do. */
  constructor(
    kind: ProblemKind,
    detail: string,
    { retryAfter, headers = {}, ...options }: ProblemOptions = {},
  ) {
    super(detail, options);
    this.kind = kind;
    this.status = KINDS[kind][0];
    this.#headers = { ...headers };
    if (retryAfter !== undefined) {
      this.#headers["retry-after"] = String(Math.max(1, Math.ceil(retryAfter)));
    }
  }

  /** The problem as it is written in an answer. */
  toJSON(): { type: string; title: string; status: number; detail: string } {
    return {
      type: `urn:wikitop:problem:${this.kind}`,
      title: KINDS[this.kind][1],
      status: this.status,
      detail: this.message,
    };
  }

  toResponse(): Response {
    return new Response(JSON.stringify(this, null, 2) + "\n", {
      status: this.status,
      headers: {
        "content-type": "application/problem+json",
        "cache-control": "no-store",
        "access-control-allow-origin": "*",
        "access-control-expose-headers": "Retry-After",
        ...this.#headers,
      },
    });
  }

  /** The problem that a failure is to those who asked for the hour. */
  static ofFailure(failure: Pick<JobFailure, "code" | "message">, retryAfter?: number): Problem {
    // What is wrong with this machine is for those who run it.
    const detail = failure.code === "failed" || failure.code === "store-down"
      ? "Cannot make the hour: the server's log says why"
      : redactPaths(failure.message);
    return new Problem(failure.code, detail, { cause: failure, retryAfter });
  }
}
