import { assertEquals } from "@std/assert";
import { WatchedStore } from "../../core/testing/watched_store.ts";
import { HandlerFixture } from "../testing/handler_fixture.ts";

const H = (hour: string) => `2026-09-10T${hour}`;

Deno.test("hourList() lists stored hours, and the gaps before, between and behind them", async () => {
  await using place = await HandlerFixture.open();
  for (const hour of ["03", "04", "07"]) await place.store(H(hour));
  assertEquals(await place.json(`/v1/hours?from=${H("01")}&to=${H("08")}`), {
    from: H("01"),
    to: H("08"),
    hours: [H("03"), H("04"), H("07")],
    gaps: [
      { first: H("01"), last: H("02"), hours: 2 },
      { first: H("05"), last: H("06"), hours: 2 },
      { first: H("08"), last: H("08"), hours: 1 },
    ],
  });
  const { hours, gaps } = await place.json(`/v1/hours?from=${H("03")}&to=${H("04")}`);
  assertEquals([hours, gaps], [[H("03"), H("04")], []]);
});

Deno.test("hourList() lists over the ends of months and years", async () => {
  await using place = await HandlerFixture.open();
  const stored = ["2025-12-31T23", "2026-01-01T00", "2026-02-01T00"];
  for (const hour of stored) await place.store(hour);
  const list = await place.json("/v1/hours?from=2025-12-31T23&to=2026-01-31T22");
  assertEquals(list.hours, stored.slice(0, 2));
  assertEquals(list.gaps, [{ first: "2026-01-01T01", last: "2026-01-31T22", hours: 742 }]);
});

Deno.test("hourList() lists the last 31 days unless it is asked for others", async () => {
  await using place = await HandlerFixture.open();
  for (const hour of ["2026-08-12T00", "2026-08-12T01", "2026-09-12T00"]) await place.store(hour);
  const list = await place.json("/v1/hours");
  assertEquals([list.from, list.to], ["2026-08-12T01", "2026-09-12T00"]);
  assertEquals(list.hours, ["2026-08-12T01", "2026-09-12T00"]);
  const before = await place.json("/v1/hours?to=2026-08-12T00");
  assertEquals([before.from, before.hours], ["2026-07-12T01", ["2026-08-12T00"]]);
  const first = await place.json("/v1/hours?to=2015-05-01T03");
  assertEquals([first.from, first.gaps[0].hours], ["2015-05-01T01", 3]);
  const since = await place.json("/v1/hours?from=2026-09-01T00");
  assertEquals(since.to, "2026-09-12T00");
  const long = await place.json("/v1/hours?from=2016-01-01T00");
  assertEquals(long.to, "2016-01-31T23");
});

Deno.test("hourList() without from and to ends at the newest stored hour", async () => {
  await using place = await HandlerFixture.open({ maxHours: 5 });
  await place.store(H("03"));
  await place.store(H("04"));
  const list = await place.json("/v1/hours");
  assertEquals([list.from, list.to, list.hours], [H("00"), H("04"), [H("03"), H("04")]]);
});

Deno.test("hourList() of an empty store is one gap", async () => {
  await using place = await HandlerFixture.open({ maxHours: 5 });
  assertEquals(await place.json("/v1/hours"), {
    from: "2026-09-11T20",
    to: "2026-09-12T00",
    hours: [],
    gaps: [{ first: "2026-09-11T20", last: "2026-09-12T00", hours: 5 }],
  });
});

Deno.test("hourList() lists neither halves of hours nor the files of people", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H("03"));
  await place.store(H("04"));
  await place.store(H("05"));
  const folder = `${place.folder}/2026/09`;
  await Deno.remove(`${folder}/${H("03")}.manifest`);
  await Deno.remove(`${folder}/${H("04")}.csv`);
  await Deno.writeTextFile(`${folder}/2026-09-31T00.csv`, "");
  await Deno.writeTextFile(`${folder}/2026-09-31T00.manifest`, "");
  await Deno.writeTextFile(`${folder}/notes.csv`, "");
  const list = await place.json(`/v1/hours?from=${H("00")}&to=${H("09")}`);
  assertEquals(list.hours, [H("05")]);
});

