import { assertEquals } from "@std/assert";
import { nastyReport } from "../../testing/nasty_report.ts";
import { textOf } from "../../testing/text_of.ts";
import { readCsv } from "../read_csv.ts";
import { encodeReport, FORMAT_NAMES, FORMATS } from "./format.ts";

Deno.test("FORMAT_NAMES are all formats, CSV first", () => {
  assertEquals(FORMAT_NAMES, ["csv", "ndjson", "json"]);
  assertEquals(FORMAT_NAMES.map((format) => FORMATS[format].mediaType), [
    "text/csv; charset=utf-8; header=present",
    "application/x-ndjson",
    "application/json",
  ]);
});

for (const format of FORMAT_NAMES) {
  Deno.test(`encodeReport() writes the same ${format} for the same report`, () => {
    const text = textOf(encodeReport(nastyReport(), format));
    assertEquals(textOf(encodeReport(nastyReport(), format)), text);
  });

  Deno.test(`encodeReport() gives each domain of ${format} a chunk, in order`, () => {
    const report = nastyReport();
    const codes = [...encodeReport(report, format)].map(({ code }) => code);
    assertEquals(
      codes.filter((code) => code !== undefined),
      report.domains.map(({ code }) => code),
    );
  });
}

Deno.test("readCsv() gives back all pages of a report in csv", () => {
  const report = nastyReport();
  const pages = readCsv(textOf(encodeReport(report, "csv")));
  for (const domain of report.domains) {
    assertEquals(pages.get(domain.code) ?? [], domain.pages, `of domain "${domain.code}"`);
  }
});
