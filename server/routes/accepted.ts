import { jsonResponse } from "../http/json.ts";
import { isFinal, type Job } from "../jobs/job.ts";
import { publicJob } from "./public_job.ts";

/** How soon to look at a job again, in seconds. */
const AGAIN_SECONDS = 2;

/**
 * Answers that a job is under way.
 *
 * @param job The job.
 * @returns The response: 202, with where to look after the job; 200 if the job is over.
 */
export function accepted(job: Job): Response {
  const headers: Record<string, string> = {
    "location": `/v1/jobs/${job.id}`,
    "access-control-expose-headers": "Location, Retry-After",
  };
  if (isFinal(job.state)) return jsonResponse(publicJob(job), { headers });
  headers["retry-after"] = String(AGAIN_SECONDS);
  return jsonResponse(publicJob(job), { status: 202, headers });
}
