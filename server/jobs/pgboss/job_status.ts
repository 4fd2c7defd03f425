import type { Period } from "../../../core/mod.ts";
import type { JobProgress, QueuedJob } from "../../../core/queue/queue.ts";
import type { QueueRequest } from "../../../core/queue/requests.ts";
import { type PeriodRange, periodsOf } from "../../../core/time/period.ts";
import {
  type FailureCode,
  isFinal,
  type JobFailure,
  type JobHour,
  type JobState,
  type JobStatus,
} from "../job.ts";
import { jobId } from "../job_id.ts";

/** What is known of the periods of a job. */
export interface Known {
  request: QueueRequest;
  /** What the queue has of a period, `undefined` if nothing. */
  queuedOf: (period: Period) => QueuedJob | undefined;
  /** How far the worker has come that makes it. */
  progressOf: (period: Period) => JobProgress | undefined;
  maxTries: number;
}

/** What came of a job by what came of its periods; one that is cancelled has no others. */
export function jobStatus(range: PeriodRange, known: Known, isCancelled = false): JobStatus {
  const periods = periodsOf(range);
  const hours = periods.map((period) => hourOf(period, known, isCancelled));
  const queued = periods.map(known.queuedOf).filter((job) => job !== undefined);
  const state = isCancelled ? "cancelled" : stateOf(hours);
  const failed = queued.find((job) =>
    job.state === "failed" || (job.state === "later" && isLate(job) && hours.length === 1)
  );
  const times = (of: (job: QueuedJob) => Date | undefined) =>
    queued.map(of).filter((time) => time !== undefined).map((time) => time.getTime());
  const started = times(({ started }) => started);
  const ended = times(({ ended, started }) => ended ?? started);
  return {
    id: jobId(range),
    from: `${range.first}`,
    to: `${range.last}`,
    state,
    created: known.request.created.toISOString(),
    started: started.length > 0 ? new Date(Math.min(...started)).toISOString() : null,
    ended: !isFinal(state)
      ? null
      : new Date(ended.length > 0 ? Math.max(...ended) : known.request.created).toISOString(),
    hours,
    failure: state === "failed" && failed !== undefined ? failureOf(failed) : null,
  };
}

function hourOf(period: Period, known: Known, isCancelled: boolean): JobHour {
  const job = known.queuedOf(period);
  const progress = known.progressOf(period);
  const state = job === undefined ? "cancelled" : hourState(job);
  return {
    hour: `${period}`,
    state: isCancelled && !isFinal(state) ? "cancelled" : state,
    tries: job?.tries ?? 0,
    max_tries: job?.maxTries ?? known.maxTries,
    bytes: progress?.bytes ?? 0,
    length: progress?.length ?? null,
    message: state === "done" ? null : job?.note?.message ?? null,
  };
}

function hourState(job: QueuedJob): JobHour["state"] {
  switch (job.state) {
    case "waiting":
      return "waiting";
    case "later":
      return isLate(job) ? "missing" : "waiting";
    case "failed":
      return job.note?.code === "missing" ? "missing" : "failed";
    default:
      return job.state;
  }
}

/** Whether its dump is not published yet: it is made once that is, but nobody waits for so long. */
function isLate({ note }: QueuedJob): boolean {
  return note?.code === "not-published-yet";
}

function stateOf(hours: readonly JobHour[]): JobState {
  if (hours.some(({ state }) => !isFinal(state))) {
    const isBegun = hours.some(({ state }) => state !== "waiting");
    return isBegun ? "running" : "queued";
  }
  if (hours.every(({ state }) => state === "cancelled")) return "cancelled";
  const hasFailed = hours.some(({ state }) =>
    state === "failed" || (state === "missing" && hours.length === 1)
  );
  return hasFailed ? "failed" : "done";
}

const CODES: ReadonlySet<string> = new Set<FailureCode>([
  "not-published-yet",
  "missing",
  "source-down",
  "bad-dump",
  "store-down",
  "failed",
]);

function failureOf({ period, note, startAfter }: QueuedJob): JobFailure {
  const code = note !== undefined && CODES.has(note.code) ? note.code as FailureCode : "failed";
  return {
    hour: period,
    code,
    message: note?.message ?? "Cannot make it: nobody knows why",
    retry_at: note?.retryAt ?? startAfter.toISOString(),
  };
}
