import { assertEquals, assertMatch } from "@std/assert";
import { storeIn } from "../../../core/testing/store_hour.ts";
import { FetchError } from "../../../core/mod.ts";
import { isFinal } from "../job.ts";
import { makeAtOnce, nextTask, rangeOf } from "../../testing/controlled_make.ts";
import { JobsFixture, knownOf, statesOf } from "../../testing/jobs_fixture.ts";

const H17 = "2026-09-10T17";
const H18 = "2026-09-10T18";
const H19 = "2026-09-10T19";
const RANGE = `${H17}_${H19}`;

Deno.test("LocalJobs.open() takes up what another process left without a word", async () => {
  await using place = await JobsFixture.open();
  const lost = await place.queue({ running: 1 });
  const { job } = await lost.submit(rangeOf(H17, H19));
  (await place.make.begun(1)).finish();
  await place.make.begun(2);
  place.clock.pass(1000);
  await lost.submit(rangeOf(H18));
  const queue = await place.queue({ make: makeAtOnce });
  assertEquals(statesOf(await queue.ended(RANGE)), ["done", "done", "done", "done"]);
  assertEquals((await queue.get(RANGE))!.created, job.created);
  assertEquals((await queue.ended(H18)).state, "done");
  await queue.close(0);
  assertEquals((await place.kept(RANGE))!.state, "done");
});

Deno.test("LocalJobs.open() takes jobs up in the order in which they came, however many", async () => {
  await using place = await JobsFixture.open();
  const first = await place.queue({ running: 1 });
  const hours = ["2026-09-09T05", "2026-09-10T03", "2026-09-08T04", "2026-09-01T01"];
  for (const hour of hours) {
    await first.submit(rangeOf(hour));
    place.clock.pass(1000);
  }
  const closed = first.close(0);
  await place.pass(0);
  await closed;
  const queue = await place.queue({ running: 1, waiting: 0 });
  assertEquals(await queue.counts(), { running: 1, queued: 3 });
  for (let i = 2; i <= 5; i++) (await place.make.begun(i)).finish();
  await queue.ended(hours[3]!);
  assertEquals(place.make.hours.slice(1), hours);
});

Deno.test("LocalJobs.open() knows the jobs that have ended, but lets no failure stand", async () => {
  await using place = await JobsFixture.open();
  const first = await place.queue({ maxTries: 1 });
  await first.submit(rangeOf(H17, H19));
  (await place.make.begun(1)).finish();
  (await place.make.begun(2)).fail(new FetchError("Down"));
  (await place.make.begun(3)).finish();
  const ended = await first.ended(RANGE);
  await first.submit(rangeOf(H18));
  const cancelled = await first.cancel(H18);
  await first.close(0);
  const queue = await place.queue({ make: makeAtOnce });
  // All of it but that.
  const known = { ...ended, failure: null };
  assertEquals(await queue.get(RANGE), known);
  assertEquals(await queue.get(H18), cancelled);
  assertEquals(await queue.ended(RANGE), known);
  assertEquals(await Array.fromAsync((await queue.watch(RANGE))!), [known]);
  assertEquals((await queue.submit(rangeOf(H17, H19))).isNew, true);
  assertEquals((await queue.ended(RANGE)).state, "done");
});

Deno.test("LocalJobs.open() keeps the jobs that ended last, and removes the others", async () => {
  await using place = await JobsFixture.open();
  const first = await place.queue({ make: makeAtOnce });
  // The one that is accepted last is the one that is named first.
  const hours = [5, 4, 3, 2, 1].map((hour) => `2026-09-10T0${hour}`);
  for (const hour of hours) {
    await first.submit(rangeOf(hour));
    await first.ended(hour);
    place.clock.pass(1000);
  }
  await first.close(0);
  const queue = await place.queue({ remembered: 2 });
  assertEquals(await knownOf(queue, hours), hours.slice(3));
  await queue.close(0);
  const names = (await Array.fromAsync(Deno.readDir(`${place.folder}/jobs`))).map(({ name }) =>
    name
  );
  assertEquals(names.length, 4);
});

Deno.test("LocalJobs leaves the file of an old job that another process has begun anew", async () => {
  await using place = await JobsFixture.open();
  const first = await place.queue({ make: makeAtOnce, remembered: 1 });
  await first.submit(rangeOf(H18));
  while ((await place.kept(H18))?.state !== "done") await nextTask();
  const other = await place.queue();
  await other.submit(rangeOf(H18));
  await first.submit(rangeOf(H19));
  await first.ended(H19);
  await first.close(0);
  assertEquals(await first.get(H18), undefined);
  assertEquals((await place.kept(H18))!.state, "queued");
});

