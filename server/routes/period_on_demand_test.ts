import { assertEquals, assertMatch } from "@std/assert";
import { gzipSync } from "node:zlib";
import { FORMAT_NAMES, type Production, systemClock } from "../../core/mod.ts";
import { LoopbackServer } from "../../core/testing/loopback_server.ts";
import { storeHour } from "../../core/testing/store_hour.ts";
import { makeFrom } from "../testing/make_from.ts";
import { HandlerFixture } from "../testing/handler_fixture.ts";
import { readPages } from "../testing/read_pages.ts";
import { withoutHours } from "../testing/without_hours.ts";

const DAY = "2026-09-10";

Deno.test("periodReport() gives days, weeks and months in each format, with the hour's filters", async () => {
  await using place = await HandlerFixture.open();
  for (const period of [DAY, "2026-W36", "2026-08", "2026-09-10T18"]) {
    await place.store(period);
    for (const format of FORMAT_NAMES) {
      const path =
        `/v1/periods/${period}?project=en.wikipedia&access=desktop&top=2&format=${format}`;
      const pages = readPages(await place.text(path), format);
      assertEquals([...pages].map(([code, pages]) => [code, pages.map(({ title }) => title)]), [
        ["en", ["Ada_Lovelace", "Alan_Turing"]],
      ]);
    }
  }
  const { period, unit, period_start, period_end, hours } = await place.json(
    "/v1/periods/2026-W36",
  );
  assertEquals([period, unit, period_start, period_end], [
    "2026-W36",
    "week",
    "2026-08-31T00:00:00Z",
    "2026-09-07T00:00:00Z",
  ]);
  assertEquals(hours, { present: 168, expected: 168 });
  const { domains } = await place.json(`/v1/periods/${DAY}/domains`);
  assertEquals(domains.map((one: { domain_code: string }) => one.domain_code), [
    "de",
    "en",
    "en.m",
  ]);
});

Deno.test("periodReport() gives an hour as hourReport() does", async () => {
  await using place = await HandlerFixture.open();
  await place.store("2026-09-10T18");
  assertEquals(
    await place.text("/v1/periods/2026-09-10T18"),
    await place.text("/v1/hours/2026-09-10T18"),
  );
});

Deno.test("periodReport() says of how many hours a period is that lacks some", async () => {
  await using place = await HandlerFixture.open();
  await withoutHours(place, DAY, 1);
  const response = await place.ask(`/v1/periods/${DAY}?format=csv`);
  assertEquals([response.status, response.headers.get("wikitop-hours")], [200, "23 of 24"]);
  await response.body?.cancel();
  assertEquals((await place.json(`/v1/periods/${DAY}`)).hours, { present: 23, expected: 24 });
  await place.store("2026-09-09");
  const whole = await place.ask("/v1/periods/2026-09-09");
  assertEquals(whole.headers.has("wikitop-hours"), false);
  await whole.body?.cancel();
});

Deno.test("periodReport() sends other spellings, and words, to the period's name", async () => {
  await using place = await HandlerFixture.open();
  const cases: Record<string, [status: number, to: string]> = {
    "20260910": [308, `/v1/periods/${DAY}?top=2`],
    "2026W36": [308, "/v1/periods/2026-W36?top=2"],
    "2026091018": [308, "/v1/periods/2026-09-10T18?top=2"],
    "yesterday": [307, "/v1/periods/2026-09-11?top=2"],
    "latest": [307, "/v1/periods/2026-09-11T22?top=2"],
  };
  for (const [written, [status, to]] of Object.entries(cases)) {
    const response = await place.ask(`/v1/periods/${written}?top=2`);
    assertEquals([response.status, response.headers.get("location")], [status, to], written);
  }
});

Deno.test("periodReport() has editions of a period, each by itself", async () => {
  await using place = await HandlerFixture.open();
  await place.store(DAY);
  const path = `/v1/periods/${DAY}?edition=all`;
  const missing = await place.json(path);
  assertEquals([missing.status, missing.type], [404, "urn:wikitop:problem:not-stored"]);
  assertMatch(missing.detail, /with "wikitop run 2026-09-10 --access each,all"$/);
  assertMatch(
    (await place.json(`/v1/periods/${DAY}?edition=all.articles`)).detail,
    /--access each,all --pages all,articles"$/,
  );
  const dump = "en Ada_Lovelace 50 0\nen.m Ada_Lovelace 40 0\nwww.wd Q42 8 0\n";
  await place.store(DAY, { edition: "all", dump });
  for (
    const [filter, code] of Object.entries({
      "project=wikidata": "wikidata",
      "domain=enwiki": "en.wikipedia",
    })
  ) {
    const { domains } = await place.json(`${path}&${filter}&access=all`);
    assertEquals(domains.map((one: { domain_code: string }) => one.domain_code), [code]);
  }
  const { edition, domains } = await place.json(path);
  assertEquals([edition, domains[0].pages[0].views], ["all", 90]);
  assertEquals((await place.json(`/v1/periods/${DAY}`)).edition, "each");
  assertEquals(place.queues.make.all, []);
});

