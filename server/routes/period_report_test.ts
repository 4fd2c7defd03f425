import { assert, assertEquals, assertMatch } from "@std/assert";
import { NASTY_TITLES, nastyReport, reportOf } from "../../core/testing/nasty_report.ts";
import { sampleServer } from "../../core/testing/sample_server.ts";
import { type Format, FORMAT_NAMES } from "../../core/mod.ts";
import { makeFrom } from "../testing/make_from.ts";
import { readPages } from "../testing/read_pages.ts";
import { HandlerFixture } from "../testing/handler_fixture.ts";
import { storeReport } from "../../core/testing/store_hour.ts";

const H18 = "2026-09-10T18";
const PATH = `/v1/hours/${H18}`;
const HEADER = "unit,period_start,domain_code,project,access,rank,views,title,mobile_share,flags\n";

/** What a page of a domain code has in JSON where nothing is to be marked. */
const PLAIN = { mobile_share: null, flags: "" };

/** A few domains of all kinds: readers of two sorts, another family, one without a language. */
const DUMP = `"" Z801 2 0
commons.m Image 4 0
de Berlin 7 0
de Paris 9 0
de.m.voy Berlin 3 0
en Ada_Lovelace 40 0
en Alan_Turing 30 0
en Zürich 30 0
en.b Cookbook 5 0
en.m Ada_Lovelace 50 0
`;

/** The domain codes and titles of an answer, in whatever format. */
function pagesOf(text: string, format: Format): string[] {
  return [...readPages(text, format)].flatMap(([code, pages]) =>
    pages.map(({ rank, title }) => `${code} ${rank} ${title}`)
  );
}

const ALL = [
  " 1 Z801",
  "commons.m 1 Image",
  "de 1 Paris",
  "de 2 Berlin",
  "de.m.voy 1 Berlin",
  "en 1 Ada_Lovelace",
  "en 2 Alan_Turing",
  "en 3 Zürich",
  "en.b 1 Cookbook",
  "en.m 1 Ada_Lovelace",
];

/** Filters, and the places in `ALL` that they leave. */
const FILTERS: Record<string, number[]> = {
  "": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  "domain=en.m": [9],
  "domain=en,en.m": [5, 6, 7, 9],
  "domain=en.m,en": [5, 6, 7, 9],
  "domain=en,en": [5, 6, 7],
  "domain=en*": [5, 6, 7, 8, 9],
  "domain=*.b": [8],
  "domain=*.m*": [1, 4, 9],
  "domain=*": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  "domain=en.wikipedia": [5, 6, 7, 9],
  "domain=*.wikivoyage": [4],
  "domain=%22%22": [0],
  "domain=xx,de": [2, 3],
  "project=en.wikipedia": [5, 6, 7, 9],
  "project=en.wikipedia,commons.wikimedia": [1, 5, 6, 7, 9],
  "project=wikifunctions": [0],
  "access=mobile": [4, 9],
  "access=desktop": [1, 2, 3, 5, 6, 7, 8],
  "access=all": [0],
  "top=1": [0, 1, 2, 4, 5, 8, 9],
  "top=25": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  "project=en.wikipedia&access=desktop": [5, 6, 7],
  "project=en.wikipedia&access=desktop&top=2": [5, 6],
  "domain=*.wikipedia&access=mobile": [9],
  "domain=en*&project=en.wikibooks": [8],
};

Deno.test("hourReport() gives the same part of a report in each format", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18, { dump: DUMP });
  for (const [filter, left] of Object.entries(FILTERS)) {
    for (const format of FORMAT_NAMES) {
      const path = `${PATH}?${filter}&format=${format}`.replace("?&", "?");
      const response = await place.ask(path);
      const text = await response.text();
      assertEquals(response.status, 200, `${path}: ${text}`);
      assertEquals(pagesOf(text, format), left.map((i) => ALL[i]), path);
    }
  }
});

