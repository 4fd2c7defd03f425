/**
 * Submits a job to a queue of its own, says so, and works on it until it is killed:
 * `run_job.ts FOLDER URL FIRST LAST`.
 *
 * @module
 */

import { storeIn } from "../../core/testing/store_hour.ts";
import { LocalJobs } from "../jobs/local/local_jobs.ts";
import { rangeOf } from "../testing/controlled_make.ts";
import { makeFrom } from "../testing/make_from.ts";

const [folder = "", url = "", first = "", last] = Deno.args;
const queue = await LocalJobs.open({
  store: storeIn(folder),
  make: makeFrom(url, folder),
  running: 1,
});
const { job } = await queue.submit(rangeOf(first, last));
console.log(`accepted ${job.id}`);
await queue.ended(job.id);
