import { assertEquals, assertThrows } from "@std/assert";
import { nastyReport, reportOf } from "../../testing/nasty_report.ts";
import { readJson, writeJson } from "./json.ts";

Deno.test("writeJson() writes one document with all that is known of the report", () => {
  const pages = [{ rank: 1, views: 5, title: "Ada_Lovelace" }];
  const report = reportOf([
    { code: "en.m", views: 9, pages },
    { code: "xx.unknown", views: 1, pages: [] },
  ]);
  assertEquals(JSON.parse([...writeJson(report)].join("")), {
    hour: "2026-09-10T18",
    period: { hour_start: "2026-09-10T17:00:00Z", hour_end: "2026-09-10T18:00:00Z" },
    source: report.source,
    parameters: report.parameters,
    counts: report.counts,
    domains: [
      {
        domain_code: "en.m",
        project: "en.wikipedia",
        access: "mobile",
        host: "en.wikipedia.org",
        views: 9,
        pages,
      },
      { domain_code: "xx.unknown", project: "xx.unknown", access: "desktop", views: 1, pages: [] },
    ],
  });
});

Deno.test("writeJson() writes its parts in a fixed order, each domain on a line of its own", () => {
  const report = nastyReport();
  const text = [...writeJson(report)].join("");
  assertEquals(
    Object.keys(JSON.parse(text)),
    ["hour", "period", "source", "parameters", "counts", "domains"],
  );
  const lines = text.split("\n").filter((line) => line.startsWith('    {"domain_code":'));
  assertEquals(lines.length, report.domains.length);
  assertEquals(text.endsWith("\n  ]\n}\n"), true);
});

Deno.test("writeJson() writes a document without domains", () => {
  assertEquals(JSON.parse([...writeJson(reportOf([]))].join("")).domains, []);
});

Deno.test("readJson() gives back what writeJson() wrote, domains without pages among them", () => {
  const report = nastyReport();
  assertEquals(
    [...readJson([...writeJson(report)].join(""))],
    report.domains.map(({ code, pages }) => [code, pages]),
  );
});

Deno.test("readJson() refuses a document that was cut short", () => {
  const text = [...writeJson(nastyReport())].join("");
  assertThrows(() => readJson(text.slice(0, -10)), SyntaxError);
});