Deno.test("hourReport() has the denied pages that would rank as JSON, and not as CSV", async () => {
  await using place = await HandlerFixture.open();
  const denied = "de Paris\nen.wikipedia A*\n* Ada_Lovelace\n";
  await place.store(H18, { denied, denylist: "cd".repeat(32) });
  const { domains } = await place.json(PATH) as { domains: Record<string, unknown>[] };
  assertEquals(domains.map(({ domain_code, denied }) => [domain_code, denied]), [
    ["de", [{ rank: 1, views: 9, title: "Paris", ...PLAIN }]],
    ["en", [{ rank: 1, views: 40, title: "Ada_Lovelace", ...PLAIN }]],
    ["en.m", [{ rank: 1, views: 50, title: "Ada_Lovelace", ...PLAIN }]],
  ]);
  for (const format of ["csv", "ndjson"]) {
    const text = await place.text(`${PATH}?format=${format}`);
    assert(text.includes("Zürich") && !text.includes("Ada_Lovelace"), text);
  }
});

Deno.test("hourReport() tells of the hour, of where it is from, and of all views", async () => {
  await using place = await HandlerFixture.open();
  const sources = [{
    hour: H18,
    url: "https://example.org/pageviews-20260910-180000.gz",
    bytes: 5,
    sha256: "ab".repeat(32),
    etag: '"x"',
    last_modified: null,
  }];
  await place.store(H18, { dump: DUMP, metadata: { sources }, denylist: "cd".repeat(32), top: 2 });
  assertEquals(await place.json(`${PATH}?domain=en.m,de&top=1`), {
    period: H18,
    unit: "hour",
    period_start: "2026-09-10T17:00:00Z",
    period_end: "2026-09-10T18:00:00Z",
    edition: "each",
    sources,
    parameters: { top: 1, ties: "row", denylist: { url: "denylist", sha256: "cd".repeat(32) } },
    counts: { lines: 10, views: 180, domains: 7, denied: 0, repeated: 0, malformed: {} },
    domains: [
      {
        domain_code: "de",
        project: "de.wikipedia",
        access: "desktop",
        host: "de.wikipedia.org",
        views: 16,
        pages: [{ rank: 1, views: 9, title: "Paris", ...PLAIN }],
        denied: [],
      },
      {
        domain_code: "en.m",
        project: "en.wikipedia",
        access: "mobile",
        host: "en.wikipedia.org",
        views: 50,
        pages: [{ rank: 1, views: 50, title: "Ada_Lovelace", ...PLAIN }],
        denied: [],
      },
    ],
  });
  // It is asked for more than it has.
  assertEquals((await place.json(`${PATH}?top=25`)).parameters.top, 2);
});

Deno.test("hourReport() has no host for a domain of an unknown family", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18, { dump: "xx.q.z.y Page 1 0\n" });
  const { domains: [domain] } = await place.json(PATH);
  assertEquals([domain.domain_code, domain.project, "host" in domain], [
    "xx.q.z.y",
    "xx.q.z.y",
    false,
  ]);
});

Deno.test("hourReport() finds nothing for a filter that fits nothing, and says so", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18, { dump: DUMP });
  const filters = [
    "domain=xx",
    "domain=EN",
    "project=en",
    "project=en.wikipedia&access=all",
    "domain=de&project=en.wikipedia",
    "domain=e.",
    "domain=%5Ben%5D",
    "project=",
  ];
  for (const filter of filters) {
    for (const format of FORMAT_NAMES) {
      const response = await place.ask(`${PATH}?${filter}&format=${format}`);
      assertEquals(response.status, 404, filter);
      assertEquals(response.headers.get("content-type"), "application/problem+json");
      const { type, detail } = await response.json();
      assertEquals(type, "urn:wikitop:problem:unknown-project");
      assert(detail.includes(`${PATH}/domains`), detail);
    }
  }
});

Deno.test("hourReport() gives an hour without any page as it is", async () => {
  await using place = await HandlerFixture.open();
  await storeReport(place.folder, reportOf([]));
  assertEquals(await place.text(`${PATH}?format=csv`), HEADER);
  assertEquals(await place.text(`${PATH}?format=ndjson`), "");
  assertEquals((await place.json(PATH)).domains, []);
  assertEquals((await place.json(`${PATH}?top=3&format=json`)).domains, []);
  assertEquals((await place.ask(`${PATH}?domain=*`)).status, 404);
});