Deno.test("periodReport() makes longer periods only where whoever runs the server allows it", async () => {
  await using place = await HandlerFixture.open();
  const { status, detail } = await place.json(`/v1/periods/${DAY}`);
  assertEquals(status, 404);
  assertMatch(
    detail,
    /^Cannot find day "2026-09-10": it is not stored, and no day is made on demand/,
  );
  assertMatch(detail, /"wikitop run 2026-09-10", or start the server with --make hour,day$/);
  assertEquals(place.queues.make.all, []);
});

/** Makes any period, as the program would, of one dump. */
const makeStored = (folder: string) => ({
  make: async (period: { label: string }) => {
    await storeHour(folder, period.label);
    return { made: true } as Production;
  },
});

Deno.test("periodReport() has a day made where that is allowed, and no week", async () => {
  await using place = await HandlerFixture.open({ makes: ["hour", "day"], queue: makeStored });
  const { period, domains } = await place.json(`/v1/periods/${DAY}?project=de.wikipedia`);
  assertEquals([period, domains[0].pages[0].title], [DAY, "Paris"]);
  const job = await place.json(`/v1/jobs/${DAY}`);
  assertEquals([job.id, job.state, job.hours[0].hour], [DAY, "done", DAY]);
  assertEquals((await place.ask("/v1/periods/2026-W36")).status, 404);
});

Deno.test("periodReport() has a day made of its dumps, and says that an hour had none", async () => {
  const lines = (i: number) => `en Ada_Lovelace ${i + 1} 0\nen.m Ada_Lovelace 2 0\n`;
  await using server: LoopbackServer = new LoopbackServer(({ url }) => {
    const hour = Number(/-(\d{2})0000\.gz$/.exec(url)![1]);
    return hour === 5
      ? new Response(null, { status: 404 })
      : new Response(new Uint8Array(gzipSync(lines(hour))));
  });
  await using place = await HandlerFixture.open({
    makes: ["hour", "day"],
    queue: (folder) => ({ make: makeFrom(server.url, folder), clock: systemClock }),
  });
  const { hours, domains } = await place.json(`/v1/periods/${DAY}`);
  assertEquals(hours, { present: 23, expected: 24 });
  // 1 to 24, but for the 6 of the hour that is missing.
  const views = domains.map(({ pages }: { pages: { views: number }[] }) => pages[0]!.views);
  assertEquals(views, [24 * 25 / 2 - 6, 23 * 2]);
  const top = await place.json("/metrics/pageviews/top/en.wikipedia/mobile-web/2026/09/10");
  assertEquals(top.items[0].articles, [{ article: "Ada_Lovelace", views: 46, rank: 1 }]);
  const { incomplete } = await place.json(`/v1/periods?from=${DAY}&to=${DAY}`);
  assertEquals(incomplete, [{ period: DAY, hours: { present: 23, expected: 24 } }]);
});

Deno.test("postJob() takes days where they are made, as many as have the hours allowed", async () => {
  await using place = await HandlerFixture.open({
    makes: ["hour", "day"],
    maxHours: 72,
    queue: makeStored,
  });
  const post = (from: string, to: string) =>
    place.ask("/v1/jobs", { method: "POST", body: { from, to } });
  const response = await post("2026-09-08", DAY);
  assertEquals(response.status, 202);
  const { id } = await response.json();
  assertEquals(id, "2026-09-08_2026-09-10");
  assertEquals((await place.jobs!.ended(id)).hours.map(({ state }) => state), [
    "done",
    "done",
    "done",
  ]);
  const details = async (from: string, to: string) => (await (await post(from, to)).json()).detail;
  assertMatch(await details("2026-09-07", DAY), /these are 96 hours, 72 at most/);
  assertMatch(await details("2026-09-07", "2026-09-08T01"), /the one is a day, the other an hour$/);
  assertMatch(
    await details("2026-W36", "2026-W36"),
    /no week is made on demand here, hour and day/,
  );
});
