import { assert, assertEquals } from "@std/assert";
import { nextTask } from "../testing/controlled_make.ts";
import { HandlerFixture } from "../testing/handler_fixture.ts";
import { readEvents, type ServerEvent } from "../testing/read_events.ts";

const [H17, H18] = ["2026-09-10T17", "2026-09-10T18"];
const RANGE = `${H17}_${H18}`;
const PATH = `/v1/jobs/${RANGE}/events`;
const submit = { method: "POST", body: { from: H17, to: H18 } };

/** The hours of an event, with their states. */
function statesOf({ data }: ServerEvent): string[] {
  return data.hours.map(({ hour, state }: Record<string, string>) => `${hour!.slice(-2)} ${state}`);
}

Deno.test("jobEvents() tells of a job, then of what changes, then says goodbye", async () => {
  await using place = await HandlerFixture.open({ queue: { running: 1 } });
  await place.ask("/v1/jobs", submit);
  await place.queues.make.begun(1);
  const response = await place.ask(PATH);
  assertEquals(response.headers.get("content-type"), "text/event-stream");
  assertEquals(response.headers.get("cache-control"), "no-store");
  const events = readEvents(response);
  const next = async () => (await events.next()).value as ServerEvent;

  const first = await next();
  assertEquals([first.event, first.data.id, first.data.state], ["job", RANGE, "running"]);
  assertEquals(statesOf(first), ["17 running", "18 waiting"]);

  (await place.queues.make.begun(1)).finish();
  await place.queues.make.begun(2);
  await place.queues.pass(250);
  const second = await next();
  assertEquals(statesOf(second), ["17 done", "18 running"]);

  (await place.queues.make.begun(2)).finish();
  const third = await next();
  assertEquals([third.data.state, ...statesOf(third)], ["done", "18 done"]);
  assertEquals(await next(), { event: "end", data: {} });
  assertEquals((await events.next()).done, true);
});

Deno.test("jobEvents() of a job that has ended tells all of it at once", async () => {
  await using place = await HandlerFixture.open();
  await place.ask("/v1/jobs", submit);
  await place.jobs!.cancel(RANGE);
  const events = await Array.fromAsync(readEvents(await place.ask(PATH)));
  assertEquals(events.map(({ event }) => event), ["job", "end"]);
  assertEquals(statesOf(events[0]!), ["17 cancelled", "18 cancelled"]);
});

Deno.test("jobEvents() tells all who watch the same job", async () => {
  await using place = await HandlerFixture.open();
  await place.ask("/v1/jobs", submit);
  const streams = await Promise.all([1, 2, 3, 4].map(() => place.ask(PATH)));
  const all = Promise.all(streams.map((response) => Array.fromAsync(readEvents(response))));
  await nextTask();
  await place.jobs!.cancel(RANGE);
  for (const events of await all) {
    assertEquals(events.at(-1), { event: "end", data: {} });
    assertEquals(events.at(-2)!.data.state, "cancelled");
  }
});

Deno.test("jobEvents() says when the server shuts down, and ends", async () => {
  await using place = await HandlerFixture.open();
  await place.ask("/v1/jobs", submit);
  await place.queues.make.begun(2);
  const all = Array.fromAsync(readEvents(await place.ask(PATH)));
  await nextTask();
  const closed = place.jobs!.close(0);
  await place.queues.pass(0);
  await closed;
  assertEquals((await all).map(({ event }) => event), ["job", "closing"]);
});

Deno.test("jobEvents() names no folder", async () => {
  await using place = await HandlerFixture.open({ queue: { maxTries: 1 } });
  await place.ask("/v1/jobs", { method: "POST", body: { from: H18 } });
  const { fail } = await place.queues.make.begun(1);
  fail(new Error(`Cannot read "${place.folder}/a.gz": there is no such file`));
  await place.jobs!.ended(H18);
  const text = await place.text(`/v1/jobs/${H18}/events`);
  assert(text.includes('Cannot read \\"a.gz\\"'), text);
  assert(!text.includes(place.folder), text);
});

Deno.test("jobEvents() lets a thousand watch, and the next ones once others have left", async () => {
  await using place = await HandlerFixture.open();
  await place.ask("/v1/jobs", submit);
  const streams = await Promise.all(Array.from({ length: 1000 }, () => place.ask(PATH)));
  assertEquals(new Set(streams.map(({ status }) => status)), new Set([200]));
  const refused = await place.ask(PATH);
  assertEquals(refused.status, 429);
  assert(Number(refused.headers.get("retry-after")) > 0);
  assertEquals((await refused.json()).type, "urn:wikitop:problem:too-many-streams");

  await streams[0]!.body!.cancel();
  const late = await place.ask(PATH);
  assertEquals([late.status, (await place.ask(PATH)).status], [200, 429]);
  // To look at the headers alone takes no place.
  await late.body!.cancel();
  for (let time = 0; time < 3; time++) {
    const head = await place.ask(PATH, { method: "HEAD" });
    assertEquals([head.status, head.body], [200, null]);
  }
  const last = await place.ask(PATH);
  assertEquals(last.status, 200);
  await last.body!.cancel();
  for (const { body } of streams.slice(1)) await body!.cancel();
});

Deno.test("jobEvents() gives its place back when the job ends", async () => {
  await using place = await HandlerFixture.open();
  for (let round = 0; round < 3; round++) {
    await place.ask("/v1/jobs", submit);
    const streams = await Promise.all(Array.from({ length: 400 }, () => place.ask(PATH)));
    assertEquals(streams.filter(({ status }) => status !== 200), []);
    const all = Promise.all(streams.map((response) => response.text()));
    await place.jobs!.cancel(RANGE);
    await all;
  }
});
