import { isFinal, type Job, type JobHour } from "../../../server/jobs/job.ts";
import { RawConnection } from "../../serving/raw_connection.ts";
import { ensure, hasStatus, jsonOf } from "../check.ts";
import { eventStream } from "../event_stream.ts";
import { checkEnd } from "../job_check.ts";
import type { Client, Load } from "../load.ts";

/** Has ranges made, and follows their jobs. */
export const ranges: Client = {
  kind: "ranges",
  rest: 1500,
  async act(load, random) {
    const id = await post(load, "ranges", random.between(2, 12));
    if (id !== undefined) await follow(load, id);
  },
};

/**
 * Has fresh hours made.
 *
 * @param load The load.
 * @param kind The kind of client.
 * @param count How many hours.
 * @returns The name of the job, `undefined` if the server shuts down.
 */
export async function post(load: Load, kind: string, count: number): Promise<string | undefined> {
  const hours = load.fresh(count);
  const [from, to] = [`${hours[0]}`, `${hours.at(-1)}`];
  const answer = await load.ask(kind, {
    method: "POST",
    path: "/v1/jobs",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ from, to }),
  });
  if (!hasStatus(load, "POST /v1/jobs", answer, 202)) return undefined;
  const job = jsonOf(answer) as Job;
  load.ledger.openJobs.add(job.id);
  ensure(job.hours.length === count, `job "${job.id}" has ${job.hours.length} hours`);
  return job.id;
}

/** Reads all events of a job: together they are to tell what the job itself does. */
async function follow(load: Load, id: string): Promise<void> {
  using connection = await RawConnection.open(load.url);
  const path = `/v1/jobs/${id}/events`;
  await connection.send({ path, headers: { accept: "text/event-stream" } });
  const { status } = await connection.readHead();
  load.ledger.count("event streams", status);
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
  ensure(isOver, `${path} ends without a word of goodbye`);
  ensure(last !== undefined && isFinal(last.state), `${path} ends while the job is ${last?.state}`);
  const told: Job = { ...last, hours: [...hours.values()] };
  checkEnd(load, told);
  const answer = await load.ask("jobs", { path: `/v1/jobs/${id}` });
  if (!hasStatus(load, path, answer, 200)) return;
  const { state, hours: own } = jsonOf(answer) as Job;
  const text = (hours: readonly JobHour[]) => hours.map((hour) => JSON.stringify(hour)).join();
  ensure(state === told.state && text(own) === text(told.hours), `${path} tells another story`);
}
