import { RawConnection, type RawResponse } from "../../../core/testing/raw_http.ts";
import { isFinal, type Job, type JobHour } from "../../../server/jobs/job.ts";
import {
  checkJobEnd,
  checkReport,
  ensure,
  eventStream,
  hasStatus,
  jsonOf,
  problemOf,
  textOf,
} from "../checks.ts";
import { WHOLE } from "../expected_reports.ts";
import type { Client, Load } from "../load.ts";
import type { Scenario } from "../scenarios.ts";

/** The problem of an hour that cannot be made. */
const PROBLEMS: Partial<Record<Scenario, string>> = {
  missing: "404 missing",
  cut: "502 source-down",
  damaged: "502 bad-dump",
};

/** Longer than any hour takes, in milliseconds, and how often to look. */
const LONGEST_MS = 120_000;
const AGAIN_MS = 400;

/** Asks for an hour that is not stored, sometimes several at once for the same one. */
export const singles: Client = {
  kind: "single hours",
  rest: 600,
  async act(load, random) {
    const hour = `${load.fresh(1)[0]}`;
    const wait = random.pick([0, 1, 20, 60]);
    const path = `/v1/hours/${hour}?wait=${wait}`;
    const together = random.chance(0.15) ? 4 : 1;
    await Promise.all(Array.from({ length: together }, async () => {
      const response = await load.ask("single hours", { path });
      if (response.status !== 202) return checkResponse(load, hour, path, response);
      const { id } = jsonOf(response) as Job;
      load.results.openJobs.add(id);
      const location = response.headers.get("location");
      ensure(location === `/v1/jobs/${id}`, `${path} has the location "${location}"`);
      if (await isOver(load, id)) {
        checkResponse(load, hour, path, await load.ask("single hours", { path }));
      }
    }));
  },
};

function checkResponse(load: Load, hour: string, path: string, response: RawResponse): void {
  const scenario = load.scenarioOf(hour);
  const problem = PROBLEMS[scenario];
  if (problem === undefined) {
    if (!hasStatus(load, `${path} (${scenario})`, response, 200)) return;
    load.results.stored.add(hour);
    return checkReport(load, textOf(response), hour, WHOLE, path);
  }
  const is = `${response.status} ${problemOf(response)}`;
  if (load.isClosing && is === "503 shutting-down") return;
  ensure(is === problem, `${path}, which is ${scenario}, is "${is}" instead of "${problem}"`);
}

/** Looks at a job until its end; it may not come any more if the server shuts down. */
async function isOver(load: Load, id: string): Promise<boolean> {
  for (let waited = 0; !load.isClosing; waited += AGAIN_MS) {
    ensure(waited < LONGEST_MS, `job "${id}" does not come to its end`);
    const path = `/v1/jobs/${id}`;
    const response = await load.ask("jobs", { path });
    if (!hasStatus(load, path, response, 200)) return false;
    const job = jsonOf(response) as Job;
    if (isFinal(job.state)) {
      checkJobEnd(load, job);
      return true;
    }
    await load.pause(AGAIN_MS);
  }
  return false;
}

/** Has ranges made, and follows their jobs. */
export const ranges: Client = {
  kind: "ranges",
  rest: 1500,
  async act(load, random) {
    const job = await post(load, "ranges", random.between(2, 12));
    if (job !== undefined) await follow(load, job.id);
  },
};

/** A job that a request has begun, and what withdraws the request. */
type AcceptedJob = Job & { secret: string };

/** Has fresh hours made: gives their job, or `undefined` if the server shuts down. */
export async function post(
  load: Load,
  kind: string,
  count: number,
): Promise<AcceptedJob | undefined> {
  const hours = load.fresh(count);
  const [from, to] = [`${hours[0]}`, `${hours.at(-1)}`];
  const response = await load.ask(kind, {
    method: "POST",
    path: "/v1/jobs",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ from, to }),
  });
  if (!hasStatus(load, "POST /v1/jobs", response, 202)) return undefined;
  const job = jsonOf(response) as AcceptedJob;
  load.results.openJobs.add(job.id);
  ensure(job.hours.length === count, `job "${job.id}" has ${job.hours.length} hours`);
  return job;
}

/** Reads all events of a job: together they are to tell what the job itself does. */
async function follow(load: Load, id: string): Promise<void> {
  using connection = await RawConnection.open(load.url);
  const path = `/v1/jobs/${id}/events`;
  await connection.send({ path, headers: { accept: "text/event-stream" } });
  const { status } = await connection.readHead();
  load.results.count("event streams", status);
  ensure(status === 200 || load.isClosing, `${path} has status ${status}`);
  const hours = new Map<string, JobHour>();
  let last: Job | undefined;
  let isOver = false;
  for await (const { name, data } of eventStream(connection)) {
    if (name === "closing") {
      return ensure(load.isClosing, `${path} is closing though the server is not`);
    }
    isOver = name === "end";
    if (isOver) break;
    ensure(name === "job", `${path} has an event "${name}"`);
    ensure(last === undefined || !isFinal(last.state), `${path} goes on behind the end`);
    last = JSON.parse(data) as Job;
    for (const hour of last.hours) hours.set(hour.hour, hour);
  }
  ensure(isOver, `${path} ends without an event "end"`);
  ensure(last !== undefined && isFinal(last.state), `${path} ends while the job is ${last?.state}`);
  const told: Job = { ...last, hours: [...hours.values()] };
  checkJobEnd(load, told);
  const response = await load.ask("jobs", { path: `/v1/jobs/${id}` });
  if (!hasStatus(load, path, response, 200)) return;
  const { state, hours: own } = jsonOf(response) as Job;
  const text = (hours: readonly JobHour[]) => hours.map((hour) => JSON.stringify(hour)).join();
  ensure(state === told.state && text(own) === text(told.hours), `${path} differs from the job`);
}

/** Has ranges made, and cancels their jobs. */
export const cancels: Client = {
  kind: "cancels",
  rest: 3000,
  async act(load, random) {
    const job = await post(load, "cancels", random.between(1, 10));
    if (job === undefined) return;
    const { id, secret } = job;
    await load.pause(random.pick([0, 20, 200, 1000]));
    const path = `/v1/jobs/${id}`;
    load.results.cancelledJobs.add(id);
    const response = await load.ask("cancels", {
      method: "DELETE",
      path,
      headers: { authorization: `Bearer ${secret}` },
    });
    if (hasStatus(load, `DELETE ${path}`, response, 200)) {
      checkJobEnd(load, jsonOf(response) as Job);
    }
  },
};

/** Looks after jobs whose clients have gone: a server remembers only so many that have ended. */
export const followUps: Client = {
  kind: "follow-ups",
  rest: 300,
  async act(load, random) {
    const { openJobs } = load.results;
    if (openJobs.size === 0) return;
    const path = `/v1/jobs/${random.pick([...openJobs])}`;
    const response = await load.ask("follow-ups", { path });
    if (!hasStatus(load, path, response, 200)) return;
    const job = jsonOf(response) as Job;
    if (isFinal(job.state)) checkJobEnd(load, job);
  },
};
