import { assertEquals, assertMatch } from "@std/assert";
import { HandlerFixture } from "../testing/handler_fixture.ts";

const DAY = "2026-09-10";
const PATH = "/metrics/pageviews/top/en.wikipedia";

/** Both kinds of readers, and projects whose names do not follow from their codes. */
const DUMP = `"" Z801 2 0
commons.m Image 4 0
commons.m.m Picture 3 0
en - 90 0
en Ada_Lovelace 40 0
en Alan_Turing 30 0
en Zürich 30 0
en.m Ada_Lovelace 50 0
en.m AC/DC 7 0
en.zero Nothing 1 0
m.wd Q1 3 0
www.w MediaWiki 5 0
www.wd Q42 8 0
`;
const ALL = `commons.m Image 7 0
en Ada_Lovelace 90 0
en AC/DC 7 0
www.wd Q42 8 0
"" Z801 2 0
`;

/** The articles of an answer, each with its rank and views. */
// deno-lint-ignore no-explicit-any
function titlesOf(answer: any): string[] {
  const articles: { article: string; views: number; rank: number }[] = answer.items[0].articles;
  return articles.map(({ article, views, rank }) => `${rank} ${article} ${views}`);
}

async function place(): Promise<HandlerFixture> {
  const place = await HandlerFixture.open();
  await place.store(DAY, { dump: DUMP });
  return place;
}

Deno.test("topArticles() answers in the very shape of Wikimedia's own API", async () => {
  await using served = await place();
  const response = await served.ask(`${PATH}/mobile-web/2026/09/10`);
  assertEquals(response.headers.get("content-type"), "application/json; charset=utf-8");
  assertEquals(
    await response.text(),
    '{"items":[{"project":"en.wikipedia","access":"mobile-web","year":"2026","month":"09",' +
      '"day":"10","articles":[{"article":"Ada_Lovelace","views":50,"rank":1},' +
      '{"article":"AC/DC","views":7,"rank":2}]}]}',
  );
});

Deno.test("topArticles() knows projects as Wikimedia's own API does", async () => {
  await using served = await place();
  const cases: [project: string, name: string, first: string][] = [
    ["en.wikipedia", "en.wikipedia", "1 - 90"],
    ["en.wikipedia.org", "en.wikipedia", "1 - 90"],
    ["EN.Wikipedia.ORG", "en.wikipedia", "1 - 90"],
    ["www.en.wikipedia.org", "en.wikipedia", "1 - 90"],
    ["En.wikipedia", "en.wikipedia", "1 - 90"],
    ["enwiki", "en.wikipedia", "1 - 90"],
    ["commons.wikimedia", "commons.wikimedia", "1 Image 4"],
    ["mediawiki", "mediawiki", "1 MediaWiki 5"],
    ["www.mediawiki", "mediawiki", "1 MediaWiki 5"],
    ["www.mediawiki.org", "mediawiki", "1 MediaWiki 5"],
    ["wikidata", "wikidata", "1 Q42 8"],
  ];
  for (const [written, name, first] of cases) {
    const path = `/metrics/pageviews/top/${written}/desktop/2026/09/10`;
    const answer = await served.json(path);
    assertEquals([answer.items[0].project, titlesOf(answer)[0]], [name, first], written);
  }
  const { status, detail } = await served.json(
    "/metrics/pageviews/top/en.wikipeda/desktop/2026/09/10",
  );
  assertEquals(status, 404);
  assertMatch(detail, /did you mean "en.wikipedia"\?$/);
  assertMatch(
    (await served.json("/metrics/pageviews/top/wikifunctions/desktop/2026/09/10")).detail,
    /ask for all-access$/,
  );
});

Deno.test("topArticles() has the readers of all-access from their own edition", async () => {
  await using served = await place();
  const path = `${PATH}/all-access/2026/09/10`;
  const { detail } = await served.json(path);
  assertMatch(
    detail,
    /^The date\(s\) you used are valid, but we either do not have data for those/,
  );
  assertMatch(detail, /with "wikitop run 2026-09-10 --access each,all"$/);
  await served.store(DAY, { dump: ALL, edition: "all" });
  assertEquals(titlesOf(await served.json(path)), ["1 Ada_Lovelace 90", "2 AC/DC 7"]);
  const wikifunctions = "/metrics/pageviews/top/wikifunctions/all-access/2026/09/10";
  assertEquals(titlesOf(await served.json(wikifunctions)), ["1 Z801 2"]);
  // Beside it, the others stay as they are.
  assertEquals(titlesOf(await served.json(`${PATH}/desktop/2026/09/10`))[1], "2 Ada_Lovelace 40");
});

Deno.test("topArticles() answers of months, by all-days", async () => {
  await using served = await place();
  await served.store("2026-08", { dump: DUMP });
  const answer = await served.json(`${PATH}/mobile-web/2026/08/all-days`);
  const { year, month, day } = answer.items[0];
  assertEquals([year, month, day], ["2026", "08", "all-days"]);
  assertEquals(titlesOf(answer)[0], "1 Ada_Lovelace 50");
});

Deno.test("topArticles() ranks by Wikimedia's own rules where it is asked to", async () => {
  await using served = await place();
  const path = `${PATH}/desktop/2026/09/10`;
  const stored = ["1 - 90", "2 Ada_Lovelace 40", "3 Alan_Turing 30", "4 Zürich 30"];
  assertEquals(titlesOf(await served.json(path)), stored);
  assertEquals(titlesOf(await served.json(`${path}?rules=aqs`)), [
    "1 Ada_Lovelace 40",
    "2 Alan_Turing 30",
    "2 Zürich 30",
  ]);
  assertEquals((await served.ask(`${path}?rules=mine`)).status, 400);
});

Deno.test("topArticles() lists a thousand articles of a day that has more", async () => {
  await using served = await HandlerFixture.open();
  const lines = Array.from({ length: 1500 }, (_, i) => `en P${10_000 + i} ${9000 - i} 0\n`);
  await served.store(DAY, { dump: lines.join(""), top: 1200 });
  const { items: [{ articles }] } = await served.json(`${PATH}/desktop/2026/09/10`);
  assertEquals([articles.length, articles.at(-1).rank], [1000, 1000]);
});

Deno.test("topArticles() makes nothing, and says how to have it made", async () => {
  await using served = await HandlerFixture.open({ makes: ["hour", "day"] });
  const detailOf = async (rest: string) => (await served.json(`${PATH}/${rest}`)).detail;
  assertMatch(await detailOf("desktop/2026/09/10"), /GET \/v1\/periods\/2026-09-10 makes it$/);
  assertMatch(
    await detailOf("desktop/2026/08/all-days"),
    /make it with "wikitop run 2026-08", or start .* --make hour,day,month$/,
  );
  assertMatch(await detailOf("mobile-app/2026/09/10"), /ask for mobile-web, which answers with/);
  assertEquals(served.queues.make.all, []);
});

Deno.test("topArticles() refuses dates that there are not, and those to come", async () => {
  await using served = await HandlerFixture.open();
  const cases: [rest: string, status: number][] = [
    ["2026/9/10", 400],
    ["2026/02/30", 400],
    ["2026/13/all-days", 400],
    ["2026/09/all", 400],
    ["26/09/10", 400],
    ["2026/09/12", 404],
    ["2026/09/all-days", 404],
    ["2014/09/10", 404],
  ];
  for (const [rest, status] of cases) {
    assertEquals((await served.ask(`${PATH}/desktop/${rest}`)).status, status, rest);
  }
});
