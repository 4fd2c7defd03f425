import { assert, assertEquals, assertRejects } from "@std/assert";
import { PgBossQueue } from "../node/pgboss_queue.ts";
import type { PeriodJob } from "../queue/period_job.ts";
import { type Outcome, QueueError, type QueueSummary } from "../queue/queue.ts";
import {
  POSTGRES_PROGRAMS,
  type PostgresServer,
  startPostgres,
} from "../testing/postgres_server.ts";
import { Hour } from "../time/hour.ts";

const ignore = POSTGRES_PROGRAMS === undefined;
let server: PostgresServer | undefined;

Deno.test.beforeAll(async () => {
  if (!ignore) server = await startPostgres();
});
Deno.test.afterAll(async () => await server?.[Symbol.asyncDispose]());

const FIRST = Hour.parse("2026-09-10T01");
const note = (code: string) => ({ code, message: `It is ${code}` });

/** The job of an hour, the first one and those behind it. */
function jobOf(place: number): PeriodJob {
  return {
    period: FIRST.plus(place),
    editions: ["each"],
    top: 25,
    ties: "row",
    denylist: "none",
    crossCheck: false,
    rebuild: "never",
    missing: "skip",
    afterDays: false,
  };
}

/** How many jobs there are of each state that any is in. */
function present({ jobs }: QueueSummary): Partial<QueueSummary["jobs"]> {
  return Object.fromEntries(Object.entries(jobs).filter(([, count]) => count > 0));
}

/** Works on a queue until all that can end has ended, as an attempt decides for each hour. */
async function workOff(
  queue: PgBossQueue,
  attempt: (label: string) => Outcome,
  until: (summary: QueueSummary) => boolean,
): Promise<string[]> {
  const taken: string[] = [];
  const stop = new AbortController();
  const work = queue.work({
    workers: 2,
    signal: stop.signal,
    attempt(job, { onProgress }) {
      taken.push(job.period.label);
      onProgress({ bytes: 7, length: null });
      return Promise.resolve(attempt(job.period.label));
    },
    onTaken: () => {},
    onWarning: (error) => {
      throw error;
    },
  });
  while (!until(await queue.summary())) await new Promise((resolve) => setTimeout(resolve, 100));
  stop.abort();
  await work;
  return taken;
}

Deno.test("PgBossQueue settles each job as its attempt says", { ignore }, async () => {
  const url = await server!.database();
  await using queue = await PgBossQueue.open(url, { user: "", worker: "tester" });
  const jobs = [0, 1, 2, 3].map(jobOf);
  assertEquals(await queue.add(jobs, { tries: 1 }), 4);
  assertEquals(await queue.add(jobs.slice(0, 2), { tries: 1, isUrgent: true }), 0);
  assert(await queue.isAnyUnfinished(jobs));

  const heard: string[] = [];
  await using _listening = await queue.listen((key, { bytes }) => heard.push(`${key} ${bytes}`));
  const later = new Date(Date.now() + 3_600_000);
  const outcomes: Record<string, Outcome> = {
    [FIRST.label]: { is: "done", made: true, note: note("made") },
    [FIRST.plus(1).label]: { is: "early", until: later, note: note("early") },
    [FIRST.plus(2).label]: { is: "failed", mayPass: true, note: note("failed") },
    [FIRST.plus(3).label]: { is: "failed", mayPass: false, note: note("missing") },
  };
  const isOver = ({ jobs }: QueueSummary) => jobs.waiting + jobs.running === 0;
  const taken = await workOff(queue, (label) => outcomes[label]!, isOver);

  assertEquals(taken.toSorted(), Object.keys(outcomes));
  const summary = await queue.summary();
  assertEquals(present(summary), { done: 1, later: 1, failed: 1, missing: 1 });
  assertEquals([summary.next?.getTime(), summary.twice], [later.getTime(), 0]);
  assert(heard.length > 0 && heard.every((line) => line.endsWith(" 7")), heard.join("\n"));
  const listed = (await queue.list()).map(({ period, state, tries, note }) =>
    [period, state, tries, note?.code] as const
  );
  assertEquals(listed.toSorted(([a], [b]) => a < b ? -1 : 1), [
    [FIRST.label, "done", 1, "made"],
    [FIRST.plus(1).label, "later", 0, "early"],
    [FIRST.plus(2).label, "failed", 1, "failed"],
    [FIRST.plus(3).label, "failed", 1, "missing"],
  ]);

  const failed = { range: { first: FIRST.plus(2), last: FIRST.plus(2) } };
  assertEquals(await queue.retry(failed), 1);
  await workOff(
    queue,
    () => ({ is: "done", made: false, note: note("found") }),
    ({ jobs }) => jobs.done === 2 && jobs.running === 0,
  );
  assertEquals((await queue.list({ states: ["failed"] })).map(({ period }) => period), [
    FIRST.plus(3).label,
  ]);
});

Deno.test("PgBossQueue cancels, resumes and drains", { ignore }, async () => {
  const url = await server!.database();
  await using queue = await PgBossQueue.open(url, { user: "" });
  await queue.add([0, 1, 2].map(jobOf), { tries: 3 });
  assertEquals(await queue.cancel({ range: { first: FIRST, last: FIRST } }), 1);
  assertEquals(present(await queue.summary()), { waiting: 2, cancelled: 1 });
  assertEquals(await queue.retry(), 1);
  assertEquals(present(await queue.summary()), { waiting: 3 });
  assertEquals(await queue.drain(), 3);
  assertEquals(await queue.isAnyUnfinished([jobOf(0)]), false);
});

Deno.test("PgBossQueue.requests() are shared by who asks for the same", { ignore }, async () => {
  const url = await server!.database();
  await using queue = await PgBossQueue.open(url, { user: "" });
  const requests = await queue.requests();
  assertEquals([await requests.claim("a", "one"), await requests.claim("a", "two")], [true, false]);
  assertEquals(await requests.withdraw("a", "nobody"), undefined);
  assertEquals([await requests.withdraw("a", "one"), await requests.withdraw("a", "two")], [1, 0]);
  await requests.claim("b", "one");
  assertEquals((await requests.list({ isOpen: true })).map(({ id }) => id).sort(), ["a", "b"]);
  assertEquals(
    [await requests.end("a", "done", { hours: 1 }), await requests.end("a", "done", {})],
    [
      true,
      false,
    ],
  );
  const found = await requests.find("a");
  assertEquals([found?.state, found?.ended], ["done", { hours: 1 }]);
  assertEquals((await requests.list()).length, 2);
  assertEquals(await requests.find("c"), undefined);
});

Deno.test("PgBossQueue.open() says why it cannot be used", { ignore }, async () => {
  const url = new URL(await server!.database());
  url.pathname = "/nowhere";
  const refused = await assertRejects(() => PgBossQueue.open(url.href, { user: "" }), QueueError);
  assertEquals(refused.code, "queue-refused");
  const unreachable = "postgres://wikitop@127.0.0.1:1/any";
  const error = await assertRejects(() => PgBossQueue.open(unreachable, { user: "" }), QueueError);
  assertEquals(error.code, "queue-unreachable");
});
