import { assertEquals, assertStringIncludes } from "@std/assert";
import { Hour, rankHour } from "../../core/mod.ts";
import { ExpectedReports, largeDump, REPORT_FORMS, SAMPLE_FORMS } from "./expected_reports.ts";
import { hourAt } from "./scenarios.ts";

const SEED = 1;
const expected = new ExpectedReports(SEED);
const hour = `${hourAt(0)}`;
const csv = REPORT_FORMS.find(({ query }) => query === "?format=csv")!;

Deno.test("ExpectedReports.wrongIn sees a view too many, a row too few, and another hour", () => {
  const right = expected.csv(Hour.parse(hour), "all", () => true);
  assertEquals(expected.wrongIn(right, hour, csv), undefined);
  const rows = right.split("\n");
  const changed = rows.with(7, `${rows[7]!.replace(/,\d+,/, ",0,")}`).join("\n");
  assertStringIncludes(expected.wrongIn(changed, hour, csv)!, "line 8 is");
  assertStringIncludes(expected.wrongIn(rows.toSpliced(9, 1).join("\n"), hour, csv)!, "line 10");
  assertStringIncludes(expected.wrongIn(right, `${hourAt(1)}`, csv)!, "line 2 is");
});

Deno.test("ExpectedReports.wrongIn reads JSON and NDJSON as it does CSV", () => {
  const period = { unit: "hour", period_start: Hour.parse(hour).start };
  const domain = { domain_code: "en", project: "en.wikipedia", access: "desktop" };
  const pages = expected.rows(Hour.parse(hour)).filter(({ code }) => code === "en")
    .map(({ rank, views, title, flags }) => {
      return { rank: Number(rank), views: Number(views), title, mobile_share: null, flags };
    });
  const has = SAMPLE_FORMS.find(({ query }) => query === "?domain=en")!;
  const json = JSON.stringify({ period: hour, ...period, domains: [{ ...domain, pages }] });
  assertEquals(expected.wrongIn(json, hour, has), undefined);
  const lines = pages.map((page) => JSON.stringify({ ...period, ...domain, ...page }) + "\n")
    .join("");
  assertEquals(expected.wrongIn(lines, hour, { ...has, format: "ndjson" }), undefined);
  assertStringIncludes(expected.wrongIn(lines, hour, { ...csv, format: "ndjson" })!, "instead of");
});

Deno.test("REPORT_FORMS and SAMPLE_FORMS all ask for something that is there", () => {
  for (const { query, has } of [...REPORT_FORMS, ...SAMPLE_FORMS]) {
    assertEquals([query, expected.rows(Hour.parse(hour)).some(has)], [query, true]);
  }
});

Deno.test("largeDump knows its report", async () => {
  const { content, rows } = largeDump();
  const { domains } = await rankHour(new Blob([content]).stream());
  const ranked = domains.flatMap(({ code, pages }) =>
    pages.map(({ rank, views, title }) => [code, String(rank), String(views), title])
  );
  assertEquals(ranked, rows.map(({ code, rank, views, title }) => [code, rank, views, title]));
});
