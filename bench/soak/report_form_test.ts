import { assertEquals, assertStringIncludes } from "@std/assert";
import { Hour } from "../../core/mod.ts";
import { ExpectedReports } from "./expected_reports.ts";
import { hourAt } from "./fate.ts";
import { REPORT_FORMS, SAMPLE_FORMS, wrongIn } from "./report_form.ts";

const SEED = 1;
const expected = new ExpectedReports(SEED);
const hour = `${hourAt(0)}`;
const csv = REPORT_FORMS.find(({ query }) => query === "?format=csv")!;

Deno.test("wrongIn sees a view too many, a row too few, and another hour", () => {
  const right = expected.csv(Hour.parse(hour), "all", () => true);
  assertEquals(wrongIn(right, hour, csv, expected), undefined);
  const rows = right.split("\n");
  const changed = rows.with(7, `${rows[7].replace(/,\d+,/, ",0,")}`).join("\n");
  assertStringIncludes(wrongIn(changed, hour, csv, expected)!, "line 8 is");
  assertStringIncludes(wrongIn(rows.toSpliced(9, 1).join("\n"), hour, csv, expected)!, "line 10");
  assertStringIncludes(wrongIn(right, `${hourAt(1)}`, csv, expected)!, "line 2 is");
});

Deno.test("wrongIn reads JSON and NDJSON as it does CSV", () => {
  const row = { domain_code: "en", project: "en.wikipedia", access: "desktop" };
  const pages = expected.rows(Hour.parse(hour)).filter(({ code }) => code === "en")
    .map(({ rank, views, title }) => ({ rank: Number(rank), views: Number(views), title }));
  const has = SAMPLE_FORMS.find(({ query }) => query === "?domain=en")!;
  const json = JSON.stringify({ hour, domains: [{ ...row, pages }] });
  assertEquals(wrongIn(json, hour, has, expected), undefined);
  const lines = pages.map((page) => JSON.stringify({ ...row, ...page }) + "\n").join("");
  assertEquals(wrongIn(lines, hour, { ...has, format: "ndjson" }, expected), undefined);
  assertStringIncludes(wrongIn(lines, hour, { ...csv, format: "ndjson" }, expected)!, "instead of");
});

Deno.test("REPORT_FORMS and SAMPLE_FORMS all ask for something that is there", () => {
  for (const { query, has } of [...REPORT_FORMS, ...SAMPLE_FORMS]) {
    assertEquals([query, expected.rows(Hour.parse(hour)).some(has)], [query, true]);
  }
});
