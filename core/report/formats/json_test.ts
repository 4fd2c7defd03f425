import { assertEquals } from "@std/assert";
import { nastyReport, reportOf } from "../../testing/nasty_report.ts";
import { textOf } from "../../testing/text_of.ts";
import { encodeJson, jsonDomain, jsonHead } from "./json.ts";

Deno.test("encodeJson() writes one document with all that is known of the report", () => {
  const pages = [{ rank: 1, views: 5, title: "Ada_Lovelace" }];
  const denied = [{ rank: 1, views: 8, title: "Main_Page" }];
  const report = reportOf([
    { code: "en.m", views: 9, pages, denied },
    { code: "xx.unknown", views: 1, pages: [] },
  ]);
  assertEquals(JSON.parse(textOf(encodeJson(report))), {
    period: "2026-09-10T18",
    unit: "hour",
    period_start: "2026-09-10T17:00:00Z",
    period_end: "2026-09-10T18:00:00Z",
    edition: "each",
    sources: report.sources,
    parameters: report.parameters,
    counts: report.counts,
    domains: [
      {
        domain_code: "en.m",
        project: "en.wikipedia",
        access: "mobile",
        host: "en.wikipedia.org",
        views: 9,
        pages: [{ ...pages[0], mobile_share: null, flags: "" }],
        denied: [{ ...denied[0], mobile_share: null, flags: "not-article" }],
      },
      {
        domain_code: "xx.unknown",
        project: "xx.unknown",
        access: "desktop",
        views: 1,
        pages: [],
        denied: [],
      },
    ],
  });
});

Deno.test("encodeJson() writes its parts in a fixed order, each domain on a line of its own", () => {
  const report = nastyReport();
  const text = textOf(encodeJson(report));
  assertEquals(
    Object.keys(JSON.parse(text)),
    [
      "period",
      "unit",
      "period_start",
      "period_end",
      "edition",
      "sources",
      "parameters",
      "counts",
      "domains",
    ],
  );
  const lines = text.split("\n").filter((line) => line.startsWith('    {"domain_code":'));
  assertEquals(lines.length, report.domains.length);
  assertEquals(text.endsWith("\n  ]\n}\n"), true);
});

Deno.test("encodeJson() writes a document without domains", () => {
  assertEquals(JSON.parse(textOf(encodeJson(reportOf([])))).domains, []);
});

Deno.test("encodeJson() writes domains that JSON gives back, those without pages among them", () => {
  const report = nastyReport();
  const domains: Record<string, unknown>[] = JSON.parse(textOf(encodeJson(report))).domains;
  assertEquals(
    domains.map(({ domain_code, pages }) => [domain_code, pages]),
    report.domains.map(({ code, pages }) => [
      code,
      pages.map((page) => ({ ...page, mobile_share: null, flags: "" })),
    ]),
  );
});

Deno.test("jsonHead() and jsonDomain() say what the document says", () => {
  const report = nastyReport();
  const { domains, ...head } = JSON.parse(textOf(encodeJson(report)));
  assertEquals(JSON.parse(JSON.stringify(jsonHead(report))), head);
  for (const [i, domain] of report.domains.entries()) {
    assertEquals(JSON.parse(JSON.stringify(jsonDomain(report, domain))), domains[i]);
  }
});
