import { isFinal, type Job } from "../../../server/jobs/job.ts";
import { hasStatus, jsonOf } from "../check.ts";
import { checkEnd } from "../job_check.ts";
import type { Client } from "../load.ts";

/** Looks after jobs whose clients have gone: a server remembers only so many that have ended. */
export const followUps: Client = {
  kind: "follow-ups",
  rest: 300,
  async act(load, random) {
    const { openJobs } = load.ledger;
    if (openJobs.size === 0) return;
    const path = `/v1/jobs/${random.pick([...openJobs])}`;
    const answer = await load.ask("follow-ups", { path });
    if (!hasStatus(load, path, answer, 200)) return;
    const job = jsonOf(answer) as Job;
    if (isFinal(job.state)) checkEnd(load, job);
  },
};
