import { assert, assertEquals } from "@std/assert";
import { FakeClock } from "../../../core/testing/fake_clock.ts";
import type { JobStatus } from "../job.ts";
import type { LocalJobs } from "./local_jobs.ts";
import { nextTask, rangeOf } from "../../testing/controlled_make.ts";
import { JobsFixture, statesOf } from "../../testing/jobs_fixture.ts";

const H17 = "2026-09-10T17";
const H18 = "2026-09-10T18";
const H19 = "2026-09-10T19";
const RANGE = `${H17}_${H19}`;

/** Waits until a read is answered, or nothing happens any more. */
async function settled<Value>(promise: Promise<Value>): Promise<Value | "waits"> {
  const late = (async () => {
    for (let i = 0; i < 10; i++) await nextTask();
    return "waits" as const;
  })();
  return await Promise.race([promise, late]);
}

/** Lets time pass in small steps until a read is answered. */
async function readWhile(
  place: JobsFixture,
  reading: Promise<ReadableStreamReadResult<JobStatus>>,
): Promise<[job: JobStatus, milliseconds: number]> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const result = await settled(reading);
    if (result !== "waits") return [result.value!, waited];
    place.clock.pass(50);
  }
  throw new Error("Cannot read on: nothing comes");
}

async function submitted(place: JobsFixture, queue: LocalJobs): Promise<void> {
  await queue.submit(rangeOf(H17, H19));
  await place.make.begun(1);
}

Deno.test("LocalJobs.watch() tells all of a job, then the hours that have changed", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 1 });
  await submitted(place, queue);
  const reader = (await queue.watch(RANGE))!.getReader();
  const { value } = await reader.read();
  assertEquals(value, await queue.get(RANGE));
  assertEquals(value!.hours.length, 3);

  let reading = reader.read();
  assertEquals(await settled(reading), "waits");
  place.make.all[0]!.read(5);
  assertEquals(await settled(reading), "waits");
  const [second, waited] = await readWhile(place, reading);
  assertEquals(waited, 250);
  assertEquals(second.hours.map(({ hour, bytes }) => [hour, bytes]), [[H17, 5]]);
  assertEquals(second.state, "running");

  reading = reader.read();
  place.make.all[0]!.finish();
  await place.make.begun(2);
  const [third] = await readWhile(place, reading);
  assertEquals(third.hours.map(({ hour, state }) => [hour, state]), [
    [H17, "done"],
    [H18, "running"],
  ]);
  await reader.cancel();
});

Deno.test("LocalJobs.watch() tells the end at once, and closes", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  const reader = (await queue.watch(H18))!.getReader();
  await reader.read();
  const reading = reader.read();
  (await place.make.begun(1)).finish();
  const { value } = await reading;
  assertEquals(statesOf(value), ["done", "done"]);
  assertEquals(await reader.read(), { done: true, value: undefined });
  assertEquals(place.clock.sleeping, 0);
});

Deno.test("LocalJobs.watch() tells a slow reader the newest state, however much happened", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue({ running: 1 });
  await submitted(place, queue);
  const stream = (await queue.watch(RANGE))!;
  const reader = stream.getReader();
  await reader.read();
  for (let bytes = 1; bytes <= 100_000; bytes++) {
    place.make.all[0]!.read(bytes);
  }
  const [change] = await readWhile(place, reader.read());
  assertEquals(change.hours.map(({ bytes }) => bytes), [100_000]);
  for (let i = 1; i <= 3; i++) (await place.make.begun(i)).finish();
  await queue.ended(RANGE);
  const { value } = await reader.read();
  assertEquals(statesOf(value), ["done", "done", "done", "done"]);
  assertEquals((await reader.read()).done, true);
});

Deno.test("LocalJobs.watch() tells about four times a second at most", async () => {
  await using place = await JobsFixture.open();
  const clock = new FakeClock();
  const queue = await place.queue({ clock });
  await queue.submit(rangeOf(H18));
  const making = await place.make.begun(1);
  const times: number[] = [];
  let bytes = 0;
  for await (const _ of (await queue.watch(H18))!) {
    times.push(clock.now().getTime());
    if (times.length === 12) making.finish();
    else making.read(++bytes);
  }
  assertEquals(times.length, 13);
  const gaps = times.slice(1, 12).map((time, i) => time - times[i]!);
  assert(gaps.every((gap) => gap >= 250), `${gaps}`);
});

Deno.test("LocalJobs.watch() costs nothing where nobody reads, nor once it is cancelled", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  const making = await place.make.begun(1);
  const watch = (count: number) =>
    Promise.all(Array.from({ length: count }, async () => (await queue.watch(H18))!));
  const unread = await watch(500);
  const readers = (await watch(500)).map((stream) => stream.getReader());
  await Promise.all(readers.map((reader) => reader.read()));
  const reading = readers.map((reader) => reader.read());
  await nextTask();
  assertEquals(place.clock.sleeping, 500);
  await Promise.all(readers.map((reader) => reader.cancel()));
  assertEquals((await Promise.all(reading)).every(({ done }) => done), true);
  await nextTask();
  assertEquals(place.clock.sleeping, 0);
  making.read(5);
  making.finish();
  await queue.ended(H18);
  const [first, last] = [unread[0], unread[499]];
  assertEquals(statesOf((await Array.fromAsync(first!))[0]), ["done", "done"]);
  await last!.cancel();
  await Promise.all(unread.slice(1, 499).map((stream) => stream.cancel()));
});

Deno.test("LocalJobs.watch() closes when the queue does, whatever it waits for", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  await place.make.begun(1);
  const streams = await Promise.all([1, 2, 3].map(async () => (await queue.watch(H18))!));
  const [unread, pausing, waiting] = streams.map((stream) => stream.getReader());
  await waiting!.read();
  const next = waiting!.read();
  await nextTask();
  place.clock.pass(250);
  await pausing!.read();
  const soon = pausing!.read();
  await nextTask();
  const closed = queue.close(10_000);
  for (const reading of [unread!.read(), next, soon]) assertEquals((await reading).done, true);
  await place.pass(10_000);
  await closed;
});

Deno.test("LocalJobs.watch() goes on with the job it was asked for when that is begun anew", async () => {
  await using place = await JobsFixture.open();
  const queue = await place.queue();
  await queue.submit(rangeOf(H18));
  const stream = (await queue.watch(H18))!;
  await queue.cancel(H18);
  await queue.submit(rangeOf(H18));
  assertEquals((await Array.fromAsync(stream)).map((job) => job.state), ["cancelled"]);
  assertEquals((await queue.get(H18))!.state === "cancelled", false);
});
