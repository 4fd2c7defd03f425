import type { Job, JobHour } from "../../server/jobs/job.ts";
import { ensure } from "./check.ts";
import type { Fate } from "./fate.ts";
import type { Load } from "./load.ts";

/** How an hour ends that nobody cancels, by what the source has for it. */
const ENDS: Readonly<Record<Fate, JobHour["state"]>> = {
  sample: "done",
  large: "done",
  slow: "done",
  flaky: "done",
  missing: "missing",
  cut: "failed",
  damaged: "failed",
};

/**
 * Looks whether a job has come to the end that its hours decide, and notes those that are stored.
 *
 * @param load The load.
 * @param job The job, with all of its hours.
 */
export function checkEnd(load: Load, job: Job): void {
  load.ledger.openJobs.delete(job.id);
  const isCancelled = load.ledger.cancelledJobs.has(job.id);
  for (const { hour, state } of job.hours) {
    if (state === "done") load.ledger.stored.add(hour);
    const right = ENDS[load.fateOf(hour)];
    ensure(
      state === right || (isCancelled && state === "cancelled"),
      `job "${job.id}": hour "${hour}", which is ${load.fateOf(hour)}, has come out ${state}`,
    );
  }
  const states = job.hours.map(({ state }) => state);
  const isFailed = states.includes("failed") || (states.length === 1 && states[0] === "missing");
  const right = isCancelled ? "cancelled" : isFailed ? "failed" : "done";
  // A job may have come to its end before it could be cancelled.
  const isRight = job.state === right || (isCancelled && !states.includes("cancelled"));
  ensure(isRight, `job "${job.id}" has come out ${job.state} instead of ${right}`);
}
