import { assert, assertEquals } from "@std/assert";
import { nastyReport } from "../../core/testing/nasty_report.ts";
import { HandlerFixture } from "../testing/handler_fixture.ts";
import { storeReport } from "../../core/testing/store_hour.ts";
import { WatchedStore } from "../../core/testing/watched_store.ts";

const [H16, H17, H18] = ["2026-09-10T16", "2026-09-10T17", "2026-09-10T18"];
const OFF = { rank: null, views: null };

/** A place in which a page comes and goes. */
async function open(): Promise<HandlerFixture> {
  const place = await HandlerFixture.open();
  await place.store(H16, { dump: "de Ada 1 0\nen Ada 9 0\nen Eve 8 0\nen.m Ada 7 0\n" });
  await place.store(H17, { dump: "en Eve 8 0\nen.b Ada 3 0\n" });
  await place.store(H18, { dump: "en Ada 5 0\nen Eve 6 0\nen.m Eve 4 0\n" });
  return place;
}

Deno.test("pageHistory() has a place for each stored hour in each domain of a project", async () => {
  await using place = await open();
  assertEquals(await place.json("/v1/pages/en.wikipedia/Ada"), {
    project: "en.wikipedia",
    title: "Ada",
    from: "2026-09-09T19",
    to: H18,
    series: [
      {
        domain_code: "en",
        access: "desktop",
        hours: [
          { hour: H16, rank: 1, views: 9 },
          { hour: H17, ...OFF },
          { hour: H18, rank: 2, views: 5 },
        ],
      },
      {
        domain_code: "en.m",
        access: "mobile",
        // The hour in between does not have the domain at all.
        hours: [{ hour: H16, rank: 1, views: 7 }, { hour: H17, ...OFF }, { hour: H18, ...OFF }],
      },
    ],
  });
});

Deno.test("pageHistory() of all projects lists those that have the page in the last hour", async () => {
  await using place = await open();
  const found = async (path: string) =>
    (await place.json(path)).series.map((
      { domain_code, hours }: { domain_code: string; hours: object[] },
    ) => [domain_code, ...hours]);
  assertEquals(await found("/v1/pages/*/Eve"), [
    ["en", { hour: H18, rank: 1, views: 6 }],
    ["en.m", { hour: H18, rank: 1, views: 4 }],
  ]);
  assertEquals(await found(`/v1/pages/*.wikipedia/Ada?from=${H16}&to=${H16}`), [
    ["de", { hour: H16, rank: 1, views: 1 }],
    ["en", { hour: H16, rank: 1, views: 9 }],
    ["en.m", { hour: H16, rank: 1, views: 7 }],
  ]);
  assertEquals(await found("/v1/pages/*/Nobody"), []);
  assertEquals((await place.ask("/v1/pages/*.*.*/Eve")).status, 400);
});

Deno.test("pageHistory() is of days, too", async () => {
  await using place = await open();
  await place.store("2026-09-08", { dump: "en Ada 50 0\n" });
  await place.store("2026-09-10", { dump: "en Ada 70 0\nen.m Ada 90 0\n" });
  const { from, to, series } = await place.json("/v1/pages/en.wikipedia/Ada?unit=day");
  assertEquals([from, to], ["2026-08-19", "2026-09-11"]);
  assertEquals(series[0].hours, [
    { hour: "2026-09-08", rank: 1, views: 50 },
    { hour: "2026-09-10", rank: 1, views: 70 },
  ]);
  assertEquals(series[1].hours[0], { hour: "2026-09-08", ...OFF });
});

Deno.test("pageHistory() tells a domain code from a project", async () => {
  await using place = await open();
  const codes = async (project: string) =>
    (await place.json(`/v1/pages/${project}/Ada`)).series.map(
      ({ domain_code }: { domain_code: string }) => domain_code,
    );
  assertEquals(await codes("en"), ["en"]);
  assertEquals(await codes("en.m"), ["en.m"]);
  assertEquals(await codes("en.wikipedia"), ["en", "en.m"]);
  assertEquals(await codes("en.wikibooks"), ["en.b"]);
  for (const project of ["En", "en.", "fr", "wikipedia"]) {
    const response = await place.ask(`/v1/pages/${project}/Ada`);
    assertEquals([response.status, (await response.json()).type], [
      404,
      "urn:wikitop:problem:unknown-project",
    ], project);
  }
});

Deno.test("pageHistory() of a page that was never in the top has only nulls", async () => {
  await using place = await open();
  const { series } = await place.json(`/v1/pages/en/ada?from=${H16}&to=${H17}`);
  assertEquals(series[0].hours, [{ hour: H16, ...OFF }, { hour: H17, ...OFF }]);
});

Deno.test("pageHistory() leaves out hours that are not stored, or not as they have to be", async () => {
  await using place = await open();
  await place.store("2026-09-10T20", { dump: "en Ada 1 0\n" });
  await Deno.writeTextFile(`${place.folder}/2026/09/${H17}.manifest`, "{}");
  const { series, to } = await place.json("/v1/pages/en/Ada");
  assertEquals(to, "2026-09-10T20");
  assertEquals(series[0].hours.map(({ hour }: { hour: string }) => hour), [
    H16,
    H18,
    "2026-09-10T20",
  ]);
});

