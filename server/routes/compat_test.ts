import { assertEquals, assertMatch } from "@std/assert";
import { nextTask } from "../testing/controlled_make.ts";
import { HandlerFixture } from "../testing/handler_fixture.ts";

const [H17, H18] = ["2026-09-10T17", "2026-09-10T18"];
const ASK = "/ask_page_views?start_date=2026091017&end_date=2026091018";

const post = (body: unknown) => ({ method: "POST", body });

Deno.test("askPageViews() has hours made, and tells of a task for each", async () => {
  await using place = await HandlerFixture.open({ queue: { running: 1 } });
  const response = await place.ask(ASK);
  assertEquals(response.status, 202);
  const task = { data_path: null, max_tries: 3 };
  assertEquals(await response.json(), [
    { date: "2026091017", status: "running", try_count: 1, ...task },
    { date: "2026091018", status: "pending", try_count: 0, ...task },
  ]);
  await place.queues.make.begun(1);
  assertEquals(await place.json("/get_task_state?date=2026091017"), {
    date: "2026091017",
    status: "running",
    data_path: null,
    try_count: 1,
    max_tries: 3,
  });
  // An hour in the midst of a range is known, too.
  assertEquals((await place.json("/get_task_state?date=2026091018")).status, "pending");

  await place.store(H17);
  await place.store(H18);
  for (const number of [1, 2]) (await place.queues.make.begun(number)).finish();
  await place.jobs!.ended(`${H17}_${H18}`);
  const stored = await place.ask(ASK);
  assertEquals(stored.status, 200);
  const tasks = await stored.json();
  for (const task of tasks) {
    assertEquals(await place.json(`/get_task_state?date=${task.date}`), task);
    assertEquals(task.status, "success");
    const data = await place.ask(task.data_path);
    assertEquals(data.status, 200);
    assertMatch(await data.text(), /^unit,period_start,/);
  }
});

Deno.test("askPageViews() takes the same by POST, and one hour without an end", async () => {
  await using place = await HandlerFixture.open();
  const dates = async (ask: Promise<Response>) =>
    (await (await ask).json()).map(({ date }: { date: string }) => date);
  const body = { start_date: "2026091017", end_date: 2026091018 };
  assertEquals(await dates(place.ask("/ask_page_views", post(body))), ["2026091017", "2026091018"]);
  assertEquals(await dates(place.ask("/ask_page_views", post({ start_date: H18 }))), [
    "2026091018",
  ]);
  assertEquals(await dates(place.ask(`/ask_page_views?start_date=${H18}`)), ["2026091018"]);
});

Deno.test("askPageViews() and getTaskState() say how they are to be asked", async () => {
  await using place = await HandlerFixture.open();
  const wrong: [string, Parameters<HandlerFixture["ask"]>[1]?][] = [
    ["/ask_page_views"],
    ["/ask_page_views?end_date=2026091018"],
    ["/ask_page_views?start=2026091018"],
    ["/ask_page_views?start_date=2026091018&end_date=2026091017"],
    ["/ask_page_views", post({})],
    ["/ask_page_views", post({ date: "2026091018" })],
    ["/get_task_state"],
    ["/get_task_state?date=2026091018&date=2026091017"],
    ["/get_task_state", post({})],
    ["/get_task_state", { headers: { "content-length": "21" } }],
    ["/ask_page_views", { headers: { "transfer-encoding": "chunked" } }],
  ];
  for (const [path, ask] of wrong) {
    const response = await place.ask(path, ask);
    assertEquals([response.status, (await response.json()).type], [
      400,
      "urn:wikitop:problem:bad-parameter",
    ], path);
  }
  const { detail } = await place.json("/ask_page_views", { headers: { "content-length": "9" } });
  assertMatch(detail, /GET \/ask_page_views\?start_date=2020010115&end_date=2020010119/);
  await nextTask();
  assertEquals(place.queues.make.all, []);
});

Deno.test("getTaskState() does not know an hour that nobody asked for", async () => {
  await using place = await HandlerFixture.open();
  for (const ask of [undefined, post({ date: H18 })]) {
    const path = ask === undefined ? "/get_task_state?date=2026091018" : "/get_task_state";
    const response = await place.ask(path, ask);
    assertEquals(response.status, 404);
    assertEquals(await response.json(), { message: "This task does not exist" });
  }
});

Deno.test("getTaskState() tells that an hour failed", async () => {
  await using place = await HandlerFixture.open({ queue: { maxTries: 1 }, maxTries: 1 });
  await place.ask("/ask_page_views?start_date=2026091018");
  (await place.queues.make.begun(1)).fail(new Error("Cannot gunzip"));
  await place.jobs!.ended(H18);
  assertEquals(await place.json("/get_task_state?date=2026091018"), {
    date: "2026091018",
    status: "failed",
    data_path: null,
    try_count: 1,
    max_tries: 1,
  });
});

Deno.test("askPageViews() makes nothing for those without the token, or on a server that only reads", async () => {
  await using guarded = await HandlerFixture.open({ token: "sesame" });
  await using readOnly = await HandlerFixture.open({ readOnly: true });
  for (const [place, status] of [[guarded, 401], [readOnly, 403]] as const) {
    assertEquals((await place.ask(ASK)).status, status);
    await place.store(H17);
    assertEquals((await place.ask(ASK)).status, status);
    assertEquals((await place.ask("/get_task_state?date=2026091018")).status, 404);
    await place.store(H18);
    assertEquals((await place.ask(ASK)).status, 200);
  }
  assertEquals(await guarded.jobs!.counts(), { running: 0, queued: 0 });
});
