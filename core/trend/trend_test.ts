import { assert, assertEquals, assertRejects } from "@std/assert";
import { Random } from "../../testdata/random.ts";
import { Hour, listPeriods, openReport, parsePeriod, type Store } from "../mod.ts";
import { storeHour, type StoreHourOptions, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { textOf } from "../testing/text_of.ts";
import { trendTable } from "./columns.ts";
import { findPast, TooFewPeriodsError } from "./past.ts";
import { encodeTable } from "./table.ts";
import { readTrend, type Trend } from "./trend.ts";

const NOW = Hour.parse("2026-09-10T18");

async function trendOf(
  store: Store,
  label = NOW.label,
  isWanted: (code: string) => boolean = () => true,
): Promise<Trend> {
  const current = (await openReport(store, parsePeriod(label), { incomplete: true }))!;
  const past = await findPast(current, {
    list: (options) => listPeriods(store, options),
    open: async (period) => await openReport(store, period, { incomplete: true }),
  });
  return await readTrend(current, past, { isWanted });
}

const DUMP = "en Ada 9 0\nen Eve 8 0\nen Low 1 0\n";

async function storeHours(
  folder: string,
  hours: readonly number[],
  options: StoreHourOptions = { dump: DUMP },
): Promise<void> {
  for (const before of hours) await storeHour(folder, NOW.plus(-before).label, options);
}

/** The views of a generated hour: by domain and title. */
type Views = Map<string, Map<string, number>>;

/** The rows that should come out, reckoned with nothing of what is tested. */
function naiveRises(now: Views, past: Views[], top: number): string[] {
  const topOf = (pages: Map<string, number> | undefined) =>
    [...pages ?? []]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, top);
  const middle = (values: number[]) => {
    values.sort((a, b) => a - b);
    return (values[Math.ceil(values.length / 2) - 1]! + values[Math.floor(values.length / 2)]!) / 2;
  };
  return [...now.keys()].sort().flatMap((code) => {
    const lists = past.map((hour) => topOf(hour.get(code)));
    const rows = topOf(now.get(code)).map(([title, views], order) => {
      const at = (missing: (list: [string, number][]) => number) =>
        middle(lists.map((list) => list.find(([other]) => other === title)?.[1] ?? missing(list)));
      const most = at((list) => list.length === 0 ? 1 : list[list.length - 1]![1]);
      const least = at(() => 0);
      const word = most === least ? "exact" : "at-least";
      return { order, views, rise: views / most, row: [code, title, views, most, word].join(" ") };
    });
    return rows
      .filter(({ rise }) => rise > 1)
      .sort((a, b) => b.rise - a.rise || a.order - b.order)
      .map(({ row }) => row);
  });
}

Deno.test("readTrend() reckons as a naive reckoning does over generated hours", async () => {
  const random = new Random(13);
  const top = 5;
  const words: string[] = [];
  for (let round = 0; round < 4; round++) {
    await using temp = await tempFolder();
    const hours = new Map<number, Views>();
    for (let before = 40; before >= 0; before--) {
      if (before > 0 && random.chance(0.3)) continue;
      const views: Views = new Map();
      for (const code of ["de", "en", "en.m", "zh"]) {
        if (random.chance(0.1)) continue;
        const pages = new Map<string, number>();
        for (let i = 0; i < 12; i++) {
          // A few pages are nearly always in the list; few different views, so that there are ties.
          const isPopular = i < 3;
          if (!random.chance(isPopular ? 0.95 : 0.5)) continue;
          pages.set(`Page_${i}`, random.between(1, 30) + (isPopular ? 20 : 0));
        }
        if (pages.size > 0) views.set(code, pages);
      }
      const lines = [...views].flatMap(([code, pages]) =>
        Array.from(pages, ([title, count]) => `${code} ${title} ${count} 0\n`)
      );
      await storeHour(temp.path, NOW.plus(-before).label, { dump: lines.join(""), top });
      hours.set(before, views);
    }
    const past = [...hours].filter(([before]) => before > 0).sort(([a], [b]) => a - b).slice(0, 24);
    const trend = await trendOf(storeIn(temp.path));
    assertEquals(
      trend.past.map(({ label }) => label),
      past.map(([before]) => NOW.plus(-before).label).reverse(),
    );
    const rows = trend.domains.flatMap(({ code, pages }) =>
      pages.map(({ title, views, past, isExact }) =>
        [code, title, views, past, isExact ? "exact" : "at-least"].join(" ")
      )
    );
    const expected = naiveRises(hours.get(0)!, past.map(([_, views]) => views), top);
    assertEquals(rows, expected);
    for (const row of expected) words.push(row.split(" ").at(-1)!);
  }
  // Both are to be seen.
  for (const word of ["exact", "at-least"]) {
    assert(words.filter((other) => other === word).length > 9, words.join());
  }
});

