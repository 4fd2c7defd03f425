import { assert, assertEquals, assertMatch } from "@std/assert";
import { nextTask } from "../testing/controlled_make.ts";
import { HandlerFixture } from "../testing/handler_fixture.ts";

const [H16, H17, H18] = ["2026-09-10T16", "2026-09-10T17", "2026-09-10T18"];
const RANGE = `${H16}_${H18}`;

const post = (body: unknown, headers = {}) => ({ method: "POST", body, headers });
const cancel = { method: "DELETE" };
const withdraw = (secret: string) => ({
  ...cancel,
  headers: { authorization: `Bearer ${secret}` },
});

Deno.test("postJob() has a range made, and tells where its job is", async () => {
  await using place = await HandlerFixture.open({ queue: { running: 1 } });
  const response = await place.ask("/v1/jobs", post({ from: H16, to: H18 }));
  assertEquals(response.status, 202);
  assertEquals(response.headers.get("location"), `/v1/jobs/${RANGE}`);
  assert(Number(response.headers.get("retry-after")) > 0);
  const job = await response.json();
  assertEquals([job.id, job.from, job.to, job.ended], [RANGE, H16, H18, null]);
  assertEquals(job.hours.map(({ hour }: { hour: string }) => hour), [H16, H17, H18]);

  for (const number of [1, 2, 3]) (await place.queues.make.begun(number)).finish();
  await place.jobs!.ended(RANGE);
  const done = await place.ask(response.headers.get("location")!);
  assertEquals([done.status, done.headers.get("retry-after")], [200, null]);
  const { state, hours } = await done.json();
  assertEquals([state, hours.map(({ state }: { state: string }) => state)], [
    "done",
    ["done", "done", "done"],
  ]);
});

Deno.test("postJob() takes hours as people write them, and one hour without an end", async () => {
  await using place = await HandlerFixture.open();
  const bodies: [unknown, string][] = [
    [{ from: H18 }, H18],
    [{ from: H18, to: H18 }, H18],
    [{ from: 2026091018 }, H18],
    [{ from: "2026-09-10 18:00", to: "20260910-180000" }, H18],
    [{ from: H16, to: 2026091018 }, RANGE],
  ];
  for (const [body, id] of bodies) {
    const { headers, status } = await place.ask("/v1/jobs", post(body));
    assertEquals([status, headers.get("location")], [202, `/v1/jobs/${id}`]);
  }
  const { running, queued } = await place.jobs!.counts();
  assertEquals(running + queued, 2);
});

Deno.test("postJob() refuses what is no range of hours", async () => {
  await using place = await HandlerFixture.open({ maxHours: 48 });
  const wrong: [unknown, status: number, kind: string][] = [
    ["", 400, "bad-parameter"],
    ["{", 400, "bad-parameter"],
    ["[]", 400, "bad-parameter"],
    ["null", 400, "bad-parameter"],
    [`"${H18}"`, 400, "bad-parameter"],
    [{}, 400, "bad-parameter"],
    [{ to: H18 }, 400, "bad-parameter"],
    [{ from: null }, 400, "bad-parameter"],
    [{ from: [H18] }, 400, "bad-parameter"],
    [{ from: H18, top: 1 }, 400, "bad-parameter"],
    [{ from: H18, to: H17 }, 400, "bad-parameter"],
    [{ from: "2026-09-08T01", to: "2026-09-10T01" }, 400, "bad-parameter"],
    [{ from: "" }, 400, "bad-hour"],
    [{ from: "2026-09-10" }, 400, "bad-hour"],
    [{ from: -1 }, 400, "bad-hour"],
    [{ from: 1.5 }, 400, "bad-hour"],
    [{ from: "2026-02-30T00" }, 404, "out-of-range"],
    [{ from: "2026-09-12T01" }, 404, "out-of-range"],
    [`{"from":"${H18}","__proto__":1}`, 400, "bad-parameter"],
    [`{"from":"${" ".repeat(5000)}"}`, 413, "too-large"],
  ];
  for (const [body, status, kind] of wrong) {
    const response = await place.ask("/v1/jobs", post(body));
    const { type } = await response.json();
    assertEquals([response.status, type], [status, `urn:wikitop:problem:${kind}`], String(body));
  }
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""]) {
    const response = await place.ask("/v1/jobs", post({ from: H18 }, { "content-type": type }));
    assertEquals(response.status, 415, type);
  }
  assertEquals((await place.ask("/v1/jobs?x=1", post({ from: H18 }))).status, 400);
  assertEquals((await place.ask("/v1/jobs", { method: "POST" })).status, 415);
  await nextTask();
  assertEquals(place.queues.make.all, []);
});