Deno.test("pageHistory() takes titles as they are in URLs", async () => {
  await using place = await HandlerFixture.open();
  const titles = [
    "Main_Page",
    "AC/DC",
    "/",
    "/dev/null",
    "a//b",
    "a/",
    "50%",
    "100%25",
    "What?",
    "C#",
    "A&B=C",
    "A+B",
    'Say_"cheese"',
    "NA",
    "Zürich",
    "👩‍👩‍👧",
    "\u2028",
    "latest",
    "..x",
  ];
  await place.store(H18, {
    dump: titles.map((title, i) => `en ${title} ${100 - i} 0\n`).join(""),
  });
  for (const [i, title] of titles.entries()) {
    const answer = await place.json(`/v1/pages/en/${encodeURIComponent(title)}`);
    assertEquals([answer.title, answer.series[0].hours[0].views], [title, 100 - i], title);
  }
  // Slashes may stay as they are, and spaces are underscores.
  const spellings: Record<string, string> = {
    "AC/DC": "AC/DC",
    "AC%2FDC": "AC/DC",
    "AC%2fDC": "AC/DC",
    "a//b": "a//b",
    "a/": "a/",
    "/dev/null": "/dev/null",
    "Main%20Page": "Main_Page",
    "Main_Page": "Main_Page",
    "A+B": "A+B",
    "100%2525": "100%25",
  };
  for (const [spelling, title] of Object.entries(spellings)) {
    const answer = await place.json(`/v1/pages/en.wikipedia/${spelling}`);
    assertEquals([answer.title, answer.series?.[0].hours[0].rank > 0], [title, true], spelling);
  }
});

Deno.test("pageHistory() finds titles that are hard to write", async () => {
  await using place = await HandlerFixture.open();
  await storeReport(place.folder, nastyReport());
  const { pages } = nastyReport().domains.find(({ code }) => code === "en")!;
  for (const { title, rank, views } of pages) {
    if (title === "" || title === " ") continue;
    const { series } = await place.json(`/v1/pages/en/${encodeURIComponent(title)}`);
    assertEquals(series[0].hours, [{ hour: H18, rank, views }], JSON.stringify(title));
  }
});

Deno.test("pageHistory() refuses what cannot be a title", async () => {
  await using place = await open();
  for (const title of ["%FF", "%E0%A4%A", "%"]) {
    const response = await place.ask(`/v1/pages/en/${title}`);
    assertEquals([response.status, (await response.json()).type], [
      400,
      "urn:wikitop:problem:bad-parameter",
    ], title);
  }
  for (const path of ["/v1/pages/en/", "/v1/pages/en", "/v1/pages//Ada"]) {
    assertEquals((await place.ask(path)).status, 404, path);
  }
});

Deno.test("pageHistory() takes the hours that it is asked for, up to a limit", async () => {
  await using place = await HandlerFixture.open({ maxHours: 10 });
  await place.store(H17, { dump: "en Ada 1 0\n" });
  await place.store(H18, { dump: "en Ada 2 0\n" });
  const range = async (query: string) => {
    const { from, to, series, type } = await place.json(`/v1/pages/en/Ada${query}`);
    return type ?? [from, to, series[0].hours.length];
  };
  assertEquals(await range(""), ["2026-09-10T09", H18, 2]);
  assertEquals(await range(`?from=${H18}`), [H18, "2026-09-11T03", 1]);
  assertEquals(await range(`?to=${H17}`), ["2026-09-10T08", H17, 1]);
  assertEquals(await range(`?from=${H17}&to=2026091018`), [H17, H18, 2]);
  assertEquals(await range(`?from=${H18}&to=${H17}`), "urn:wikitop:problem:bad-parameter");
  assertEquals(await range(`?from=2026-09-10T08&to=${H18}`), "urn:wikitop:problem:bad-parameter");
  assertEquals(await range("?from=2026-09-12T01"), "urn:wikitop:problem:out-of-range");
  assertEquals(await range("?from=now"), "urn:wikitop:problem:bad-hour");
  assertEquals(await range("?top=1"), "urn:wikitop:problem:bad-parameter");
});

Deno.test("pageHistory() goes back no further than to the first dump", async () => {
  await using place = await HandlerFixture.open();
  await place.store("2015-05-01T02", { dump: "en Ada 1 0\n" });
  const { from, to } = await place.json("/v1/pages/en/Ada");
  assertEquals([from, to], ["2015-05-01T01", "2015-05-01T02"]);
});

Deno.test("pageHistory() of an empty store says so", async () => {
  await using place = await HandlerFixture.open();
  const response = await place.ask("/v1/pages/en/Ada");
  assertEquals([response.status, (await response.json()).type], [
    404,
    "urn:wikitop:problem:nothing-stored",
  ]);
});

Deno.test("pageHistory() reads no more of a report than its domain", async () => {
  let watched: WatchedStore | undefined;
  await using place = await HandlerFixture.open({
    openStore: (folder) => watched = new WatchedStore(folder),
  });
  const domain = (code: string) =>
    Array.from({ length: 25 }, (_, i) => `${code} Title_${i} ${100 - i} 0\n`).join("");
  const codes = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj"];
  const dump = codes.map(domain).join("");
  const { file } = await place.store(H17, { dump });
  await place.store(H18, { dump });
  const { series } = await place.json("/v1/pages/ee/Title_3");
  assertEquals(series[0].hours.map(({ rank }: { rank: number }) => rank), [4, 4]);
  assertEquals(
    watched!.calls.filter((call) => call.startsWith("read ")),
    [],
  );
  assert(watched!.bytes > 0 && watched!.bytes < 2 * file.bytes / 8, `${watched!.bytes}`);
});
