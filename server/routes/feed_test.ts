import { assert, assertEquals } from "@std/assert";
import { XMLValidator } from "fast-xml-parser";
import { parseAtomFeed } from "feedsmith";
import { Hour } from "../../core/mod.ts";
import { nastyReport } from "../../core/testing/nasty_report.ts";
import { storeReport } from "../../core/testing/store_hour.ts";
import { HandlerFixture, type HandlerFixtureOptions } from "../testing/handler_fixture.ts";

const NOW = Hour.parse("2026-09-10T18");
const USUAL = "de Berlin 70 0\nen Main 90 0\nen Eve 10 0\nen.m Main 80 0\n";
const EN = "/feeds/en.wikipedia.atom";

/** A place with six hours alike, and one after them in which two pages are new. */
async function open(options?: HandlerFixtureOptions): Promise<HandlerFixture> {
  const place = await HandlerFixture.open(options);
  for (let before = 6; before > 0; before--) {
    await place.store(NOW.plus(-before).label, { dump: USUAL });
  }
  const dump = `${USUAL}en Ada_Lovelace 200 0\nen AC/DC_&_"<b>"? 20 0\nen.m Ada_Lovelace 1600 0\n`;
  await place.store(NOW.label, { dump });
  return place;
}

/** Reads a feed as feed readers do, and looks whether it has all that RFC 4287 wants. */
async function read(place: HandlerFixture, path: string) {
  const response = await place.ask(path);
  assertEquals(response.headers.get("content-type"), "application/atom+xml; charset=utf-8");
  const text = await response.text();
  assertEquals(XMLValidator.validate(text), true, text);
  const { entries = [], ...feed } = parseAtomFeed(text);
  assert(feed.authors?.[0]?.name !== undefined);
  const self = feed.links?.find(({ rel }) => rel === "self");
  assertEquals(self?.href, `http://wikitop.test${path}`);
  for (const one of [feed, ...entries]) {
    assert(one.id !== undefined && URL.canParse(one.id), one.id);
    assert(one.title?.value !== undefined);
    assertEquals(new Date(one.updated ?? "").toISOString().replace(".000", ""), one.updated);
    for (const { href } of one.links ?? []) assert(URL.canParse(href ?? ""), href);
  }
  assertEquals(new Set(entries.map(({ id }) => id)).size, entries.length);
  assertEquals(text.split("<entry>").length - 1, entries.length);
  return { ...feed, entries };
}

Deno.test("feed() is read by a feed parser: the new entries of each hour, with views and rise", async () => {
  await using place = await open();
  const { title, id, updated, entries } = await read(place, EN);
  assertEquals([title?.value, id, updated], [
    "en.wikipedia: new in the top 25",
    "urn:wikitop:feed:en.wikipedia:each",
    NOW.end,
  ]);
  assertEquals(
    entries.map(({ title, updated, links }) => [title?.value, updated, links?.[0]?.href]),
    [[
      "Ada Lovelace: 1,600 views, at least ×20",
      NOW.end,
      "https://en.wikipedia.org/wiki/Ada_Lovelace",
    ], [
      'AC/DC & "<b>"?: 20 views, at least ×2.0',
      NOW.end,
      "https://en.wikipedia.org/wiki/AC/DC_%26_%22%3Cb%3E%22%3F",
    ]],
  );
  const { content, id: first } = entries[0]!;
  assertEquals(first, "urn:wikitop:entry:en.wikipedia:each:2026-09-10T18:Ada_Lovelace");
  assertEquals(
    content?.value,
    "<p>Rank 1 (mobile), 1,600 views, at least ×20</p>" +
      "<p>Rank 1 (desktop), 200 views, at least ×20</p>" +
      '<p><a href="https://en.wikipedia.org/wiki/Ada_Lovelace">Article</a> · ' +
      '<a href="https://en.wikipedia.org/w/index.php?title=Ada_Lovelace&amp;action=history' +
      '&amp;offset=20260911180000">its history around that hour</a></p>',
  );
});

Deno.test("feed() keeps what it told of, with the same ids, and takes projects as people write them", async () => {
  await using place = await open();
  const { entries } = await read(place, EN);
  await place.store(NOW.plus(1).label, { dump: `${USUAL}en Ada_Lovelace 20 0\nen Kim 30 0\n` });
  const later = await read(place, EN);
  assertEquals(later.updated, NOW.plus(1).end);
  assertEquals(later.entries[0]?.title?.value, "Kim: 30 views, at least ×3.0");
  assertEquals(later.entries.slice(1), entries);
  const titles = async (path: string) =>
    (await read(place, path)).entries.map(({ title }) => title?.value);
  assertEquals((await titles("/feeds/enwiki.atom")).length, 3);
  assertEquals(await titles("/feeds/en.m.atom"), ["Ada Lovelace: 1,600 views, at least ×20"]);
  assertEquals(await titles("/feeds/de.wikipedia.atom"), []);
});

Deno.test("feed() can be read whatever titles there are", async () => {
  await using place = await HandlerFixture.open();
  const report = nastyReport();
  const denylist = report.parameters.denylist?.sha256 ?? null;
  for (let before = 6; before > 0; before--) {
    await place.store(NOW.plus(-before).label, { dump: "en Main 1 0\n", denylist });
  }
  await storeReport(place.folder, report);
  for (const { code } of report.domains) {
    const path = `/feeds/${encodeURIComponent(code)}.atom`;
    if (code !== "") await read(place, path);
  }
  const en = report.domains.find(({ code }) => code === "en")!;
  const { entries } = await read(place, "/feeds/en.atom");
  assert(entries.length > 5 && entries.length <= en.pages.length, String(entries.length));
});

Deno.test("feed() is answered from the cache until an hour of it is another one", async () => {
  await using place = await open();
  const first = await place.ask(EN);
  const etag = first.headers.get("etag")!;
  await first.body?.cancel();
  const again = () => place.ask(EN, { headers: { "if-none-match": etag } });
  assertEquals((await again()).status, 304);
  await place.store(NOW.plus(-3).label, { dump: `${USUAL}en Ada_Lovelace 9 0\n` });
  const changed = await again();
  assertEquals(changed.status, 200);
  assertEquals(parseAtomFeed(await changed.text()).entries?.length, 1);
});

Deno.test("feed() of a store with too few hours has no entries", async () => {
  await using place = await HandlerFixture.open();
  await place.store(NOW.label);
  assertEquals((await read(place, EN)).entries, []);
});

Deno.test("feed() of an edition is of its reports", async () => {
  await using place = await open();
  assertEquals((await place.ask(`${EN}?edition=all`)).status, 404);
  for (let before = 6; before >= 0; before--) {
    const dump = `en.wikipedia Main 170 0\n${
      before === 0 ? "en.wikipedia Ada_Lovelace 1800 0\n" : ""
    }`;
    await place.store(NOW.plus(-before).label, { dump, edition: "all" });
  }
  const { id, entries } = await read(place, `${EN}?edition=all`);
  assertEquals(id, "urn:wikitop:feed:en.wikipedia:all");
  assertEquals(entries.map(({ title, links }) => [title?.value, links?.[0]?.href]), [[
    "Ada Lovelace: 1,800 views, at least ×10",
    "https://en.wikipedia.org/wiki/Ada_Lovelace",
  ]]);
  assert(entries[0]?.content?.value?.startsWith("<p>Rank 1 (all), 1,800 views, at least ×10</p>"));
});
