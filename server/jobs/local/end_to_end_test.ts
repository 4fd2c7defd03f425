import { assert, assertEquals, assertMatch } from "@std/assert";
import { FakeClock } from "../../../core/testing/fake_clock.ts";
import { LoopbackServer } from "../../../core/testing/loopback_server.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { sampleServer } from "../../../core/testing/sample_server.ts";
import { storeIn } from "../../../core/testing/store_hour.ts";
import { entryKey } from "../../../core/archive/layout.ts";
import { hourOf, nextTask, rangeOf } from "../../testing/controlled_make.ts";
import { makeFrom } from "../../testing/make_from.ts";
import { JobsFixture, statesOf } from "../../testing/jobs_fixture.ts";

const H18 = SAMPLE.hour;
const H19 = "2026-09-10T19";

Deno.test("LocalJobs fetches a dump once for 500 who ask for its hour", async () => {
  await using place = await JobsFixture.open();
  await using server = sampleServer();
  const make = makeFrom(server.url, place.folder);
  const queue = await place.queue({ make });
  const jobs = await Promise.all(
    Array.from({ length: 500 }, async () => {
      const { job: { id } } = await queue.submit(rangeOf(H18));
      return await queue.ended(id);
    }),
  );
  assertEquals(server.paths, [SAMPLE.dumpPath]);
  assertEquals(new Set(jobs.map((job) => JSON.stringify(job))).size, 1);
  const { size } = await Deno.stat(SAMPLE.dump);
  const { state, tries, bytes } = jobs[0]!.hours[0]!;
  assertEquals([state, tries, bytes], ["done", 1, size]);
  assert(await storeIn(place.folder).read(entryKey(hourOf(H18))));
  // The store has the hour now.
  await queue.submit(rangeOf(H18, H19));
  assertEquals((await queue.ended(`${H18}_${H19}`)).state, "done");
  assertEquals(server.paths.filter((path) => path === SAMPLE.dumpPath).length, 1);
});

for (const corrupt of [1, 2, 3]) {
  const outcome = corrupt === 3 ? "gives up" : "makes";
  Deno.test(`LocalJobs ${outcome} an hour whose dump is corrupt at the first ${corrupt}`, async () => {
    await using place = await JobsFixture.open();
    const dump = await Deno.readFile(SAMPLE.dump);
    await using server: LoopbackServer = new LoopbackServer(() => {
      const isCorrupt = server.requests.length <= corrupt;
      return new Response(isCorrupt ? dump.with(15_000, dump[15_000]! ^ 0xff) : dump);
    });
    const make = makeFrom(server.url, place.folder);
    const queue = await place.queue({ make, clock: new FakeClock() });
    await queue.submit(rangeOf(H18));
    const { state, hours: [hour] } = await queue.ended(H18);
    const { tries, message } = hour!;
    assertEquals([state, tries], [corrupt === 3 ? "failed" : "done", Math.min(corrupt + 1, 3)]);
    assertMatch(message!, /^Cannot use dump ".*" of hour ".*": the gzip data is corrupt/);
    assertEquals(server.requests.length, Math.min(corrupt + 1, 3));
    assertEquals((await queue.get(H18))?.failure?.code, corrupt === 3 ? "bad-dump" : undefined);
  });
}

Deno.test("LocalJobs tells a dump that is missing from a source that is down", async () => {
  await using place = await JobsFixture.open();
  let status = 404;
  await using server = new LoopbackServer(() => new Response(null, { status }));
  const clock = new FakeClock();
  const queue = await place.queue({ make: makeFrom(server.url, place.folder), clock });
  await queue.submit(rangeOf(H18));
  assertEquals(statesOf(await queue.ended(H18)), ["failed", "missing"]);
  assertEquals((await queue.get(H18))!.failure!.code, "missing");
  assertEquals(server.requests.length, 1);
  status = 503;
  await queue.submit(rangeOf(H19));
  const job = await queue.ended(H19);
  assertEquals([...statesOf(job), job.hours[0]!.tries], ["failed", "failed", 3]);
  assertEquals((await queue.get(H19))!.failure!.code, "source-down");
});

Deno.test("LocalJobs.cancel() ends a fetch in its midst, and leaves nothing behind", async () => {
  await using place = await JobsFixture.open();
  const dump = await Deno.readFile(SAMPLE.dump);
  let hungUp = false;
  await using server = new LoopbackServer(() => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(dump.subarray(0, 10_000)),
      cancel: () => void (hungUp = true),
    });
    return new Response(body);
  });
  const queue = await place.queue({ make: makeFrom(server.url, place.folder) });
  await queue.submit(rangeOf(H18));
  while ((await queue.get(H18))!.hours[0]!.bytes < 10_000) await nextTask();
  assertEquals(statesOf(await queue.cancel(H18)), ["cancelled", "cancelled"]);
  while (!hungUp) await nextTask();
  server.answer = () => new Response(dump);
  await queue.submit(rangeOf(H18));
  assertEquals((await queue.ended(H18)).state, "done");
});
