import { assertEquals } from "@std/assert";
import { Random } from "../../testdata/random.ts";
import { openReport, parsePeriod, type StoredReport } from "../mod.ts";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { textOf } from "../testing/text_of.ts";
import { diffTable } from "./columns.ts";
import { changesOf, readDiff } from "./diff.ts";
import { encodeTable } from "./table.ts";

async function open(folder: string, label: string): Promise<StoredReport> {
  return (await openReport(storeIn(folder), parsePeriod(label)))!;
}

Deno.test("readDiff() tells what rose, fell, stayed, came and went, as far as both reports go", async () => {
  await using temp = await tempFolder();
  const [before, after] = ["2026-09-10T17", "2026-09-10T18"];
  await storeHour(temp.path, before, {
    dump: "de Tor 1 0\nen Ada 9 0\nen Bob 8 0\nen Eve 7 0\nen Kim 6 0\n",
  });
  await storeHour(temp.path, after, {
    dump: 'en Ada 9 0\nen Eve 8 0\nen "Bob 5 0\nen New,_"one" 6 0\nen.m Ada 1 0\n',
    top: 3,
  });
  const diff = await readDiff(
    await open(temp.path, before),
    await open(temp.path, after),
    () => true,
  );
  assertEquals(diff.top, 3);
  assertEquals(
    textOf(encodeTable(diffTable(diff), "csv")),
    [
      "unit,period_start,before_start,domain_code,project,access,change,rank_before,rank," +
      "views_before,views,title",
      "hour,2026-09-10T17:00:00Z,2026-09-10T16:00:00Z,de,de.wikipedia,desktop,went,1,,1,,Tor",
      "hour,2026-09-10T17:00:00Z,2026-09-10T16:00:00Z,en,en.wikipedia,desktop,stayed,1,1,9,9,Ada",
      "hour,2026-09-10T17:00:00Z,2026-09-10T16:00:00Z,en,en.wikipedia,desktop,rose,3,2,7,8,Eve",
      'hour,2026-09-10T17:00:00Z,2026-09-10T16:00:00Z,en,en.wikipedia,desktop,came,,3,,6,"New,_""one"""',
      "hour,2026-09-10T17:00:00Z,2026-09-10T16:00:00Z,en,en.wikipedia,desktop,went,2,,8,,Bob",
      "hour,2026-09-10T17:00:00Z,2026-09-10T16:00:00Z,en.m,en.wikipedia,mobile,came,,1,,1,Ada",
      "",
    ].join("\n"),
  );
  const { domains, before: named } = JSON.parse(textOf(encodeTable(diffTable(diff), "json")));
  assertEquals(named, before);
  assertEquals(domains[0].pages, [{
    change: "went",
    rank_before: 1,
    rank: null,
    views_before: 1,
    views: null,
    title: "Tor",
  }]);
});

Deno.test("changesOf() has each page of both lists once, and changes that the ranks bear out", () => {
  const random = new Random(7);
  const titles = Array.from({ length: 12 }, (_, i) => `Page_${i}`);
  const list = () =>
    random.shuffled(titles).slice(0, random.below(9)).map((title, i) => ({
      title,
      rank: i + 1,
      views: 100 - i,
    }));
  for (let round = 0; round < 200; round++) {
    const [before, after] = [list(), list()];
    const found = changesOf(before, after);
    const all = new Set([...before, ...after].map(({ title }) => title));
    assertEquals(found.map(({ title }) => title).sort(), [...all].sort());
    for (const { title, change } of found) {
      const placeIn = (pages: typeof before) => pages.findIndex((page) => page.title === title);
      const [i, j] = [placeIn(before), placeIn(after)];
      const expected = i < 0 ? "came" : j < 0 ? "went" : j < i ? "rose" : j > i ? "fell" : "stayed";
      assertEquals(change, expected);
    }
  }
});
