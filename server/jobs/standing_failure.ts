import type { JobStatus } from "./job.ts";

/** Failures that stand for longer do not for those who ask by hand, in milliseconds. */
const BY_HAND_MS = 30_000;

/** Whether a job has failed, and that still is the answer to those who ask for it. */
export function standsFor(
  { state, ended, failure }: Pick<JobStatus, "state" | "ended" | "failure">,
  { byHand, now }: { byHand: boolean; now: Date },
): boolean {
  if (state !== "failed" || failure === null) return false;
  const until = Date.parse(failure.retry_at);
  // Who asks by hand does not wait for as long as a source, or its delay, would have it.
  if (byHand && until - Date.parse(ended!) > BY_HAND_MS) return false;
  return until > now.getTime();
}
