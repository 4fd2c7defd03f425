import { assert, assertEquals, assertMatch } from "@std/assert";
import { sampleServer } from "../../core/testing/sample_server.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { entryKey } from "../../core/archive/layout.ts";
import { FetchError, MissingDumpError, PermissionError } from "../../core/mod.ts";
import { storeIn } from "../../core/testing/store_hour.ts";
import { hourOf, nextTask } from "../testing/controlled_make.ts";
import { makeFrom } from "../testing/make_from.ts";
import { HandlerFixture } from "../testing/handler_fixture.ts";

const H18 = SAMPLE.hour;
const PATH = `/v1/hours/${H18}`;

const from = (url: string) => ({ queue: (folder: string) => ({ make: makeFrom(url, folder) }) });

Deno.test("GET of a missing hour makes it, once for 500 who ask at the same time", async () => {
  await using server = sampleServer();
  await using place = await HandlerFixture.open(from(server.url));
  const answers = await Promise.all(Array.from({ length: 500 }, async () => {
    const response = await place.ask(`${PATH}?format=csv`);
    return `${response.status} ${response.headers.get("etag")} ${await response.text()}`;
  }));
  assertEquals(new Set(answers).size, 1);
  assertMatch(answers[0]!, /^200 "[0-9a-f]+" unit,.*\nhour,2026-09-10T17:00:00Z,"",wikifunctions,/);
  assertEquals(server.paths, [SAMPLE.dumpPath]);
  // From now on it is stored.
  assertEquals((await place.ask(`${PATH}?make=no`)).status, 200);
  assertEquals(server.paths.length, 1);
});

Deno.test("GET of many parts of a missing hour makes it once", async () => {
  await using server = sampleServer();
  await using place = await HandlerFixture.open(from(server.url));
  const paths = [PATH, `${PATH}/domains`, `${PATH}?domain=en`, `${PATH}?top=1&format=ndjson`];
  const statuses = await Promise.all(paths.map(async (path) => (await place.ask(path)).status));
  assertEquals(statuses, [200, 200, 200, 200]);
  assertEquals(server.paths, [SAMPLE.dumpPath]);
});

for (
  const [name, query, headers] of [
    ["wait=0", "?wait=0", {}],
    ["Prefer: wait=0", "", { prefer: "wait=0" }],
    ["Prefer among others", "", { prefer: 'respond-async, wait="0"; x=1' }],
    ["wait=0 before Prefer", "?wait=0", { prefer: "wait=60" }],
  ] as const
) {
  Deno.test(`GET of a missing hour gives its job at once with ${name}`, async () => {
    await using place = await HandlerFixture.open();
    const begun = performance.now();
    const response = await place.ask(PATH + query, { headers });
    assertEquals(response.status, 202);
    // Far below the 20 seconds of those who do not say.
    assert(performance.now() - begun < 10_000);
    assertEquals(response.headers.get("location"), `/v1/jobs/${H18}`);
    assert(Number(response.headers.get("retry-after")) > 0);
    assertEquals(response.headers.get("cache-control"), "no-store");
    const { id, state, hours } = await response.json();
    assertEquals([id, hours.length], [H18, 1]);
    assert(["queued", "running"].includes(state));

    const { finish } = await place.queues.make.begun(1);
    await place.store(H18);
    finish();
    await place.jobs!.ended(H18);
    assertEquals((await place.ask(PATH + query, { headers })).status, 200);
    assertEquals(place.queues.make.all.length, 1);
  });
}

Deno.test("GET of a missing hour waits for as long as it says, then gives the job", async () => {
  await using place = await HandlerFixture.open();
  const begun = performance.now();
  const response = await place.ask(`${PATH}?wait=1`);
  assertEquals(response.status, 202);
  assert(performance.now() - begun > 900);
  assertEquals((await response.json()).state, "running");
});

