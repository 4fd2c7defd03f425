import { assert, assertEquals } from "@std/assert";
import { EDITIONS } from "../rank/edition.ts";
import { Hour } from "../time/hour.ts";
import { parsePeriod, periodAround, type Unit, UNITS } from "../time/period.ts";
import { entryKey, foldersBetween, parseEntryKey } from "./layout.ts";

Deno.test("entryKey() sorts hours by year and month, without a colon", () => {
  assertEquals(entryKey(Hour.parse("2026-09-10T18")), "2026/09/2026-09-10T18");
});

Deno.test("entryKey() goes by the hour's name, which is its end", () => {
  assertEquals(entryKey(Hour.parse("2026-01-01T00")), "2026/01/2026-01-01T00");
});

Deno.test("entryKey() has days among the hours, weeks and months in their year", () => {
  const keys = ["2026-09-10", "2026-W37", "2020-W53", "2026-09"].map((label) =>
    entryKey(parsePeriod(label))
  );
  assertEquals(keys, ["2026/09/2026-09-10", "2026/2026-W37", "2020/2020-W53", "2026/2026-09"]);
});

Deno.test("entryKey() names every edition but the first", () => {
  const hour = Hour.parse("2026-09-10T18");
  assertEquals(EDITIONS.map((edition) => entryKey(hour, edition)), [
    "2026/09/2026-09-10T18",
    "2026/09/2026-09-10T18.all",
    "2026/09/2026-09-10T18.articles",
    "2026/09/2026-09-10T18.all.articles",
  ]);
});

const LABELS: Record<Unit, string[]> = {
  hour: ["2015-05-01T01", "2024-02-29T00", "2026-01-01T00", "2999-12-31T23"],
  day: ["2015-05-01", "2024-02-29", "2026-01-01", "2999-12-31"],
  week: ["2015-W18", "2020-W53", "2021-W01", "2025-W01", "2026-W53", "2999-W52"],
  month: ["2015-05", "2024-02", "2025-12", "2026-01", "2999-12"],
};

for (const unit of UNITS) {
  Deno.test(`parseEntryKey() reads what entryKey() writes of a ${unit}, in any edition`, () => {
    for (const label of LABELS[unit]) {
      for (const edition of EDITIONS) {
        const key = entryKey(parsePeriod(label), edition);
        const name = parseEntryKey(key);
        assertEquals([`${name?.period}`, name?.period.unit, name?.edition], [label, unit, edition]);
        assertEquals(name && entryKey(name.period, name.edition), key);
      }
    }
  });
}

Deno.test("parseEntryKey() finds no period in other keys", () => {
  const keys = ["", "2026/08/2026-09-10T18", "2025/09/2026-09-10T18", "2026-09-10T18", "2026-09"];
  const impossible = [
    "2026/02/2026-02-31T18",
    "2026/09/2026-09-10T24",
    "2026/09/2026-09-31",
    "2026/2026-13",
    "2026/2026-00",
    "2021/2021-W53",
    "2026/2026-W00",
  ];
  const elsewhere = ["2026/2026-09-10", "2026/09/2026-09", "2026/09/2026-W37", "2020/2021-W53"];
  const near = [
    "2026/09/2026-09-10T18.de",
    "2026/09/2026-09-10T18.each",
    "2026/09/2026-09-10T18.articles.all",
    "2026/09/2026-09-10T18.",
    "2026/09/2026-09-10T18.toString",
    "x/2026/09/2026-09-10T18",
    "2026/09/2026-09-10 18",
    "2026/09/20260910T18",
    "2026/2026-w37",
    "2026/2026W37",
  ];
  const others = [...keys, ...impossible, ...elsewhere, ...near];
  for (const key of [...others, "denylist/example.org-0a1b2c3d"]) {
    assertEquals(parseEntryKey(key), undefined, key);
  }
});

function folders(first: string, last: string, ...units: Unit[]): string[] {
  return [...foldersBetween(Hour.parse(first), Hour.parse(last), units)];
}

Deno.test("foldersBetween() gives each month once", () => {
  assertEquals(folders("2025-11-30T23", "2026-02-01T00", "hour"), [
    "2025/11",
    "2025/12",
    "2026/01",
    "2026/02",
  ]);
  assertEquals(folders("2026-09-10T18", "2026-09-10T18", "hour"), ["2026/09"]);
  assertEquals(folders("2026-09-10T18", "2026-08-10T18", "hour"), []);
});

Deno.test("foldersBetween() gives each year once for weeks and months", () => {
  assertEquals(folders("2024-03-15T12", "2026-06-15T12", "month"), ["2024", "2025", "2026"]);
  assertEquals(folders("2024-03-15T12", "2026-06-15T12", "week"), ["2024", "2025", "2026"]);
  assertEquals(folders("2025-11-30T23", "2026-02-03T00", "day", "month"), [
    "2025",
    "2025/11",
    "2025/12",
    "2026",
    "2026/01",
    "2026/02",
  ]);
});

Deno.test("foldersBetween() has the folder of every period whose hours it is given", () => {
  // Every day around four ends of years, those with a week 53 and a week 1 that begins early.
  for (const year of [2018, 2020, 2024, 2026]) {
    const start = Hour.parse(`${year}-12-20T01`);
    for (let day = 0; day < 24; day++) {
      const hours = [start.plus(24 * day), start.plus(24 * day + 23)];
      for (const unit of UNITS) {
        for (const hour of hours) {
          const period = periodAround(hour, unit);
          const [first, last] = [period.hours[0]!, period.hours.at(-1)!];
          const folder = period.key.slice(0, period.key.lastIndexOf("/"));
          const found = [...foldersBetween(first, last, [unit])];
          assert(found.includes(folder), `${unit} ${period} is not in ${found}`);
          assertEquals(new Set(found).size, found.length, `${found}`);
        }
      }
    }
  }
});

Deno.test("foldersBetween() looks into both years for the weeks at New Year", () => {
  const week = (label: string) => {
    const { hours } = parsePeriod(label);
    return [...foldersBetween(hours[0]!, hours.at(-1)!, ["week"])];
  };
  assert(week("2020-W53").includes("2020"));
  assert(week("2021-W01").includes("2021"));
  // It begins on the 30th of December 2024.
  assert(week("2025-W01").includes("2025"));
});