Deno.test("LocalJobs.open() passes over what is broken or not a job's", async () => {
  await using place = await JobsFixture.open();
  const first = await place.queue({ make: makeAtOnce });
  const names = ["01", "02", "03", "04", "05", "06"].map((hour) => `2026-09-10T${hour}`);
  for (const name of names) {
    await first.submit(rangeOf(name));
    await first.ended(name);
  }
  await first.close(0);
  const jobs = `${place.folder}/jobs`;
  const [cut, bare, torn, alone, other, foreign] = names;
  await Deno.truncate(`${jobs}/${cut}.manifest`, 20);
  await Deno.writeTextFile(`${jobs}/${bare}.manifest`, "null");
  await Deno.truncate(`${jobs}/${torn}.json`, 20);
  await Deno.remove(`${jobs}/${alone}.manifest`);
  const store = storeIn(place.folder);
  const write = async (key: string, content: string, facts: object) => {
    using _lock = await store.lock(key);
    await store.write(key, "json", new TextEncoder().encode(content), facts);
  };
  const created = "2026-09-10T20:00:00Z";
  await write(`jobs/${other}`, "{}", { job: other, state: "done", created });
  await write(`jobs/${foreign}`, "[]", { some: "thing" });
  const facts = { state: "queued", created };
  await write("jobs/2026-09-12T01", "{}", { job: "2026-09-12T01", ...facts }); // In the future.
  await write("jobs/nonsense", "{}", { job: "nonsense", ...facts });
  await write(`jobs/${H17}`, "{}", { job: H18, ...facts });
  await write(`jobs/${H19}`, "{}", { job: H19, state: "queued", created: "soon" });
  await Deno.writeTextFile(`${jobs}/README.txt`, "Notes\n");
  await Deno.mkdir(`${jobs}/folder.manifest`);
  const queue = await place.queue();
  const ids = [...names, H17, H18, H19, "2026-09-12T01", "nonsense"];
  const known = await knownOf(queue, ids);
  assertEquals(known, []);
  assertEquals(await queue.counts(), { running: 0, queued: 0 });
  assertEquals(place.warnings, []);
  await queue.submit(rangeOf(cut!));
  (await place.make.begun(1)).finish();
  assertEquals((await queue.ended(cut!)).state, "done");
});

Deno.test("LocalJobs.open() takes up a job whose end was written only in part", async () => {
  await using place = await JobsFixture.open();
  const first = await place.queue();
  await first.submit(rangeOf(H18));
  await Deno.writeTextFile(`${place.folder}/jobs/${H18}.json`, '{"id":');
  const queue = await place.queue({ make: makeAtOnce });
  assertEquals((await queue.ended(H18)).state, "done");
});

Deno.test("LocalJobs makes a job that cannot be kept, with a warning", async () => {
  await using place = await JobsFixture.open();
  await Deno.writeTextFile(place.folder, "no folder");
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  (await place.make.begun(1)).finish();
  assertEquals(isFinal((await queue.ended(H18)).state), true);
  await queue.close(0);
  assertEquals(place.warnings.length, 3);
  assertMatch(place.warnings[0]!, /^Cannot read the jobs of an earlier process: /);
  for (const warning of place.warnings.slice(1)) {
    assertMatch(warning, /^Cannot keep job "2026-09-10T18", which a restart would lose: /);
  }
});

Deno.test("LocalJobs.submit() waits a while, not forever, for the lock of a job's file", async () => {
  await using place = await JobsFixture.open();
  const store = storeIn(place.folder);
  const lock = await store.lock(`jobs/${H18}`);
  const queue = await place.queue();
  try {
    const submitting = queue.submit(rangeOf(H18));
    await nextTask(); // Its turn comes.
    await place.pass(9999);
    await nextTask();
    assertEquals(place.warnings, []);
    place.clock.pass(1);
    assertEquals((await submitting).job.state, "running");
    assertMatch(place.warnings[0]!, /^Cannot keep job "2026-09-10T18" yet: /);
    assertEquals(await place.kept(H18), undefined);
  } finally {
    lock[Symbol.dispose]();
  }
  (await place.make.begun(1)).finish();
  await queue.ended(H18);
  await nextTask();
  await queue.close(0);
  assertEquals(statesOf(await place.kept(H18)), ["done", "done"]);
});