Deno.test("hourReport() refuses parameters that it does not understand", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18);
  const wrong = [
    "top=0",
    "top=26",
    "top=-1",
    "top=1.5",
    "top=1e1",
    "top=+1",
    "top=",
    "top=%D9%A1",
    "access=phone",
    "access=",
    "access=Mobile",
    "format=xml",
    "format=CSV",
    "format=",
    "make=maybe",
    "wait=61",
    "wait=-1",
    "wait=1s",
    "tops=1",
    "Top=1",
    "top=1&top=1",
    "domain=en&domain=de",
    "domain=*a*b*",
    `domain=${"x,".repeat(50)}`,
    `project=${"x,".repeat(50)}`,
  ];
  for (const query of wrong) {
    const response = await place.ask(`${PATH}?${query}`);
    const { type, detail } = await response.json();
    assertEquals([response.status, type], [400, "urn:wikitop:problem:bad-parameter"], query);
    assertMatch(detail, /^Cannot use /);
  }
  assertEquals((await place.ask(`${PATH}?domain=en${",x".repeat(49)}`)).status, 200);
  assertEquals((await place.ask(`${PATH}?domain=*n*`)).status, 200);
});

const TYPES: Record<Format, string> = {
  json: "application/json",
  csv: "text/csv; charset=utf-8; header=present",
  ndjson: "application/x-ndjson",
};

Deno.test("hourReport() writes what the client accepts, unless the query says otherwise", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18);
  const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
  const wishes: [accept: string, query: string, Format][] = [
    ["*/*", "", "json"],
    ["text/csv", "", "csv"],
    ["application/x-ndjson", "", "ndjson"],
    ["text/csv;q=0.5, application/x-ndjson", "", "ndjson"],
    [browser, "", "json"],
    [browser, "?format=csv", "csv"],
    ["image/png", "?format=ndjson", "ndjson"],
    ["text/csv", "?format=json", "json"],
  ];
  for (const [accept, query, format] of wishes) {
    const response = await place.ask(PATH + query, { headers: { accept } });
    assertEquals(response.headers.get("content-type"), TYPES[format], accept + query);
    assertEquals(readPages(await response.text(), format).size, 3);
    assertMatch(response.headers.get("vary")!, /\bAccept\b/);
  }
  const refused = await place.ask(PATH, { headers: { accept: "image/png, text/html" } });
  assertEquals(refused.status, 406);
  assertEquals((await refused.json()).type, "urn:wikitop:problem:not-acceptable");
});

Deno.test("hourReport() keeps titles that are hard to write", async () => {
  await using place = await HandlerFixture.open({ maxTop: 100 });
  await storeReport(place.folder, nastyReport());
  const expected = nastyReport().domains.filter(({ pages }) => pages.length > 0);
  for (const format of FORMAT_NAMES) {
    for (const query of ["", "&domain=*", "&top=99"]) {
      const read = readPages(await place.text(`${PATH}?format=${format}${query}`), format);
      for (const { code, pages } of expected) {
        assertEquals(read.get(code), pages, `${format} ${query} ${code}`);
      }
    }
    const codes = [...readPages(await place.text(`${PATH}?format=${format}&top=99`), format)];
    const inOrder = nastyReport().domains.filter(({ pages }) =>
      pages.length > 0 || format === "json"
    );
    assertEquals(codes.map(([code]) => code), inOrder.map(({ code }) => code), format);
    const only = readPages(await place.text(`${PATH}?format=${format}&domain=en`), format);
    assertEquals([...only.keys()], ["en"]);
    assertEquals(only.get("en")!.map(({ title }) => title), NASTY_TITLES);
  }
});

Deno.test("hourReport() finds domains of odd codes", async () => {
  await using place = await HandlerFixture.open({ maxTop: 100 });
  await storeReport(place.folder, nastyReport());
  for (const { code, views, pages } of nastyReport().domains) {
    const name = code === "" ? '""' : code;
    if (name.includes(",")) continue;
    const { domains } = await place.json(`${PATH}?domain=${encodeURIComponent(name)}`);
    assertEquals(domains.length, 1, code);
    assertEquals([domains[0].domain_code, domains[0].views], [code, views]);
    assertEquals(domains[0].pages, pages.map((page) => ({ ...page, ...PLAIN })), code);
  }
});