Deno.test("postJob() and deleteJob() are for those with the token, getJob() is for all", async () => {
  await using place = await HandlerFixture.open({ token: "sesame" });
  const right = { authorization: "Bearer sesame" };
  const wrong = { authorization: "Bearer open" };
  assertEquals((await place.ask("/v1/jobs", post({ from: H18 }, wrong))).status, 401);
  // The token is asked for before anything else is looked at.
  assertEquals((await place.ask("/v1/jobs", post("{", wrong))).status, 401);
  assertEquals((await place.ask("/v1/jobs", post({ from: H18 }, right))).status, 202);
  assertEquals((await place.ask(`/v1/jobs/${H18}`)).status, 200);
  assertEquals((await place.ask(`/v1/jobs/${H18}`, cancel)).status, 401);
  assertEquals((await place.json(`/v1/jobs/${H18}`)).ended, null);
  assertEquals((await place.ask(`/v1/jobs/${H18}`, { ...cancel, headers: right })).status, 200);
});

Deno.test("deleteJob() cancels a job, which stays so", async () => {
  await using place = await HandlerFixture.open();
  const { secret } = await place.json("/v1/jobs", post({ from: H18 }));
  const { signal } = await place.queues.make.begun(1);
  for (let time = 1; time <= 2; time++) {
    const response = await place.ask(`/v1/jobs/${H18}`, withdraw(secret));
    assertEquals(response.status, 200);
    const { state, hours } = await response.json();
    assertEquals([state, hours[0].state], ["cancelled", "cancelled"]);
  }
  assert(signal.aborted);
  assertEquals((await place.json(`/v1/jobs/${H18}`)).state, "cancelled");
});

Deno.test("deleteJob() ends a job when all who asked for it have withdrawn", async () => {
  await using place = await HandlerFixture.open();
  const { secret: first } = await place.json("/v1/jobs", post({ from: H18 }));
  const { signal } = await place.queues.make.begun(1);
  const { secret: second } = await place.json("/v1/jobs", post({ from: H18 }));
  const { secret: third, state } = await place.json(`/v1/hours/${H18}?wait=0`);
  assertEquals([new Set([first, second, third]).size, state], [3, "running"]);

  const strangers = [cancel, withdraw("x"), withdraw(`${first}x`), withdraw("undefined")];
  for (const ask of strangers) {
    const response = await place.ask(`/v1/jobs/${H18}`, ask);
    assertEquals([response.status, (await response.json()).type], [
      401,
      "urn:wikitop:problem:unauthorized",
    ]);
  }
  // Who withdraws twice withdraws for nobody else.
  for (const secret of [second, second, third]) {
    const response = await place.ask(`/v1/jobs/${H18}`, withdraw(secret));
    assertEquals([response.status, (await response.json()).state], [200, "running"]);
  }
  assertEquals(signal.aborted, false);
  assertEquals((await place.json(`/v1/jobs/${H18}`, withdraw(first))).state, "cancelled");
  assertEquals(signal.aborted, true);
  // A job that is begun anew has other secrets.
  await place.ask("/v1/jobs", post({ from: H18 }));
  assertEquals((await place.ask(`/v1/jobs/${H18}`, withdraw(first))).status, 401);
});

Deno.test("deleteJob() leaves a job that somebody wants who cannot withdraw", async () => {
  await using place = await HandlerFixture.open();
  const { secret } = await place.json("/v1/jobs", post({ from: H18 }));
  await place.ask("/ask_page_views?start_date=2026091018");
  assertEquals((await place.json(`/v1/jobs/${H18}`, withdraw(secret))).ended, null);
});

Deno.test("deleteJob() ends any job for the operator, and for those with its secret", async () => {
  await using place = await HandlerFixture.open({ token: "sesame" });
  const headers = { authorization: "bearer sesame" };
  for (const ask of [{ ...cancel, headers }, undefined]) {
    const { secret } = await place.json("/v1/jobs", post({ from: H18 }, headers));
    await place.ask("/v1/jobs", post({ from: H17 }, headers));
    const response = await place.ask(`/v1/jobs/${H18}`, ask ?? withdraw(secret));
    assertEquals([response.status, (await response.json()).state], [200, "cancelled"]);
  }
});

