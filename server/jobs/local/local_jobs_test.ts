import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { FetchError } from "../../../core/mod.ts";
import { makeAtOnce, nextTask, rangeOf } from "../../testing/controlled_make.ts";
import { JobsFixture, knownOf, statesOf } from "../../testing/jobs_fixture.ts";
import { TooManyJobsError } from "../errors.ts";

const H17 = "2026-09-10T17";
const H18 = "2026-09-10T18";
const H19 = "2026-09-10T19";
const H20 = "2026-09-10T20";

Deno.test("LocalJobs.submit() makes an hour once for 500 who ask for it", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  const asking = Array.from({ length: 500 }, () => queue.submit(rangeOf(H18)));
  const answers = await Promise.all(asking);
  assertEquals(answers.filter(({ isNew }) => isNew).length, 1);
  assertEquals(new Set(answers.map(({ job }) => job.id)), new Set([H18]));
  assertEquals(await queue.counts(), { running: 1, queued: 0 });
  const waiting = answers.map(({ job }) => queue.ended(job.id));
  place.make.all[0]!.finish();
  const jobs = await Promise.all(waiting);
  assertEquals(new Set(jobs).size, 1);
  assertEquals(statesOf(jobs[0]), ["done", "done"]);
  assertEquals(place.make.hours, [H18]);
  assertEquals(place.ended.length, 1);
  assertEquals(await queue.counts(), { running: 0, queued: 0 });
});

Deno.test("LocalJobs.submit() writes a job once before it resolves, and once when it ends", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await Promise.all(Array.from({ length: 50 }, () => queue.submit(rangeOf(H18))));
  const { birthtime, mtime } = await Deno.stat(`${place.folder}/jobs/${H18}.json`);
  assertEquals(statesOf(await place.kept(H18)), ["queued", "waiting"]);
  const making = await place.make.begun(1);
  making.read(7);
  await queue.submit(rangeOf(H18));
  const later = await Deno.stat(`${place.folder}/jobs/${H18}.json`);
  assertEquals([later.birthtime, later.mtime], [birthtime, mtime]);
  making.finish();
  const job = await queue.ended(H18);
  await queue.close(0);
  assertEquals(await place.kept(H18), job);
});

Deno.test("LocalJobs tells what comes of an hour while it is made", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  const { job } = await queue.submit(rangeOf(H18));
  const hour = { hour: H18, max_tries: 3 };
  assertEquals(job.created, "2026-09-12T00:00:00.000Z");
  const making = await place.make.begun(1);
  const now = async () => (await queue.get(H18))!.hours[0];
  const running = { ...hour, state: "running" as const, tries: 1, message: null };
  assertEquals(await now(), { ...running, bytes: 0, length: null });
  making.open(9);
  making.read(5);
  assertEquals(await now(), { ...running, bytes: 5, length: 9 });
  making.retry("It broke off", 800);
  assertEquals(await now(), { ...running, bytes: 5, length: 9, message: "It broke off" });
  assertEquals(statesOf(job), ["running", "waiting"].with(1, job.hours[0]!.state));
  place.clock.pass(5000);
  making.finish();
  const ended = await queue.ended(H18);
  assertEquals(ended.ended, "2026-09-12T00:00:05.000Z");
  assertEquals(ended.hours[0]!.message, "It broke off");
  making.read(8); // Too late to matter.
  assertEquals(await queue.get(H18), ended);
});

Deno.test("LocalJobs.submit() begins a job anew that is done", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ make: makeAtOnce });
  for (let i = 0; i < 3; i++) {
    assertEquals((await queue.submit(rangeOf(H18))).isNew, true);
    await queue.ended(H18);
    place.clock.pass(1000);
  }
  assertEquals((await queue.get(H18))!.created, "2026-09-12T00:00:02.000Z");
});

Deno.test("LocalJobs makes an hour once that several jobs want", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 1 });
  await queue.submit(rangeOf(H17, H19));
  await place.make.begun(1);
  await queue.submit(rangeOf(H18, H20));
  await queue.submit(rangeOf(H18));
  assertEquals(await queue.counts(), { running: 1, queued: 2 });
  place.make.all[0]!.finish();
  const shared = await place.make.begun(2);
  assertEquals(shared.hour, H18);
  shared.read(5);
  const ids = [`${H17}_${H19}`, `${H18}_${H20}`, H18];
  const seen = await Promise.all(ids.map(async (id) => (await queue.get(id))!));
  assertEquals(seen.map(({ hours }) => hours.find(({ hour }) => hour === H18)!.bytes), [5, 5, 5]);
  assertEquals(seen.map(({ state }) => state), ["running", "running", "running"]);
  shared.finish();
  await queue.ended(H18);
  (await place.make.begun(3)).finish();
  (await place.make.begun(4)).finish();
  for (const { id } of seen) assertEquals((await queue.ended(id)).state, "done");
  assertEquals(place.make.hours.toSorted(), [H17, H18, H19, H20]);
});

