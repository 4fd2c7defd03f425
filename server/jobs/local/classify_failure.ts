import { FetchError, type Hour, MissingDumpError } from "../../../core/mod.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** A dump appears about this long after its hour ended. */
const USUAL_MS = 2 * HOUR_MS;

/** How long not to ask again for a dump that is overdue. */
const OVERDUE_MS = 5 * MINUTE_MS;

/** How long not to ask again after any other failure. */
const TROUBLE_MS = 30 * SECOND_MS;

/**
 * Why an hour could not be made: its dump is not there (yet), cannot be had, cannot be used, or this
 * process failed.
 */
export type FailureKind = "not-published-yet" | "missing" | "source-down" | "bad-dump" | "failed";

/** Why an hour could not be made, and until when that stands. */
export interface JobFailure {
  /** The hour. */
  readonly hour: Hour;
  /** In one word. */
  readonly kind: FailureKind;
  /** The error as it was thrown. */
  readonly error: Error;
  /** From when on it may be asked for again; until then, the same answer is given at once. */
  readonly retryAt: Date;
}

/**
 * Describes why an hour could not be made.
 *
 * @param hour The hour.
 * @param error What was thrown.
 * @param now The present time.
 * @returns The failure.
 */
export function describeFailure(hour: Hour, error: Error, now: Date): JobFailure {
  const kind = kindOf(error);
  const wait = {
    "not-published-yet": Math.max(USUAL_MS - hour.age(now), OVERDUE_MS),
    "missing": HOUR_MS,
    "source-down": Math.max(TROUBLE_MS, retryAfterOf(error)),
    "bad-dump": TROUBLE_MS,
    "failed": TROUBLE_MS,
  }[kind];
  return { hour, kind, error, retryAt: new Date(now.getTime() + wait) };
}

/**
 * Whether another try may help.
 *
 * @param error Why the last one failed.
 * @returns `false` for a dump that is not there, and for what this process may not do.
 */
export function mayPass(error: Error): boolean {
  return !(error instanceof MissingDumpError) && error.name !== "NotCapable";
}

/**
 * How long a source asked to be left alone.
 *
 * @param error Why it could not be read.
 * @returns The time in milliseconds, 0 if it did not say.
 */
export function retryAfterOf(error: unknown): number {
  if (error instanceof AggregateError) return Math.max(0, ...error.errors.map(retryAfterOf));
  if (error instanceof FetchError) return error.retryAfter;
  return error instanceof Error && error.cause !== undefined ? retryAfterOf(error.cause) : 0;
}

function kindOf(error: Error): FailureKind {
  if (error instanceof MissingDumpError) {
    return error.published === "not yet" ? "not-published-yet" : "missing";
  }
  // What the system refuses, it refuses this process: the disk is full, say.
  if (error.name === "NotCapable" || "syscall" in error) return "failed";
  return isFetchError(error) ? "source-down" : "bad-dump";
}

/** Of several sources, one that has the dump damaged is not down. */
function isFetchError(error: unknown): boolean {
  if (error instanceof AggregateError) {
    return error.errors.every((error) => error instanceof MissingDumpError || isFetchError(error));
  }
  return error instanceof FetchError ||
    (error instanceof Error && error.cause instanceof FetchError);
}