Deno.test("postJob() tells its secret to who asked, and to nobody who looks", async () => {
  await using place = await HandlerFixture.open();
  const response = await place.ask("/v1/jobs", post({ from: H18 }));
  assertEquals(response.headers.get("cache-control"), "no-store");
  assertMatch((await response.json()).secret, /^[0-9a-f]{32}$/);
  assertEquals("secret" in await place.json(`/v1/jobs/${H18}`), false);
});

Deno.test("Requests that make hours are refused from other sites and by other names", async () => {
  await using place = await HandlerFixture.open();
  await place.store("2026-09-10T01");
  const headers: [Record<string, string>, number][] = [
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ host: "evil.example" }, 421],
  ];
  const asks = [
    [`/v1/hours/${H18}`, {}],
    [`/v1/hours/${H18}/domains`, {}],
    ["/ask_page_views?start_date=2026091018", {}],
    ["/ask_page_views", { method: "POST", body: { start_date: "2026091018" } }],
    ["/v1/jobs", { method: "POST", body: { from: H18 } }],
    [`/v1/jobs/${H18}`, cancel],
  ] as const;
  for (const [path, ask] of asks) {
    for (const [more, status] of headers) {
      const response = await place.ask(path, { ...ask, headers: more });
      assertEquals(response.status, status, `${path} ${JSON.stringify(more)}`);
      await response.body?.cancel();
    }
  }
  await nextTask();
  assertEquals(place.queues.make.all, []);
  // What is stored can be read from anywhere.
  for (const [more] of headers) {
    assertEquals((await place.ask("/v1/hours/2026-09-10T01", { headers: more })).status, 200);
  }
});

Deno.test("getJob() and deleteJob() do not know jobs that nobody asked for", async () => {
  await using place = await HandlerFixture.open();
  await place.ask("/v1/jobs", post({ from: H16, to: H18 }));
  const ids = [H18, `${H16}_${H17}`, "x", "2026091018", `${H18}_${H18}`, "..%2F..%2Fetc", "%00"];
  for (const id of ids) {
    for (const method of ["GET", "DELETE"]) {
      const response = await place.ask(`/v1/jobs/${id}`, { method });
      assertEquals([response.status, (await response.json()).type], [
        404,
        "urn:wikitop:problem:unknown-job",
      ], id);
    }
  }
});

Deno.test("getJob() tells how far an hour is, and not in which folder", async () => {
  await using place = await HandlerFixture.open({ queue: { maxTries: 2 } });
  await place.ask("/v1/jobs", post({ from: H18 }));
  const making = await place.queues.make.begun(1);
  making.open(100);
  making.read(40);
  const running = await place.ask(`/v1/jobs/${H18}`);
  assert(Number(running.headers.get("retry-after")) > 0);
  const { state, tries, max_tries, bytes, length } = (await running.json()).hours[0];
  assertEquals([state, tries, max_tries, bytes, length], ["running", 1, 2, 40, 100]);
  making.fail(new Error(`Cannot read "${place.folder}/a.gz": it is a folder`));
  while ((await place.json(`/v1/jobs/${H18}`)).hours[0].message === null) await nextTask();
  const { message } = (await place.json(`/v1/jobs/${H18}`)).hours[0];
  assertEquals(message, 'Cannot read "a.gz": it is a folder');
});

Deno.test("postJob() gives a job that failed a moment ago as it is", async () => {
  await using place = await HandlerFixture.open({ queue: { maxTries: 1 } });
  await place.ask("/v1/jobs", post({ from: H18 }));
  (await place.queues.make.begun(1)).fail(new Error("Cannot gunzip"));
  await place.jobs!.ended(H18);
  const response = await place.ask("/v1/jobs", post({ from: H18 }));
  assertEquals([response.status, response.headers.get("retry-after")], [200, null]);
  assertEquals(response.headers.get("location"), `/v1/jobs/${H18}`);
  assertMatch((await response.json()).hours[0].message, /^Cannot gunzip/);
  assertEquals(place.queues.make.all.length, 1);
  // A while later it may be tried again.
  place.queues.clock.pass(3_600_000);
  assertEquals((await place.ask("/v1/jobs", post({ from: H18 }))).status, 202);
});
