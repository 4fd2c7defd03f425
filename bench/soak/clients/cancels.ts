import type { Job } from "../../../server/jobs/job.ts";
import { hasStatus, jsonOf } from "../check.ts";
import { checkEnd } from "../job_check.ts";
import type { Client } from "../load.ts";
import { post } from "./ranges.ts";

/** Has ranges made, and thinks better of it. */
export const cancels: Client = {
  kind: "cancels",
  rest: 3000,
  async act(load, random) {
    const id = await post(load, "cancels", random.between(1, 10));
    if (id === undefined) return;
    await load.pause(random.pick([0, 20, 200, 1000]));
    const path = `/v1/jobs/${id}`;
    load.ledger.cancelledJobs.add(id);
    const answer = await load.ask("cancels", { method: "DELETE", path });
    if (hasStatus(load, `DELETE ${path}`, answer, 200)) checkEnd(load, jsonOf(answer) as Job);
  },
};
