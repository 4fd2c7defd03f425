import { assertEquals } from "@std/assert";
import { nastyReport } from "../../testing/nasty_report.ts";
import { FORMATS, readReport, writeReport } from "./format.ts";

Deno.test("FORMATS are all formats, CSV first", () => {
  assertEquals(FORMATS, ["csv", "ndjson", "json"]);
});

for (const format of FORMATS) {
  Deno.test(`writeReport() writes the same ${format} for the same report`, () => {
    const text = [...writeReport(nastyReport(), format)].join("");
    assertEquals([...writeReport(nastyReport(), format)].join(""), text);
  });

  Deno.test(`readReport() gives back all pages of a report in ${format}`, () => {
    const report = nastyReport();
    const pages = readReport([...writeReport(report, format)].join(""), format);
    for (const domain of report.domains) {
      assertEquals(pages.get(domain.code) ?? [], domain.pages, `of domain "${domain.code}"`);
    }
  });

  Deno.test(`readReport() gives back ${format} that went through UTF-8`, () => {
    const report = nastyReport();
    const bytes = new TextEncoder().encode([...writeReport(report, format)].join(""));
    const pages = readReport(new TextDecoder().decode(bytes), format);
    const en = report.domains.find(({ code }) => code === "en");
    assertEquals(pages.get("en"), en?.pages);
  });
}
