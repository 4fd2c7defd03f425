import { assert, assertEquals } from "@std/assert";
import { loadReports } from "../../core/database/load_reports.ts";
import type { Database, ReadableDatabase } from "../../core/database/database.ts";
import { DatabaseHistory } from "../../core/database/database_history.ts";
import { type Edition, Hour, parsePeriod } from "../../core/mod.ts";
import { NASTY_TITLES } from "../../core/testing/nasty_report.ts";
import { storeHour, storeIn } from "../../core/testing/store_hour.ts";
import { Random } from "../../testdata/random.ts";
import { HandlerFixture } from "./handler_fixture.ts";

/** How the databases of a kind are looked back on. */
export interface HistoryKind {
  /** What people call it. */
  name: string;
  /** Opens a new one, to load it and then to read it. */
  open(): Promise<{ database: Database; read(): Promise<ReadableDatabase> } & AsyncDisposable>;
  /** Whether it is not here. */
  ignore?: boolean;
}

const NOW = new Date("2026-09-12T00:00:00Z");
const CODES = ["", "de", "de.m", "en", "en.b", "en.m", "en.m.b", "en.zero", "www.wd", "xx.unknown"];
const TITLES = [
  ...["Main_Page", "Ada_Lovelace", "AC/DC", "Zürich", "100%25", "50%", "a+b", "?", "-"],
  ...NASTY_TITLES.filter((title) => !/[\s\0\ufffd]/.test(title) && title.length < 100),
];

/** The lines of a dump in which each code is there now and then, with some of the titles. */
function dumpOf(random: Random): string {
  return CODES.filter(() => random.chance(0.8)).flatMap((code) =>
    TITLES.filter(() => random.chance(0.7)).map((title) =>
      `${code || '""'} ${title || '""'} ${random.between(1, 9)} 0\n`
    )
  ).join("");
}

/** Stores hours and days with gaps, in two editions, from which denied pages are left out. */
async function storeAll(folder: string): Promise<void> {
  const random = new Random(14);
  const store = (label: string, edition: Edition, dump: string, metadata = {}) =>
    storeHour(folder, label, {
      dump,
      edition,
      top: 12,
      ties: random.pick(["row", "rank", "dense"]),
      denied: "en Main_Page\nen.m Ada_Lovelace\nde *\n",
      metadata,
    });
  for (const hour of Hour.range(Hour.parse("2026-09-08T20"), Hour.parse("2026-09-10T18"))) {
    if (random.chance(0.2)) continue;
    const dump = dumpOf(random);
    await store(hour.label, "each", dump);
    if (random.chance(0.7)) await store(hour.label, "all", dump);
  }
  // The years between two hours are none that a list has to walk through.
  await store("2016-03-01T00", "each", dumpOf(random));
  for (const day of ["2026-09-07", "2026-09-08", "2026-09-10"]) {
    await store(day, "each", dumpOf(random));
  }
  await store("2026-09-09", "each", dumpOf(random), { hours: { present: 23, expected: 24 } });
}

/** What is asked of both; all of it has an answer. */
function questions(): string[] {
  const pages = ["en.wikipedia", "en", "de.wikipedia", "de.m", "wikidata", "wikifunctions"].flatMap(
    (project, i) =>
      // Each project is asked for a part of them.
      TITLES.filter((_, at) => at % 6 === i).map((title) =>
        `/v1/pages/${project}/${encodeURIComponent(title)}?from=2026-09-09T00&to=2026-09-10T18`
      ),
  );
  const ranges = [
    "",
    "?to=2026-09-10T03",
    "?from=2026-09-10T15",
    "?from=2026-09-09",
    "?to=2016-03-01T00",
  ]
    .map((range) => `/v1/pages/en.wikipedia/AC/DC${range}`);
  const tops = ["en.wikipedia", "en.m", "frwiki", "https://de.wikipedia.org/", "en.wikibooks"].map(
    encodeURIComponent,
  ).flatMap((project) =>
    [
      ...["", "?last=3", "?top=1", "?from=2026-09-09T03&to=2026-09-09T09", "?edition=all&last=100"],
      ...["?unit=day", "?unit=day&to=2026-09-09&last=2", "?unit=day&from=2026-09-09"],
    ].map((query) => `/v1/tops/${project}${query}`)
  );
  const others = ["?unit=day", "?unit=day&from=2026-09-08&to=2026-09-10", "?unit=day&to=2026-09-09"]
    .map((query) => `/v1/pages/en.wikipedia/Ada_Lovelace${query}`);
  const everywhere = ["*", "*.wikipedia", "en.*"].flatMap((project) =>
    ["AC/DC", "Main_Page", "No_such"].map((title) => `/v1/pages/${project}/${title}`)
  );
  const misses = [
    ...["/v1/pages/en.wikipeda/AC/DC", "/v1/pages/en.wikipedia/No_such", "/v1/pages/en/x?from=9"],
    ...["/v1/tops/en.wikipeda", "/v1/tops/en?last=0", "/v1/tops/en?unit=day&from=2026-09-09T01"],
    ...["/v1/tops/en?from=2026-09-10T05&to=2026-09-10T04"],
  ];
  return [...pages, ...ranges, ...others, ...everywhere, ...tops, ...misses];
}