Deno.test("findPast() takes hours up to a week back that leave out the same pages and lack nothing", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  await storeHour(temp.path, NOW.label, { dump: "en Ada 90 0\n" });
  await storeHours(temp.path, [1, 5, 24, 100, 168, 169, -1]);
  await storeHours(temp.path, [2, 3], { dump: DUMP, denylist: "ab".repeat(32) });
  const error = await assertRejects(() => trendOf(store), TooFewPeriodsError);
  assertEquals(
    error.message,
    'Cannot tell what rises in hour "2026-09-10T18": 5 of the hours before it are stored, and 2 ' +
      "more that lack hours or have another denylist; it takes 6 at least",
  );
  const { first, last } = error.wanted!;
  assertEquals([first.label, last.label], ["2026-09-09T18", "2026-09-10T17"]);
  await storeHours(temp.path, [7]);
  const { past, domains } = await trendOf(store);
  assertEquals(past.map((hour) => NOW.since(hour as Hour)), [168, 100, 24, 7, 5, 1]);
  assertEquals(domains[0]!.pages[0]!.rise, 10);
});

Deno.test("findPast() compares a day with seven days, and leaves out those that lack hours", async () => {
  await using temp = await tempFolder();
  const store = storeIn(temp.path);
  for (let day = 1; day <= 10; day++) {
    const name = `2026-09-${String(day).padStart(2, "0")}`;
    const hours = { present: day === 8 ? 23 : 24, expected: 24 };
    const dump = `en Ada ${day === 10 ? 90 : 9} 0\n`;
    await storeHour(temp.path, name, { dump, metadata: { hours } });
  }
  const { past, domains } = await trendOf(store, "2026-09-10");
  assertEquals(past.map(({ label }) => label.slice(-2)), [
    "02",
    "03",
    "04",
    "05",
    "06",
    "07",
    "09",
  ]);
  assertEquals(domains[0]!.pages.map(({ rise }) => rise), [10]);
  await assertRejects(() => trendOf(store, "2026-09-03"), TooFewPeriodsError, "2 of the days");
});

Deno.test("findPast() of the first dump finds nothing to compare with", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2015-05-01T01", { dump: DUMP });
  const error = await assertRejects(
    () => trendOf(storeIn(temp.path), "2015-05-01T01"),
    TooFewPeriodsError,
    "none of the hours before it are stored; it takes 6 at least",
  );
  assertEquals(error.wanted, undefined);
});

Deno.test("encodeTable() writes the columns of a report and the rise, the same in each format", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, NOW.label, { dump: "en Ada 20 0\nen New 10 0\nzz X 1 0\n" });
  await storeHours(temp.path, [1, 2, 3, 4, 5, 6]);
  const trend = await trendOf(storeIn(temp.path));
  assertEquals(
    textOf(encodeTable(trendTable(trend), "csv")),
    [
      "unit,period_start,domain_code,project,access,rank,views,title,mobile_share,flags,past_views,rise,rise_is",
      'hour,2026-09-10T17:00:00Z,en,en.wikipedia,desktop,2,10,New,,"",1,10,at-least',
      'hour,2026-09-10T17:00:00Z,en,en.wikipedia,desktop,1,20,Ada,,"",9,2.22,exact',
      "",
    ].join("\n"),
  );
  const ndjson = textOf(encodeTable(trendTable(trend), "ndjson")).trimEnd().split("\n")
    .map((line) => JSON.parse(line));
  const { domains, past, period } = JSON.parse(textOf(encodeTable(trendTable(trend), "json")));
  assertEquals([period, past.length, domains.length], [NOW.label, 6, 2]);
  assertEquals(
    ndjson.map(({ title, past_views, rise, rise_is }) => [title, past_views, rise, rise_is]),
    [["New", 1, 10, "at-least"], ["Ada", 9, 2.22, "exact"]],
  );
  assertEquals(domains[0].pages[1], {
    rank: 1,
    views: 20,
    title: "Ada",
    mobile_share: null,
    flags: "",
    past_views: 9,
    rise: 2.22,
    rise_is: "exact",
  });
});
