import type { Period } from "../../core/mod.ts";

/** The queue is closed: jobs are neither accepted nor made any more. */
export class QueueClosedError extends Error {
  override name = "QueueClosedError";

  /** Says what cannot be done, as `accept job "2026-09-10T18"`. */
  constructor(action: string) {
    super(`Cannot ${action}: the server is shutting down; try again once it is back`);
  }
}

/** As many jobs are unfinished as there may be. */
export class TooManyJobsError extends Error {
  override name = "TooManyJobsError";

  constructor(id: string, unfinished: number) {
    super(`Cannot accept job "${id}": ${unfinished} jobs are before it; try again later`);
  }
}

/** Making a period killed the process that tried it, more than once: a further one is not tried. */
export class DeadlyPeriodError extends Error {
  override name = "DeadlyPeriodError";

  constructor(period: Period, deaths: number, mark: string) {
    super(
      `Cannot make ${period.unit} "${period}": the server died ${deaths} times while it was made, for want of ` +
        `memory perhaps; make it with "wikitop run ${period}", or remove "${mark}" to try again`,
    );
  }
}
