import {
  FetchError,
  LockError,
  MissingDumpError,
  type Period,
  PermissionError,
  StoreError,
} from "../../core/mod.ts";
import { FileError } from "../../core/node/file_error.ts";
import { PUBLICATION_DELAY_MS } from "../../core/time/hour.ts";
import { DeadlyPeriodError } from "./errors.ts";
import type { FailureCode, JobFailure } from "./job.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long not to ask again for a dump that is overdue, and after any other failure. */
const OVERDUE_MS = 5 * MINUTE_MS;
const TROUBLE_MS = 30 * SECOND_MS;

/** Tells why a period could not be made, and until when that stands. */
export function describeFailure(period: Period, error: Error, now: Date): JobFailure {
  const code = codeOf(error);
  const wait = {
    "not-published-yet": Math.max(
      PUBLICATION_DELAY_MS - (now.getTime() - Date.parse(period.end)),
      OVERDUE_MS,
    ),
    "missing": HOUR_MS,
    "source-down": Math.max(TROUBLE_MS, retryAfterOf(error)),
    "bad-dump": TROUBLE_MS,
    "store-down": TROUBLE_MS,
    "failed": TROUBLE_MS,
  }[code];
  const retryAt = new Date(now.getTime() + wait);
  return { hour: `${period}`, code, message: error.message, retry_at: retryAt.toISOString() };
}

/** Whether another try may help: not for a missing dump, nor for what this process may or dares not do. */
export function mayPass(error: Error): boolean {
  return !(error instanceof MissingDumpError || error instanceof DeadlyPeriodError ||
    isForbidden(error) || (error instanceof LockError && error.code === "no-locks"));
}

/** How long a source asked to be left alone, in milliseconds, 0 if it did not say. */
export function retryAfterOf(error: unknown): number {
  if (error instanceof AggregateError) return Math.max(0, ...error.errors.map(retryAfterOf));
  if (error instanceof FetchError) return error.retryAfter;
  return error instanceof Error && error.cause !== undefined ? retryAfterOf(error.cause) : 0;
}

function codeOf(error: Error): FailureCode {
  if (error instanceof MissingDumpError) {
    return error.published === "not yet" ? "not-published-yet" : "missing";
  }
  if (isOfLocks(error)) return "store-down";
  if (isOfMachine(error)) return "failed";
  return isFetchError(error) ? "source-down" : "bad-dump";
}

/** The store's locks are not to be had. */
function isOfLocks(error: unknown): boolean {
  return error instanceof LockError || (error instanceof Error && isOfLocks(error.cause));
}

/** What the system refuses, it refuses this process: the disk is full, say. */
function isOfMachine(error: unknown): boolean {
  return error instanceof StoreError || error instanceof FileError ||
    error instanceof DeadlyPeriodError || isForbidden(error) ||
    (error instanceof Error && isOfMachine(error.cause));
}

/** Whether this process was not given a permission. */
function isForbidden(error: unknown): boolean {
  return error instanceof PermissionError ||
    (error instanceof Error && isForbidden(error.cause));
}

/** Of several sources, one that has the dump damaged is not down. */
function isFetchError(error: unknown): boolean {
  if (error instanceof AggregateError) {
    return error.errors.every((error) => error instanceof MissingDumpError || isFetchError(error));
  }
  return error instanceof FetchError ||
    (error instanceof Error && isFetchError(error.cause));
}