/**
 * Registers the tests that looking back on every kind of database passes.
 *
 * @param kind How its databases are opened.
 */
export function testHistory({ name, open, ignore = false }: HistoryKind): void {
  const test = (what: string, fn: () => Promise<void>) =>
    Deno.test({ name: `${name} ${what}`, ignore, fn });

  test("answers as the store does, in all that is stored and loaded", async () => {
    await using place = await HandlerFixture.open({ readOnly: true });
    await using opened = await open();
    await storeAll(place.folder);
    await load(place.folder, opened.database);
    const database = await opened.read();
    await using other = await HandlerFixture.open({
      readOnly: true,
      history: new DatabaseHistory(database),
    });
    let pages = 0;
    for (const question of questions()) {
      const [one, two] = [await place.ask(question), await other.ask(question)];
      const [expected, found] = [await one.text(), await two.text()];
      pages += expected.match(/"views":\s*\d/g)?.length ?? 0;
      assertEquals([question, two.status], [question, one.status], found);
      assert(expected === found, `${question}\n${firstDifference(expected, found)}`);
    }
    assert(pages > 4_000, `only ${pages} places were compared`);
    assertEquals([place.errors, other.errors], [[], []]);
    await database.close();
  });

  test("answers over any range, also of what the store does not have any more", async () => {
    await using place = await HandlerFixture.open({ readOnly: true, maxHours: 24 });
    await using opened = await open();
    await storeAll(place.folder);
    await load(place.folder, opened.database);
    const database = await opened.read();
    await using other = await HandlerFixture.open({
      readOnly: true,
      maxHours: 24,
      history: new DatabaseHistory(database),
    });
    const long = "/v1/pages/en.wikipedia/AC/DC?from=2016-01-01T01&to=2026-09-10T18";
    assertEquals((await place.ask(long)).status, 400);
    const { from, to, detail, series } = await other.json(long);
    assertEquals(detail, undefined);
    const [{ hours }] = series;
    assertEquals([from, to, hours[0].hour, hours.at(-1).hour], [
      "2016-01-01T01",
      "2026-09-10T18",
      "2016-03-01T00",
      "2026-09-10T18",
    ]);
    const open_ended = await other.json("/v1/pages/en.wikipedia/AC/DC?from=2016-01-01T01");
    assertEquals([open_ended.to, open_ended.series[0].hours.length], [
      "2026-09-12T00",
      hours.length,
    ]);
    const description = await other.text("/openapi.json");
    assertEquals(description.includes("Infinity"), false);
    await database.close();
  });

  test("says that it has nothing of a range, or nothing at all, and what loads it", async () => {
    await using opened = await open();
    const database = await opened.read();
    await using place = await HandlerFixture.open({
      readOnly: true,
      history: new DatabaseHistory(database),
    });
    // What is in the store alone does not count.
    await place.store("2026-09-10T18");
    const nothing = await place.json("/v1/pages/en.wikipedia/Ada_Lovelace");
    assertEquals([nothing.status, nothing.type], [404, "urn:wikitop:problem:nothing-stored"]);
    await load(place.folder, opened.database);
    const { status, detail } = await place.json("/v1/pages/en/Ada_Lovelace?to=2026-09-09T18");
    assertEquals([status, detail], [
      404,
      'Cannot find "en" from "2026-09-08T19" to "2026-09-09T18": nothing of that is in the ' +
      'database; "wikitop load" puts there what is stored',
    ]);
    assertEquals((await place.json("/v1/tops/en")).series[0].periods.length, 1);
    await database.close();
  });
}

/** A window on where two texts part. */
function firstDifference(one: string, other: string): string {
  const at = Array.from(one).findIndex((letter, i) => letter !== other[i]);
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 200), at + 100));
  return `${around(one)}\n${around(other)}`;
}

async function load(folder: string, database: Database): Promise<void> {
  const entries = loadReports(storeIn(folder), database, {
    now: NOW,
    onUnfinished: () => {},
    onError: (error) => {
      throw error;
    },
  });
  for await (const { period } of entries) parsePeriod(period.label);
}