Deno.test("GET of a missing hour waits by itself, and answers when the hour is there", async () => {
  await using place = await HandlerFixture.open();
  const answer = place.ask(PATH, { headers: { prefer: "wait=99999999999999, wait=x" } });
  const { finish } = await place.queues.make.begun(1);
  await place.store(H18);
  finish();
  const response = await answer;
  assertEquals(response.status, 200);
  assertEquals((await response.json()).period, H18);
});

Deno.test("GET of a missing hour with make=no makes nothing", async () => {
  await using place = await HandlerFixture.open({ token: "sesame" });
  for (const path of [`${PATH}?make=no`, `${PATH}/domains?make=no&wait=5`]) {
    const response = await place.ask(path);
    assertEquals(response.status, 404);
    assertEquals((await response.json()).type, "urn:wikitop:problem:not-stored");
  }
  assertEquals(await place.jobs!.counts(), { running: 0, queued: 0 });
  await place.store(H18);
  assertEquals((await place.ask(`${PATH}?make=no`)).status, 200);
});

Deno.test("GET of a missing hour refuses a bad request before it makes anything", async () => {
  await using place = await HandlerFixture.open();
  for (const query of ["?format=xml", "?top=0", "?x=1", "?wait=x", "?make=No", "?domain=*a*a*"]) {
    assertEquals((await place.ask(PATH + query)).status, 400, query);
  }
  const refused = await place.ask(PATH, { headers: { accept: "text/html" } });
  assertEquals(refused.status, 406);
  await nextTask();
  assertEquals(place.queues.make.all, []);
});

Deno.test("GET of a missing hour is only for those with the token, if there is one", async () => {
  await using place = await HandlerFixture.open({ token: "sesame" });
  const ask = (authorization?: string) =>
    place.ask(`${PATH}?wait=0`, { headers: authorization === undefined ? {} : { authorization } });
  for (const wrong of [undefined, "", "Bearer", "Bearer Sesame", "Basic sesame", "sesame"]) {
    const response = await ask(wrong);
    assertEquals(response.status, 401, wrong);
    assertEquals(response.headers.get("www-authenticate"), 'Bearer realm="wikitop"');
    assertEquals(await response.text().then((text) => text.includes("sesame")), false);
  }
  assertEquals(await place.jobs!.counts(), { running: 0, queued: 0 });
  assertEquals((await ask("Bearer sesame")).status, 202);
  await place.store("2026-09-10T17");
  assertEquals((await place.ask("/v1/hours/2026-09-10T17")).status, 200);
});

Deno.test("GET of a missing hour makes nothing on a server that only reads", async () => {
  await using place = await HandlerFixture.open({ readOnly: true });
  await place.store("2026-09-10T17");
  const response = await place.ask(PATH);
  assertEquals([response.status, (await response.json()).type], [
    403,
    "urn:wikitop:problem:read-only",
  ]);
  assertEquals((await place.ask(`${PATH}?make=no`)).status, 404);
  assertEquals((await place.ask("/v1/hours/2026-09-10T17")).status, 200);
  assertEquals((await place.ask(`/v1/jobs/${H18}`)).status, 404);
  assertEquals((await place.ask("/v1/jobs", { method: "POST", body: { from: H18 } })).status, 403);
});

Deno.test("GET of a missing hour asks to come back when too many jobs wait", async () => {
  await using place = await HandlerFixture.open({ queue: { running: 1, waiting: 1 } });
  assertEquals((await place.ask("/v1/hours/2026-09-10T01?wait=0")).status, 202);
  assertEquals((await place.ask("/v1/hours/2026-09-10T02?wait=0")).status, 202);
  const response = await place.ask("/v1/hours/2026-09-10T03?wait=0");
  assertEquals(response.status, 429);
  assert(Number(response.headers.get("retry-after")) > 0);
  assertEquals((await response.json()).type, "urn:wikitop:problem:too-many-jobs");
  // Who asks for what is being made waits with the others.
  assertEquals((await place.ask("/v1/hours/2026-09-10T01?wait=0")).status, 202);
});