Deno.test("hourList() refuses ranges that are backwards, too long, or none", async () => {
  await using place = await HandlerFixture.open({ maxHours: 48 });
  const wrong: Record<string, [status: number, kind: string]> = {
    "from=2026-09-10T02&to=2026-09-10T01": [400, "bad-parameter"],
    "from=2026-09-08T01&to=2026-09-10T01": [400, "bad-parameter"],
    "from=2026-09-10&to=2026-09-10T01": [400, "bad-hour"],
    "from=": [400, "bad-hour"],
    "to=2026-09-12T01": [404, "out-of-range"],
    "from=2015-05-01T00": [404, "out-of-range"],
    "since=2026-09-10T01": [400, "bad-parameter"],
  };
  for (const [query, [status, kind]] of Object.entries(wrong)) {
    const response = await place.ask(`/v1/hours?${query}`);
    const { type } = await response.json();
    assertEquals([response.status, type], [status, `urn:wikitop:problem:${kind}`], query);
  }
  const longest = await place.ask("/v1/hours?from=2026-09-08T02&to=2026-09-10T01");
  assertEquals(longest.status, 200);
});

Deno.test("hourList() reads names only", async () => {
  let watched: WatchedStore | undefined;
  await using place = await HandlerFixture.open({
    openStore: (folder) => watched = new WatchedStore(folder),
  });
  for (const hour of ["03", "04"]) await place.store(H(hour));
  await place.json("/v1/hours");
  // The newest hour is looked for first.
  assertEquals(watched!.calls, ["names 2026/09", "names 2026/08", "names 2026/09"]);
});

Deno.test("hourList() and latestHour() pass over hours that are not as they have to be", async () => {
  await using place = await HandlerFixture.open({ criteria: { top: 20 } });
  await place.store(H("03"), { top: 25 });
  await place.store(H("04"), { top: 10 });
  assertEquals((await place.json("/v1/hours")).hours, [H("03")]);
  const latest = await place.ask("/v1/hours/latest");
  assertEquals(latest.headers.get("location"), `/v1/hours/${H("03")}`);
});

Deno.test("latestHour() sends to the newest stored hour, and takes the query along", async () => {
  await using place = await HandlerFixture.open();
  await place.store("2026-09-10T18");
  await place.store("2026-09-10T17");
  for (const query of ["", "?domain=en.m&top=1", "?format=csv"]) {
    const response = await place.ask(`/v1/hours/latest${query}`);
    assertEquals(response.status, 307);
    assertEquals(response.headers.get("location"), `/v1/hours/2026-09-10T18${query}`);
    assertEquals(response.headers.get("cache-control"), "no-cache");
    assertEquals(response.headers.get("access-control-allow-origin"), "*");
    assertEquals((await place.ask(response.headers.get("location")!)).status, 200);
  }
  await place.store("2026-09-12T00");
  const { headers } = await place.ask("/v1/hours/latest");
  assertEquals(headers.get("location"), "/v1/hours/2026-09-12T00");
});

Deno.test("latestHour() finds an hour of long ago", async () => {
  await using place = await HandlerFixture.open();
  await place.store("2015-05-01T01");
  const { headers } = await place.ask("/v1/hours/latest");
  assertEquals(headers.get("location"), "/v1/hours/2015-05-01T01");
});

Deno.test("latestHour() says that nothing is stored", async () => {
  await using place = await HandlerFixture.open();
  const response = await place.ask("/v1/hours/latest");
  assertEquals(response.status, 404);
  assertEquals((await response.json()).type, "urn:wikitop:problem:nothing-stored");
  assertEquals(await place.jobs!.counts(), { running: 0, queued: 0 });
});
