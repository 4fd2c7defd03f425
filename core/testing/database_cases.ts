import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Database } from "../database/database.ts";
import { Hour, parsePeriod, type RankedPage, type Report, rowsOf } from "../mod.ts";
import { nastyReport, reportOf } from "./nasty_report.ts";
import { realReport, TEST_DATA } from "./real_report.ts";

/** A database that is open, and what it has. */
export interface OpenDatabase extends AsyncDisposable {
  /** The database. */
  database: Database;
  /** Runs a query; a time is an instant in milliseconds, whatever the database makes of it. */
  query(sql: string): Promise<Record<string, unknown>[]>;
}

/** How the databases of a kind are tested. */
export interface DatabaseKind {
  /** What people call it. */
  name: string;
  /** Opens a new one. */
  open(): Promise<OpenDatabase>;
  /** Whether it is not here. */
  ignore?: boolean;
}

/** Some domains, each with its pages by rank: their titles, and views that fall by 10 from 100. */
function report(label: string, domains: Record<string, string[]>): Report {
  const made = Object.entries(domains).map(([code, titles]) => ({
    code,
    views: titles.length * 1000,
    pages: titles.map((title, i): RankedPage => ({ rank: i + 1, views: 100 - 10 * i, title })),
  }));
  return { ...reportOf(made), period: parsePeriod(label) };
}

/** What a database has of a report, as rows of text. */
async function rowsIn({ query }: OpenDatabase, label: string): Promise<string[]> {
  const rows = await query(
    `SELECT domain_code, project, access, rank, views, title FROM page_path WHERE label = '${label}'`,
  );
  const text = ({ domain_code, project, access, rank, views, title }: Record<string, unknown>) =>
    JSON.stringify([domain_code, project, access, Number(rank), Number(views), title]);
  return rows.map(text).sort();
}

function expectedRows(report: Report): string[] {
  return Array.from(
    rowsOf(report),
    ({ domain: { code, project, access }, page }) =>
      JSON.stringify([
        code,
        project,
        access,
        page.rank,
        page.views,
        page.title.replaceAll("\0", "\ufffd"),
      ]),
  ).sort();
}

/**
 * Registers the tests that every kind of database passes.
 *
 * @param kind How its databases are opened.
 */