Deno.test("hourReport() keeps the bytes of a dump that no decoder can read", async () => {
  await using place = await HandlerFixture.open();
  const bytes = [..."en A"].map((letter) => letter.charCodeAt(0));
  const dump = new Uint8Array([...bytes, 0xff, 0xc3, ...[..." 7 0\n"].map((c) => c.charCodeAt(0))]);
  await place.store(H18, { dump: dump as unknown as string });
  for (const format of FORMAT_NAMES) {
    const text = await place.text(`${PATH}?format=${format}`);
    assertEquals(readPages(text, format).get("en")![0]!.title, "A\ufffd\ufffd");
  }
});

Deno.test("hourReport() gives the same bytes for the same request, at hand or not", async () => {
  await using place = await HandlerFixture.open({ freshFor: 60_000 });
  await using other = await HandlerFixture.open({ cacheBytes: 4000 });
  await place.store(H18, { dump: DUMP });
  await other.store(H18, { dump: DUMP });
  for (const format of FORMAT_NAMES) {
    const answers = new Set<string>();
    const tags = new Set<string | null>();
    for (
      const { ask } of [place, place, other, other].map((place) => ({ ask: place.ask.bind(place) }))
    ) {
      const response = await ask(`${PATH}?format=${format}`);
      tags.add(response.headers.get("etag"));
      answers.add(await response.text());
    }
    assertEquals([answers.size, tags.size], [1, 1]);
  }
  assertEquals([place.metrics.hits, other.metrics.hits], [3, 0]);
});

Deno.test("hourReport() answers rightly with next to no memory", async () => {
  await using place = await HandlerFixture.open({ cacheBytes: 4096, freshFor: 60_000 });
  const titles = Array.from({ length: 400 }, (_, i) => `en.m Title_${i} ${1000 - i} 0\n`).join("");
  const hours = ["2026-09-10T16", "2026-09-10T17", H18];
  for (const [i, hour] of hours.entries()) {
    await place.store(hour, { dump: `de ${i} 1 0\n${titles}` });
  }
  for (let round = 0; round < 5; round++) {
    for (const [i, hour] of hours.entries()) {
      const [small, large] = await Promise.all([
        place.json(`/v1/hours/${hour}?domain=de`),
        place.json(`/v1/hours/${hour}`),
      ]);
      assertEquals(small.domains[0].pages, [{ rank: 1, views: 1, title: `${i}`, ...PLAIN }]);
      assertEquals([large.period, large.domains[1].pages.length], [hour, 25]);
    }
  }
});

Deno.test("hourReport() shows a report that has been replaced, once it is not fresh any more", async () => {
  await using place = await HandlerFixture.open({ freshFor: 200 });
  const made = (at: string) => ({ made: { at, by: "wikitop/test", seconds: 1 } });
  await place.store(H18, { dump: "en Old 1 0\n", metadata: made("2026-09-10T19:00:00Z") });
  const before = await place.ask(PATH);
  assert((await before.text()).includes("Old"));
  await place.store(H18, { dump: "de.m New 2 0\n", metadata: made("2026-09-11T19:00:00Z") });
  let after = await place.ask(PATH);
  for (let tries = 0; tries < 200; tries++) {
    if (after.headers.get("etag") !== before.headers.get("etag")) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
    after = await place.ask(PATH);
  }
  const text = await after.text();
  assert(text.includes("New") && !text.includes("Old"), text);
  assertEquals(after.headers.get("last-modified"), "Fri, 11 Sep 2026 19:00:00 GMT");
  const again = { headers: { "if-none-match": before.headers.get("etag")! } };
  assertEquals((await place.ask(PATH, again)).status, 200);
});

Deno.test("hourReport() opens a report anew that has turned out to be replaced", async () => {
  await using place = await HandlerFixture.open({ freshFor: 60_000 });
  await place.store(H18, { dump: "de Old 1 0\nen Old 1 0\n" });
  await place.text(`${PATH}?domain=de`);
  await place.store(H18, { dump: "de New_title 2 0\nen New_title 2 0\n" });
  for (const query of ["?domain=en", "?format=csv", ""]) {
    const text = await place.text(PATH + query);
    assert(text.includes("New_title") && !text.includes("Old"), text);
  }
});