Deno.test("LocalJobs lets a job join an hour that is being made", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  const making = await place.make.begun(1);
  making.read(5);
  const { job, isNew } = await queue.submit(rangeOf(H18, H19));
  assert(isNew);
  assertEquals([job.hours[0]!.bytes, job.started], [5, "2026-09-12T00:00:00.000Z"]);
  making.finish();
  await queue.ended(H18);
  assertEquals(statesOf(await queue.get(job.id)), ["running", "done", "running"]);
  (await place.make.begun(2)).finish();
  assertEquals(statesOf(await queue.ended(job.id)), ["done", "done", "done"]);
});

Deno.test("LocalJobs makes as many hours at a time as it may", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 2 });
  const ids = await Promise.all(
    [[H17, H17], [H18, H20], [H19, H19]].map(async ([from, to]) =>
      (await queue.submit(rangeOf(from!, to))).job.id
    ),
  );
  for (let i = 1; i <= 4; i++) (await place.make.begun(i)).finish();
  await Promise.all(ids.map((id) => queue.ended(id)));
  assertEquals(place.make.most, 2);
  assertEquals(place.make.all.length, 4);
});

Deno.test("LocalJobs makes single hours first, and ranges take turns", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 1 });
  const submit = (from: string, to?: string) => queue.submit(rangeOf(from, to));
  await submit("2026-09-01T01", "2026-09-01T03");
  await place.make.begun(1);
  await submit("2026-09-02T01", "2026-09-02T03");
  await submit("2026-09-03T01");
  await submit("2026-09-04T01");
  for (let i = 1; i <= 8; i++) {
    const making = await place.make.begun(i);
    if (i === 5) await submit("2026-09-05T01");
    making.finish();
  }
  await place.make.begun(9);
  assertEquals(place.make.hours, [
    "2026-09-01T01",
    "2026-09-03T01",
    "2026-09-04T01",
    "2026-09-01T02",
    "2026-09-02T01",
    "2026-09-05T01",
    "2026-09-01T03",
    "2026-09-02T02",
    "2026-09-02T03",
  ]);
});

Deno.test("LocalJobs.submit() refuses a job for which there is no room", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 1, waiting: 2 });
  await Promise.all([H17, H18, H19].map((hour) => queue.submit(rangeOf(hour))));
  await place.make.begun(1);
  const error = await assertRejects(() => queue.submit(rangeOf(H20)), TooManyJobsError);
  assertEquals(
    error.message,
    `Cannot accept job "${H20}": 3 jobs are before it; try again later`,
  );
  assertEquals(await queue.get(H20), undefined);
  assertEquals((await queue.submit(rangeOf(H19))).isNew, false);
  place.make.all[0]!.finish();
  await queue.ended(place.make.all[0]!.hour);
  assertEquals((await queue.submit(rangeOf(H20))).isNew, true);
});

Deno.test("LocalJobs.submit() has room for whoever wants an hour that is being made", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 1, waiting: 0 });
  await queue.submit(rangeOf(H17, H18));
  await place.make.begun(1);
  assertEquals((await queue.submit(rangeOf(H17))).job.state, "running");
  await assertRejects(() => queue.submit(rangeOf(H18)), TooManyJobsError);
  await assertRejects(() => queue.submit(rangeOf(H17, H19)), TooManyJobsError);
});

Deno.test("LocalJobs forgets the jobs that ended first, and their files", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ make: makeAtOnce, remembered: 20 });
  const hours = Array.from({ length: 50 }, (_, i) => rangeOf("2026-09-01T01").first.plus(i));
  for (const hour of hours) {
    await queue.submit({ first: hour, last: hour });
    await queue.ended(`${hour}`);
  }
  await queue.close(0);
  const known = await knownOf(queue, hours.map(String));
  assertEquals(known, hours.slice(30).map(String));
  const files = await Array.fromAsync(Deno.readDir(`${place.folder}/jobs`));
  assertEquals(
    files.map(({ name }) => name).filter((name) => name.endsWith(".json")).sort(),
    known.map((id) => `${id}.json`),
  );
  assertEquals(files.length, 40);
  assertEquals(place.warnings, []);
});

Deno.test("LocalJobs makes 1200 jobs without a store to keep them in, and knows the last 1000", async () => {
  await using place = await JobsFixture.open();
  await Deno.writeTextFile(place.folder, "no folder");
  const queue = await place.queue({ make: makeAtOnce, waiting: 1198 });
  const hours = Array.from({ length: 1201 }, (_, i) => rangeOf("2026-01-01T01").first.plus(i));
  const last = hours.pop()!;
  const asking = hours.map((hour) => queue.submit({ first: hour, last: hour }));
  await assertRejects(() => queue.submit({ first: last, last }), TooManyJobsError, "1200 jobs");
  await Promise.all(asking);
  while (place.ended.length < 1200) await nextTask();
  assertEquals(new Set(place.ended.map(({ state }) => state)), new Set(["done"]));
  assertEquals((await knownOf(queue, hours.map(String))).length, 1000);
  await queue.close(0);
  assertMatch(place.warnings[1]!, /^Cannot keep job "2026-.*", which a restart would lose: /);
});

