import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { FakeClock } from "../../core/testing/fake_clock.ts";
import { nextTask } from "../testing/controlled_make.ts";
import { StillClock } from "../testing/still_clock.ts";
import { Problem } from "./problem.ts";
import { readJson } from "./body.ts";

function request(body: BodyInit | null, type = "application/json"): Request {
  return new Request("http://wikitop.test/", {
    method: "POST",
    body,
    headers: { "content-type": type },
  });
}

async function kindOf(request: Request): Promise<string> {
  return (await assertRejects(() => readJson(request, ["from", "to"]), Problem)).kind;
}

Deno.test("readJson() reads strings and numbers as they were written", async () => {
  const read = (text: string) => readJson(request(text), ["from", "to"]);
  assertEquals(await read("{}"), {});
  assertEquals(await read(' {"from" : "a", "to":2026091018}\n'), { from: "a", to: "2026091018" });
  assertEquals(await read('{"from":"日"}'), { from: "日" });
  assertEquals(await read('{"from":"a","from":"b"}'), { from: "b" });
});

Deno.test("readJson() wants to be sent JSON that calls itself so", async () => {
  for (
    const type of ["application/json", "Application/JSON;charset=utf-8", "application/json ;x"]
  ) {
    assertEquals(await readJson(request("{}", type), ["from"]), {});
  }
  for (const type of ["text/plain", "application/jsonp", "application/json-seq", "json", ""]) {
    assertEquals(await kindOf(request("{}", type)), "unsupported-type", type);
  }
});

Deno.test("readJson() refuses what is no object of known values, and says what to write", async () => {
  const wrong = [
    "",
    "{",
    "nul",
    "null",
    "1",
    "[]",
    '"a"',
    '{"from":null}',
    '{"from":true}',
    '{"from":{}}',
    '{"since":"a"}',
    '{"__proto__":"a"}',
    '{"toString":"a"}',
    "{}{}",
    "\ufeff\ufeff{}",
  ];
  for (const text of wrong) assertEquals(await kindOf(request(text)), "bad-parameter", text);
  assertEquals(await kindOf(request(null)), "bad-parameter");
  assertEquals(await kindOf(request(new Uint8Array([0x22, 0xff, 0x22]))), "bad-parameter");
  const { message } = await assertRejects(() => readJson(request("["), ["from", "to"]), Problem);
  assertMatch(message, /write \{"from":"2026-09-10T18","to":"2026-09-10T18"\}$/);
});

Deno.test("readJson() reads no more than it has to", async () => {
  const fits = `{"from":"${"x".repeat(4096 - 11)}"}`;
  assertEquals(fits.length, 4096);
  assertEquals((await readJson(request(fits), ["from"])).from?.length, 4085);
  assertEquals(await kindOf(request(fits + " ")), "too-large");

  let pulls = 0;
  let isCancelled = false;
  const endless = new ReadableStream({
    pull: (controller) => (pulls++, controller.enqueue(new Uint8Array(1000).fill(0x20))),
    cancel: () => void (isCancelled = true),
  });
  assertEquals(await kindOf(request(endless)), "too-large");
  assertEquals([pulls < 10, isCancelled], [true, true]);
});

Deno.test("readJson() puts the pieces of a body together", async () => {
  const bytes = new TextEncoder().encode('{"from":"日本"}');
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  assertEquals(await readJson(request(body), ["from"]), { from: "日本" });
});

/** A body of which nothing comes, or the rest does not. */
function unfinished(onCancel = () => {}): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"from":')),
    cancel: onCancel,
  });
}

Deno.test("readJson() waits for a body for five seconds", async () => {
  const clock = new FakeClock();
  let isCancelled = false;
  const slow = request(unfinished(() => isCancelled = true));
  const error = await assertRejects(() => readJson(slow, ["from"], clock), Problem);
  assertEquals([error.kind, error.status], ["too-slow", 408]);
  assertEquals(clock.slept, [5000]);
  assertEquals(isCancelled, true);
});

Deno.test("readJson() reads 64 bodies at a time, and has room again when they are done", async () => {
  const clock = new StillClock();
  const waiting = Array.from(
    { length: 64 },
    () => readJson(request(unfinished()), ["from"], clock),
  );
  const ended = Promise.allSettled(waiting);
  assertEquals(await kindOf(request("{}")), "too-many-bodies");
  while (clock.sleeping < 64) await nextTask();
  clock.pass(5000);
  await ended;
  assertEquals(await readJson(request("{}"), ["from"]), {});
});

Deno.test("readJson() tells by the headers of a body that it is too long", async () => {
  const long = new Request("http://wikitop.test/", {
    method: "POST",
    body: unfinished(),
    headers: { "content-type": "application/json", "content-length": "5000" },
  });
  assertEquals(await kindOf(long), "too-large");
});