Deno.test("hourReport() shows what changed though the rows are the same", async () => {
  await using place = await HandlerFixture.open();
  const metadata = (denied: number, at: string) => ({
    counts: { lines: 6, views: 166, domains: 3, denied, repeated: 0, malformed: {} },
    made: { at, by: "wikitop/test", seconds: 1 },
  });
  await place.store(H18, { metadata: metadata(1, "2026-09-10T19:00:00Z") });
  assertEquals((await place.json(PATH)).counts.denied, 1);
  await place.store(H18, { metadata: metadata(2, "2026-09-10T20:00:00Z") });
  assertEquals((await place.json(PATH)).counts.denied, 2);
});

Deno.test("hourReport() shows no half of a report that is being replaced all the while", async () => {
  await using place = await HandlerFixture.open({ freshFor: 5, readOnly: true });
  const versions = ["Long", "Longer", "Longest"].map((title) =>
    Array.from({ length: 30 }, (_, i) => `c${String(i).padStart(2, "0")} ${title} 1 0\n`).join("")
  );
  await place.store(H18, { dump: versions[0]! });
  let isOver = false;
  const writer = (async () => {
    for (let i = 1; !isOver; i++) {
      const at = new Date(Date.UTC(2026, 8, 11, 0, 0, i)).toISOString();
      const metadata = { made: { at, by: "wikitop/test", seconds: 1 } };
      await place.store(H18, { dump: versions[i % 3]!, metadata });
    }
  })();
  let shown = 0;
  for (let i = 0; i < 60; i++) {
    const response = await place.ask(`${PATH}?domain=${["*", "c05", "c01,c02"][i % 3]}`);
    if (response.status === 403) continue; // Five times in a row it was replaced.
    const { domains } = await response.json();
    const titles = domains.flatMap(({ pages }: { pages: { title: string }[] }) =>
      pages.map(({ title }) => title)
    );
    assertEquals(new Set(titles).size, 1, titles.join());
    shown++;
  }
  assert(shown > 0);
  isOver = true;
  await writer;
});

Deno.test("hourReport() sends an hour that is written otherwise to its name, with the query", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18);
  const spellings = [
    "2026091018",
    "20260910-180000",
    "2026-09-10%2018:00",
    "2026-09-10T18:00:00Z",
    "2026-09-10T18:00:00%2B00:00",
    "2026-09-10t18",
    "%20" + H18,
    "pageviews",
  ];
  for (const spelling of spellings.slice(0, -1)) {
    for (const [rest, query] of [["", "?domain=en,de&top=1"], ["", ""], ["/domains", "?wait=0"]]) {
      const response = await place.ask(`/v1/hours/${spelling}${rest}${query}`);
      assertEquals(response.status, 308, spelling);
      const location = response.headers.get("location")!;
      assertEquals(location, `${PATH}${rest}${query}`);
      assertEquals(response.headers.get("access-control-allow-origin"), "*");
      assertEquals((await place.ask(location)).status, 200);
    }
  }
  assertEquals((await place.ask(`/v1/hours/${spellings.at(-1)}`)).status, 400);
});

