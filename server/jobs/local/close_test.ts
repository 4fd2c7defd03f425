import { assertEquals, assertRejects } from "@std/assert";
import { PermissionError } from "../../../core/mod.ts";
import { QueueClosedError } from "../errors.ts";
import { nextTask, rangeOf } from "../../testing/controlled_make.ts";
import { JobsFixture, statesOf } from "../../testing/jobs_fixture.ts";

const H17 = "2026-09-10T17";
const H18 = "2026-09-10T18";
const H19 = "2026-09-10T19";

Deno.test("LocalJobs.close() lets what runs be finished within the grace", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 1 });
  await queue.submit(rangeOf(H17));
  const making = await place.make.begun(1);
  await queue.submit(rangeOf(H18));
  const [running, queued] = [queue.ended(H17), queue.ended(H18)];
  const closed = queue.close(10_000);
  await nextTask();
  making.finish();
  assertEquals((await running).state, "done");
  await assertRejects(() => queued, QueueClosedError, `Cannot wait for job "${H18}": `);
  await closed;
  assertEquals(place.make.hours, [H17]);
  assertEquals((await place.kept(H17))!.state, "done");
  assertEquals((await place.kept(H18))!.state, "queued");
});

Deno.test("LocalJobs.close() stops what runs when the grace is over", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  const { job: { id } } = await queue.submit(rangeOf(H17, H19));
  const making = await place.make.begun(1);
  (await place.make.begun(2)).finish();
  const third = await place.make.begun(3);
  const waiting = queue.ended(id);
  const closed = queue.close(10_000);
  await place.pass(9999);
  await nextTask();
  assertEquals([making.signal.aborted, third.signal.aborted], [false, false]);
  place.clock.pass(1);
  await assertRejects(() => waiting, QueueClosedError);
  await closed;
  assertEquals([making.signal.aborted, third.signal.aborted], [true, true]);
  assertEquals(statesOf(await queue.get(id)), ["running", "waiting", "done", "waiting"]);
  assertEquals((await place.kept(id))!.state, "queued");
  assertEquals(place.ended, []);
  await assertRejects(() => queue.ended(id), QueueClosedError);
});

Deno.test("LocalJobs.close() does not wait for work that cannot be stopped", async () => {
  await using place = await JobsFixture.open();
  place.make.endsWhenStopped = false;
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  const making = await place.make.begun(1);
  const closed = queue.close(0);
  await place.pass(0);
  await place.pass(5000);
  await closed;
  making.finish();
  await nextTask();
  assertEquals(place.ended, []);
  assertEquals((await place.kept(H18))!.state, "queued");
});

Deno.test("LocalJobs.close() ends the rest between two tries, and the job stays", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  (await place.make.begun(1)).fail(new Error("Damaged"));
  await place.pass(0);
  const waiting = queue.ended(H18);
  const closed = queue.close(10_000);
  await assertRejects(() => waiting, QueueClosedError);
  await closed;
  assertEquals(place.clock.sleeping, 0);
  assertEquals((await place.kept(H18))!.state, "queued");
});

Deno.test("LocalJobs.close() leaves an hour to the next queue that fails within the grace", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H17));
  await queue.submit(rangeOf(H18));
  const [first, second] = [await place.make.begun(1), await place.make.begun(2)];
  const closed = queue.close(10_000);
  first.fail(new Error("Damaged"));
  second.fail(new PermissionError("Requires net access"));
  await closed;
  assertEquals((await place.kept(H17))!.state, "queued");
  assertEquals((await place.kept(H18))!.state, "failed");
});

Deno.test("LocalJobs.close() is the same a second time, and refuses what comes then", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  const submitting = queue.submit(rangeOf(H17));
  const closed = queue.close(0);
  await assertRejects(() => queue.submit(rangeOf(H19)), QueueClosedError, "shutting down");
  await assertRejects(() => queue.cancel(H18), QueueClosedError);
  assertEquals(queue.close(60_000), closed);
  assertEquals((await submitting).job.state, "queued");
  await place.pass(0);
  await closed;
  assertEquals(place.make.hours, [H18]);
  assertEquals((await place.kept(H17))!.state, "queued");
  assertEquals((await Array.fromAsync((await queue.watch(H18))!)).length, 0);
});

Deno.test("LocalJobs.close() ends at once where nothing is to be done", async () => {
  await using place = await JobsFixture.open();
  await (await place.queue()).close(60_000);
  assertEquals(place.warnings, []);
});
