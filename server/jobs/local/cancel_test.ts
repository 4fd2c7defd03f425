import { assertEquals, assertRejects } from "@std/assert";
import { nextTask, rangeOf } from "../../testing/controlled_make.ts";
import { JobsFixture, statesOf } from "../../testing/jobs_fixture.ts";

const H17 = "2026-09-10T17";
const H18 = "2026-09-10T18";
const H19 = "2026-09-10T19";
const H20 = "2026-09-10T20";

Deno.test("LocalJobs.cancel() ends a job that runs, for all who wait", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  const waiting = [queue.ended(H18), queue.ended(H18)];
  const { signal } = await place.make.begun(1);
  const cancelled = await queue.cancel(H18);
  assertEquals(statesOf(cancelled), ["cancelled", "cancelled"]);
  assertEquals(signal.aborted, true);
  assertEquals(await Promise.all(waiting), [cancelled, cancelled]);
  assertEquals(await place.kept(H18), cancelled);
  assertEquals(await queue.cancel(H18), cancelled);
  assertEquals(await queue.counts(), { running: 0, queued: 0 });
});

Deno.test("LocalJobs.cancel() ends a job that is queued, and no other", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 1 });
  await queue.submit(rangeOf(H17));
  const making = await place.make.begun(1);
  await queue.submit(rangeOf(H18));
  await queue.submit(rangeOf(H19));
  assertEquals(statesOf(await queue.cancel(H18)), ["cancelled", "cancelled"]);
  making.finish();
  (await place.make.begun(2)).finish();
  await queue.ended(H19);
  assertEquals(place.make.hours, [H17, H19]);
});

Deno.test("LocalJobs.cancel() ends a job before it is accepted", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  const submitting = queue.submit(rangeOf(H18));
  const cancelled = await queue.cancel(H18);
  assertEquals(cancelled!.state, "cancelled");
  assertEquals((await submitting).job, cancelled);
  await nextTask();
  assertEquals(place.make.hours, []);
  assertEquals((await place.kept(H18))!.state, "cancelled");
});

Deno.test("LocalJobs.cancel() leaves the hours that another job wants", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 2 });
  const { job: { id } } = await queue.submit(rangeOf(H17, H20));
  const [first, second] = [await place.make.begun(1), await place.make.begun(2)];
  await queue.submit(rangeOf(H18));
  first.finish();
  await place.make.begun(3);
  const cancelled = await queue.cancel(id);
  assertEquals(statesOf(cancelled), ["cancelled", "done", "cancelled", "cancelled", "cancelled"]);
  assertEquals(place.make.all.map(({ signal }) => signal.aborted), [false, false, true]);
  second.finish();
  assertEquals((await queue.ended(H18)).state, "done");
  // What came of the shared hour does not change a job that has ended.
  assertEquals(await queue.get(id), cancelled);
  await nextTask();
  assertEquals(place.make.hours, [H17, H18, H19]);
});

Deno.test("LocalJobs.cancel() of the last job that wants an hour stops it", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  const { job: { id } } = await queue.submit(rangeOf(H18, H19));
  await queue.submit(rangeOf(H18));
  const { signal } = await place.make.begun(1);
  await queue.cancel(H18);
  assertEquals(signal.aborted, false);
  await queue.cancel(id);
  assertEquals(signal.aborted, true);
});

Deno.test("LocalJobs.cancel() ends a job that rests between two tries", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  (await place.make.begun(1)).fail(new Error("Damaged"));
  await place.pass(0);
  await queue.cancel(H18);
  await nextTask();
  assertEquals(place.clock.sleeping, 0);
  await queue.submit(rangeOf(H18));
  (await place.make.begun(2)).finish();
  assertEquals((await queue.ended(H18)).hours[0]!.tries, 1);
});

Deno.test("LocalJobs.submit() begins a cancelled job anew, once the old work has ended", async () => {
  await using place = await JobsFixture.open();
  place.make.endsWhenStopped = false;
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  const old = await place.make.begun(1);
  await queue.cancel(H18);
  const { job, isNew } = await queue.submit(rangeOf(H18));
  assertEquals([isNew, ...statesOf(job)], [true, "queued", "waiting"]);
  const waiting = queue.ended(H18);
  old.read(5);
  await nextTask();
  assertEquals([place.make.all.length, (await queue.get(H18))!.hours[0]!.bytes], [1, 0]);
  old.fail(old.signal.reason);
  (await place.make.begun(2)).finish();
  assertEquals(statesOf(await waiting), ["done", "done"]);
  assertEquals(place.make.most, 1);
});

Deno.test("LocalJobs.submit() does not take a cancelled job for one that failed", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ maxTries: 1, running: 1 });
  const { job: { id } } = await queue.submit(rangeOf(H18, H19));
  (await place.make.begun(1)).fail(new Error("Damaged"));
  await place.make.begun(2);
  assertEquals(statesOf(await queue.cancel(id)), ["cancelled", "failed", "cancelled"]);
  assertEquals((await queue.get(id))!.failure, null);
  assertEquals((await queue.submit(rangeOf(H18, H19))).isNew, true);
});

Deno.test("LocalJobs ends a cancelled job once, whatever comes of the work", async () => {
  await using place = await JobsFixture.open();
  place.make.endsWhenStopped = false;
  const queue = await place.queue();
  for (const [i, end] of (["finish", "fail"] as const).entries()) {
    await queue.submit(rangeOf(H18));
    const making = await place.make.begun(i + 1);
    await queue.cancel(H18);
    making[end](new Error("Damaged"));
    await nextTask();
    assertEquals(statesOf(await queue.get(H18)), ["cancelled", "cancelled"]);
  }
  assertEquals(place.ended.map(({ state }) => state), ["cancelled", "cancelled"]);
  await assertRejects(() => queue.ended(H20), RangeError);
});