Deno.test("hourReport() tells what is wrong with an hour", async () => {
  await using place = await HandlerFixture.open();
  const wrong: Record<string, [status: number, kind: string]> = {
    "2026-09-10": [400, "bad-hour"],
    "2026-09-10T18:30": [400, "bad-hour"],
    "2026-09-10T18:00%2B02:00": [400, "bad-hour"],
    ["x".repeat(1000)]: [400, "bad-hour"],
    "2026-09-31T00": [404, "out-of-range"],
    "2026-09-10T24": [404, "out-of-range"],
    "2015-05-01T00": [404, "out-of-range"],
    "2026-09-12T01": [404, "out-of-range"],
  };
  for (const [hour, [status, kind]] of Object.entries(wrong)) {
    const response = await place.ask(`/v1/hours/${hour}`);
    const { type, detail } = await response.json();
    assertEquals([response.status, type], [status, `urn:wikitop:problem:${kind}`], hour);
    assertMatch(detail, /^Invalid hour "/);
  }
});

Deno.test("hourReport() shows only hours that are as they have to be", async () => {
  await using place = await HandlerFixture.open({
    readOnly: true,
    criteria: { top: 10, ties: "rank" },
  });
  await place.store(H18, { top: 25, ties: "rank" });
  await place.store("2026-09-10T17", { top: 9, ties: "rank" });
  await place.store("2026-09-10T16", { top: 25, ties: "row" });
  assertEquals((await place.ask(PATH)).status, 200);
  assertEquals((await place.ask("/v1/hours/2026-09-10T17")).status, 403);
  assertEquals((await place.ask("/v1/hours/2026-09-10T16?make=no")).status, 404);
});

Deno.test("hourReport() takes a report that is damaged for not stored", async () => {
  await using place = await HandlerFixture.open({ readOnly: true });
  await place.store(H18);
  await Deno.truncate(`${place.folder}/2026/09/${H18}.csv`, 60);
  for (const query of ["?domain=en.m", ""]) {
    const response = await place.ask(PATH + query);
    assertEquals(response.status, 403);
    assertEquals(response.headers.get("cache-control"), "no-store");
  }
  assertEquals(place.errors, []);
});

Deno.test("hourReport() makes a report again that is damaged or gone", async () => {
  await using server = sampleServer();
  await using place = await HandlerFixture.open({
    queue: (folder) => ({ make: makeFrom(server.url, folder) }),
  });
  const path = `${place.folder}/2026/09/${H18}.csv`;
  // Each a part of its own, for what was asked for before is still at hand.
  assertMatch(await place.text(`${PATH}?domain=en&format=csv`), /,en,en\.wikipedia,/);
  await Deno.truncate(path, 60);
  assertMatch(await place.text(`${PATH}?domain=de&format=csv`), /,de,de\.wikipedia,/);
  await Deno.remove(path);
  assertMatch(await place.text(`${PATH}?domain=fr&format=csv`), /,fr,fr\.wikipedia,/);
  assertEquals(server.paths.length, 3);
});

Deno.test("hourReport() gives the first edition that is stored, and for access=all the one that sums it", async () => {
  await using place = await HandlerFixture.open({ readOnly: true });
  await place.store(H18, { dump: "en Ada 40 0\nen.m Ada 50 0\n" });
  const of = async (query: string) => {
    const { edition, domains, detail } = await place.json(`/v1/hours/${H18}?${query}`);
    return detail ?? [edition, ...domains.map(({ views }: { views: number }) => views)];
  };
  assertEquals(await of("edition=all,each"), ["each", 40, 50]);
  assertMatch(await of("project=en.wikipedia&access=all"), /not summed.*--access each,all/);
  await place.store(H18, { dump: "en.wikipedia Ada 90 0\n", edition: "all" });
  assertEquals(await of("edition=all,each"), ["all", 90]);
  assertEquals(await of("edition=articles,each"), ["each", 40, 50]);
  assertEquals(await of("project=en.wikipedia&access=all"), ["all", 90]);
  assertEquals(await of("project=en.wikipedia"), ["each", 40, 50]);
  assertEquals(await of("edition=all"), ["all", 90]);
  assertMatch(await of("edition=all,some"), /it is none of each, all/);
});

Deno.test("hourReport() takes projects as patterns, as the command line does", async () => {
  await using place = await HandlerFixture.open();
  await place.store(H18, { dump: "de A 1 0\nde.b A 1 0\nen A 1 0\nen.m A 1 0\n" });
  const codes = async (project: string) =>
    (await place.json(`/v1/hours/${H18}?project=${project}`)).domains.map((
      { domain_code }: { domain_code: string },
    ) => domain_code);
  assertEquals(await codes("*.wikipedia"), ["de", "en", "en.m"]);
  assertEquals(await codes("de.*,frwiki"), ["de", "de.b"]);
  assertEquals((await place.ask(`/v1/hours/${H18}?project=*.*.*`)).status, 400);
});
