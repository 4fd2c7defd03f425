import { assertEquals } from "@std/assert";
import { nastyReport, reportOf } from "../testing/nasty_report.ts";
import { encodeReport } from "./encode.ts";
import { FORMATS, writeReport } from "./formats/format.ts";
import { describeReport, type Manifest, REPORT_VERSION, restoreReport } from "./manifest.ts";
import type { Report } from "./report.ts";

const MADE = { at: "2026-09-10T20:30:00.000Z", by: "wikitop/1.2.3", seconds: 0.7 };

/** A manifest as it comes out of a store: it has been JSON. */
function manifestOf(report: Report, format: Manifest["format"]): Manifest {
  const facts = describeReport(report, encodeReport(report, format), MADE);
  const file = { name: `2026-09-10T18.${format}`, bytes: 1, sha256: "ef".repeat(32) };
  return JSON.parse(JSON.stringify({ ...facts, file }));
}

Deno.test("describeReport() says what a report was made from, how, and what was seen", () => {
  const pages = [{ rank: 1, views: 5, title: "A" }, { rank: 2, views: 4, title: "B" }];
  const report = reportOf([
    { code: "de", views: 3, pages: [] },
    { code: "en", views: 9, pages },
  ]);
  assertEquals(
    JSON.parse(JSON.stringify(describeReport(report, encodeReport(report, "csv"), MADE))),
    {
      version: REPORT_VERSION,
      hour: "2026-09-10T18",
      period: { hour_start: "2026-09-10T17:00:00Z", hour_end: "2026-09-10T18:00:00Z" },
      format: "csv",
      rows: 2,
      source: report.source,
      parameters: report.parameters,
      counts: report.counts,
      domain_views: { de: 3, en: 9 },
      domain_offsets: { en: 55 },
      made: MADE,
    },
  );
});

for (const format of FORMATS) {
  Deno.test(`restoreReport() puts a report together again from its ${format}`, () => {
    const report = nastyReport();
    const text = [...writeReport(report, format)].join("");
    assertEquals(restoreReport(manifestOf(report, format), text), report);
  });

  Deno.test(`restoreReport() gives a report that is written as the same ${format}`, () => {
    const report = nastyReport();
    const text = [...writeReport(report, format)].join("");
    const restored = restoreReport(manifestOf(report, format), text);
    assertEquals([...writeReport(restored, format)].join(""), text);
  });
}

Deno.test("restoreReport() restores the hour", () => {
  const report = reportOf([{ code: "en", views: 9, pages: [] }]);
  const text = [...writeReport(report, "csv")].join("");
  assertEquals(restoreReport(manifestOf(report, "csv"), text).hour.toString(), "2026-09-10T18");
});