export function testDatabase(
  { name, open, ignore = false }: DatabaseKind,
): void {
  const test = (what: string, fn: (opened: OpenDatabase) => Promise<void>, skip = false) =>
    Deno.test({
      name: `${name} ${what}`,
      ignore: ignore || skip,
      async fn() {
        await using opened = await open();
        await fn(opened);
      },
    });

  test("has every row of a report, whatever its titles hold", async (opened) => {
    const nasty = nastyReport();
    await opened.database.replace(nasty, "1");
    assertEquals(await rowsIn(opened, "2026-09-10T18"), expectedRows(nasty));
  });

  test("has every row of the real hour", async (opened) => {
    const real = await realReport();
    await opened.database.replace(real, "1");
    const [found, expected] = [await rowsIn(opened, "2018-02-19T10"), expectedRows(real)];
    const differs = found.findIndex((row, i) => row !== expected[i]);
    assertEquals([found.length, found[differs]], [expected.length, expected[differs]]);
    const totals = await opened.query("SELECT domain_code, views FROM project_totals");
    assertEquals(
      new Map(totals.map(({ domain_code, views }) => [domain_code, Number(views)])),
      new Map(real.domains.map(({ code, views }) => [code, views])),
    );
  }, TEST_DATA === undefined);

  test("says which report it has, by period and edition", async ({ database, query }) => {
    const hour = report("2026-09-10T18", { en: ["A"] });
    const all: Report = { ...hour, edition: "all" };
    const day = { ...hour, period: parsePeriod("2026-09-10") };
    for (const [i, each] of [hour, all, day].entries()) await database.replace(each, `id ${i}`);
    for (const [i, each] of [hour, all, day].entries()) {
      assertEquals(await database.loaded(each), `id ${i}`);
    }
    const other = { period: Hour.parse("2026-09-10T19"), edition: "each" } as const;
    assertEquals(await database.loaded(other), undefined);
    assertEquals((await query("SELECT * FROM ranking")).length, 3);
    assertEquals((await query("SELECT * FROM page")).length, 1);
  });

  test("replaces the rows of a report that was made again, and no others", async (opened) => {
    const before = report("2026-09-10T17", { en: ["A", "B"] });
    await opened.database.replace(before, "1");
    await opened.database.replace(report("2026-09-10T18", { de: ["X"], en: ["A", "B", "C"] }), "2");
    const after = report("2026-09-10T18", { en: ["C", "A"], fr: ["Y"] });
    await opened.database.replace(after, "3");
    assertEquals(await opened.database.loaded(after), "3");
    assertEquals(await rowsIn(opened, "2026-09-10T18"), expectedRows(after));
    assertEquals(await rowsIn(opened, "2026-09-10T17"), expectedRows(before));
    assertEquals((await opened.query("SELECT * FROM period")).length, 2);
    assertEquals((await opened.query("SELECT * FROM total")).length, 3);
  });

  test("keeps the old rows where the new ones cannot all be loaded", async (opened) => {
    const old = report("2026-09-10T18", { en: ["A", "B"] });
    await opened.database.replace(old, "1");
    const broken = report("2026-09-10T18", { en: ["C"], fr: ["D"] });
    const { domains } = broken;
    Object.defineProperty(domains[1], "pages", {
      get() {
        throw new SyntaxError("broken in the middle");
      },
    });
    await assertRejects(() => opened.database.replace(broken, "2"), SyntaxError);
    assertEquals(await opened.database.loaded(old), "1");
    assertEquals(await rowsIn(opened, "2026-09-10T18"), expectedRows(old));
    await opened.database.replace(report("2026-09-10T18", { en: ["E"] }), "3");
    assertEquals((await rowsIn(opened, "2026-09-10T18")).length, 1);
  });

  test("answers the five questions", async ({ database, query }) => {
    const day: [label: string, en: string[]][] = [
      ["2026-09-10T10", ["A", "B"]],
      ["2026-09-10T11", ["A", "C"]],
      ["2026-09-10T12", ["C", "A"]],
      ["2026-09-10T13", ["A", "C"]],
      // The hour that ends at 14 is not there: a stay at the top ends with a gap.
      ["2026-09-10T15", ["A", "B"]],
      ["2026-09-10T16", ["A", "B"]],
    ];
    for (const [label, en] of day) {
      await database.replace(report(label, { en, de: ["A"] }), label);
      await database.replace({ ...report(label, { en: ["Z"] }), edition: "all" }, label);
    }
    const each = "edition = 'each' AND domain_code = 'en'";
    const numbers = (rows: Record<string, unknown>[]) =>
      rows.map((row) =>
        Object.values(row).map((value) =>
          typeof value === "bigint" || /^-?\d+$/.test(String(value)) ? Number(value) : value
        )
      );

    const path = await query(
      `SELECT label, rank FROM page_path WHERE ${each} AND title = 'C' ORDER BY label`,
    );
    assertEquals(numbers(path), [["2026-09-10T11", 2], ["2026-09-10T12", 1], ["2026-09-10T13", 2]]);

    const entries = await query(
      `SELECT label, title, rank FROM new_entries WHERE ${each} ORDER BY label, rank`,
    );
    // Before the first hour, and before that behind the gap, nothing is known.
    assertEquals(numbers(entries), [["2026-09-10T11", "C", 2]]);

    const stays = await query(
      `SELECT title, periods, first_start, last_end FROM stays_at_top WHERE ${each} ` +
        "ORDER BY periods DESC, first_start",
    );
    const instant = (value: unknown) => new Date(value as string).toISOString().slice(11, 16);
    assertEquals(
      stays.map(({ title, periods, first_start, last_end }) => [
        title,
        Number(periods),
        instant(first_start),
        instant(last_end),
      ]),
      [
        ["A", 2, "09:00", "11:00"],
        ["A", 2, "14:00", "16:00"],
        ["C", 1, "11:00", "12:00"],
        ["A", 1, "12:00", "13:00"],
      ],
    );

    const totals = await query(
      `SELECT label, views FROM project_totals WHERE ${each} AND label < '2026-09-10T12'`,
    );
    assertEquals(numbers(totals).sort(), [["2026-09-10T10", 2000], ["2026-09-10T11", 2000]]);

    const movers = await query(
      `SELECT label, title, rank_before, rank, places_up FROM movers WHERE ${each} AND places_up <> 0 ` +
        "ORDER BY label, title",
    );
    assertEquals(
      numbers(movers),
      [
        ["2026-09-10T12", "A", 1, 2, -1],
        ["2026-09-10T12", "C", 2, 1, 1],
        ["2026-09-10T13", "A", 2, 1, 1],
        ["2026-09-10T13", "C", 1, 2, -1],
      ].map((row) => row.map((value) => value)),
    );
  });

  test("runs the examples of docs/database.md", async ({ database, query }) => {
    const page = await Deno.readTextFile(new URL("../../docs/database.md", import.meta.url));
    const examples = Array.from(page.matchAll(/^```sql$\n([^]*?)^```$/gm), ([, sql = ""]) => sql);
    assertEquals(examples.length, 5);
    for (const [at, hour] of ["17", "18"].entries()) {
      const titles = ["en_page_3", `only in ${hour}`, ...at === 0 ? ["x", "y"] : ["y", "x"]];
      const domains = { de: titles, "en.m": titles, ja: titles };
      await database.replace(report(`2025-09-10T${hour}`, domains), hour);
    }
    for (const sql of examples) assert((await query(sql)).length > 0, sql);
  });
}