Deno.test("LocalJobs.ended() ends its wait when its signal is aborted", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  const controller = new AbortController();
  const waiting = queue.ended(H18, controller.signal);
  controller.abort(new Error("gone"));
  await assertRejects(() => waiting, Error, "gone");
  await assertRejects(() => queue.ended(H18, controller.signal), Error, "gone");
  (await place.make.begun(1)).finish();
  assertEquals((await queue.ended(H18)).state, "done");
  assertEquals((await queue.ended(H18)).state, "done");
});

Deno.test("LocalJobs knows no job that was never submitted", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  for (const id of [H18, "", "__proto__"]) {
    assertEquals(await queue.get(id), undefined);
    assertEquals((await queue.get(id))?.failure, undefined);
    assertEquals(await queue.cancel(id), undefined);
    await assertRejects(() => queue.ended(id), RangeError, "there is none");
    assertEquals(await queue.watch(id), undefined);
  }
  await assertRejects(() => queue.submit(rangeOf(H18, H17)), RangeError, "swap the two");
});

Deno.test("LocalJobs.list() has all jobs, or those of an hour, the newest last", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 1 });
  const idsOf = async (hour?: string) =>
    (await queue.list(hour === undefined ? {} : { period: rangeOf(hour).first })).map(({ id }) =>
      id
    );
  assertEquals(await idsOf(), []);
  await queue.submit(rangeOf(H17, H19));
  const making = await place.make.begun(1);
  await queue.submit(rangeOf(H17));
  await queue.submit(rangeOf(H20));
  const range = `${H17}_${H19}`;
  assertEquals(await idsOf(), [range, H17, H20]);
  assertEquals(await idsOf(H17), [range, H17]);
  assertEquals(await idsOf(H18), [range]);
  assertEquals(await idsOf("2026-09-10T01"), []);
  making.finish();
  await queue.ended(H17);
  // What has ended is listed first.
  assertEquals(await idsOf(H17), [H17, range]);
  await place.make.begun(2);
  assertEquals((await queue.list()).map(({ state }) => state), ["done", "running", "running"]);
});

Deno.test("LocalJobs.submit() says whether a job is kept, so that only then it is accepted", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  assertEquals((await queue.submit(rangeOf(H18))).isKept, true);
  assertEquals((await place.kept(H18))?.state, "queued");
  assertEquals((await queue.submit(rangeOf(H18))).isKept, true);
  await using full = await JobsFixture.open();
  await Deno.writeTextFile(full.folder, "no folder");
  const other = await full.queue();
  assertEquals((await other.submit(rangeOf(H18))).isKept, false);
});

Deno.test("LocalJobs.submit() by hand tries again what a source does not want asked for an hour", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  const busy = new FetchError("busy", { transient: true, retryAfter: 3_600_000 });
  await queue.submit(rangeOf(H18));
  (await place.make.begun(1)).fail(busy);
  assertEquals((await queue.ended(H18)).state, "failed");
  assertEquals((await queue.submit(rangeOf(H18))).isNew, false);
  assertEquals((await queue.submit(rangeOf(H18), { byHand: true })).isNew, true);
});

Deno.test("LocalJobs lets no range wait for ever behind single hours", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 1, waiting: 100 });
  await queue.submit(rangeOf("2026-09-01T01", "2026-09-01T04"));
  const singles = Array.from({ length: 12 }, (_, i) => rangeOf("2026-09-02T01").first.plus(i));
  for (const hour of singles) await queue.submit({ first: hour, last: hour });
  const days: string[] = [];
  for (let i = 1; i <= 16; i++) {
    const made = await place.make.begun(i);
    days.push(made.hour.slice(8, 10));
    made.finish();
    await nextTask();
  }
  // The first hour of the range was alone when it began.
  assertEquals(days.join(" "), "01 02 02 02 01 02 02 02 01 02 02 02 01 02 02 02");
});

Deno.test("LocalJobs remembers ended ranges up to a number of hours, the newest in any case", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ make: makeAtOnce, rememberedHours: 100 });
  const ids: string[] = [];
  const ranges = [["01", 40], ["03", 40], ["05", 40], ["07", 1], ["09", 150]] as const;
  for (const [day, hours] of ranges) {
    const first = rangeOf(`2026-08-${day}T01`).first;
    const { job } = await queue.submit({ first, last: first.plus(hours - 1) });
    await queue.ended(job.id);
    ids.push(job.id);
    if (day === "07") assertEquals(await knownOf(queue, ids), ids.slice(1));
  }
  assertEquals(await knownOf(queue, ids), ids.slice(4));
  await queue.close(0);
  const files = [...Deno.readDirSync(`${place.folder}/jobs`)].map(({ name }) => name).sort();
  assertEquals(files, [`${ids[4]}.json`, `${ids[4]}.manifest`]);
});
