import { isFinal, type Job } from "../../server/jobs/job.ts";
import { post } from "./clients/ranges.ts";
import { jsonOf } from "./check.ts";
import { isMakeable } from "./fate.ts";
import { checkEnd } from "./job_check.ts";
import type { Load } from "./load.ts";

const KIND = "at first";

/** So many hours are there before the load begins. */
const HOURS = 24;

/** So many are asked for right before the server is shut down. */
const RANGES = 3;
const RANGE = 20;

/**
 * Has the hours made that are read again and again.
 *
 * @param load The load.
 */
export async function warmUp(load: Load): Promise<void> {
  const first = load.next;
  const id = await post(load, KIND, HOURS);
  while (true) {
    const job = jsonOf(await load.ask(KIND, { path: `/v1/jobs/${id}` })) as Job;
    if (isFinal(job.state)) {
      checkEnd(load, job);
      break;
    }
    await load.pause(100);
  }
  load.hot.push(...load.past(first).filter((hour) => isMakeable(load.fateOf(`${hour}`))));
}

/**
 * Asks for more than can be made in the time that the server has left.
 *
 * @param load The load.
 */
export async function beginMuch(load: Load): Promise<void> {
  for (let i = 0; i < RANGES; i++) await post(load, KIND, RANGE);
}