Deno.test("GET of an hour that could not be made says why, and when to ask again", async () => {
  const missing = (at: string) =>
    new MissingDumpError(hourOf(H18), "https://example.org/a.gz", new Date(at));
  const down = new FetchError("Cannot fetch: status is 503", { retryAfter: 7_200_000 });
  const causes: [Error, status: number, kind: string, seconds: number][] = [
    [missing("2026-09-20T00:00:00Z"), 404, "missing", 3600],
    [missing("2026-09-10T19:00:00Z"), 404, "not-published-yet", 300],
    [down, 502, "source-down", 7200],
    [new AggregateError([down, missing("2026-09-20")], "Cannot fetch"), 502, "source-down", 7200],
    [new Error("Cannot read dump", { cause: down }), 502, "source-down", 7200],
    [new Error("Cannot read dump to its end"), 502, "bad-dump", 30],
  ];
  for (const [error, status, kind, seconds] of causes) {
    let calls = 0;
    await using place = await HandlerFixture.open({
      queue: { maxTries: 1, make: () => (calls++, Promise.reject(error)) },
    });
    for (let time = 1; time <= 2; time++) {
      const response = await place.ask(PATH);
      const { type, detail } = await response.json();
      assertEquals([response.status, type], [status, `urn:wikitop:problem:${kind}`]);
      assertEquals(detail, error.message);
      assertEquals(response.headers.get("retry-after"), String(seconds));
      assertEquals(response.headers.get("cache-control"), "no-store");
    }
    // The failure stands for a while.
    assertEquals(calls, 1);
    assertEquals(place.errors, []);
  }
});

Deno.test("GET of an hour whose permission the server lacks says no more than that", async () => {
  const error = new PermissionError(
    'Requires read access to "/srv/dumps/a.gz", run again with --allow-read',
  );
  await using place = await HandlerFixture.open({ queue: { make: () => Promise.reject(error) } });
  const response = await place.ask(PATH);
  assertEquals(response.status, 500);
  const { type, detail } = await response.json();
  assertEquals(type, "urn:wikitop:problem:failed");
  assert(!detail.includes("srv") && !detail.includes("a.gz"), detail);
});

Deno.test("GET of an hour is told when its job is cancelled, or the server shuts down", async () => {
  await using place = await HandlerFixture.open();
  const waiting = place.ask(PATH);
  await place.queues.make.begun(1);
  await place.jobs!.cancel(H18);
  const cancelled = await waiting;
  assertEquals(cancelled.status, 404);
  assertEquals((await cancelled.json()).type, "urn:wikitop:problem:not-stored");

  const other = place.ask("/v1/hours/2026-09-10T17");
  await place.queues.make.begun(2);
  const closed = place.jobs!.close(0);
  await place.queues.pass(0);
  await closed;
  const response = await other;
  assertEquals(response.status, 503);
  assert(Number(response.headers.get("retry-after")) > 0);
  assertEquals((await response.json()).type, "urn:wikitop:problem:shutting-down");
});

Deno.test("GET of an hour that was made but is not as it has to be says so", async () => {
  await using place = await HandlerFixture.open({ criteria: { top: 50 } });
  const answer = place.ask(PATH);
  const { finish } = await place.queues.make.begun(1);
  await place.store(H18, { top: 25 });
  finish();
  assertEquals((await answer).status, 500);
});

Deno.test("GET of a missing hour stores it for all", async () => {
  await using server = sampleServer();
  await using place = await HandlerFixture.open(from(server.url));
  await using reader = await HandlerFixture.open({
    readOnly: true,
    openStore: () => storeIn(place.folder),
  });
  assertEquals((await reader.ask(PATH)).status, 403);
  const made = await place.text(`${PATH}?format=ndjson`);
  assertEquals(await reader.text(`${PATH}?format=ndjson`), made);
  assert(await storeIn(place.folder).read(entryKey(hourOf(H18))) !== undefined);
});
