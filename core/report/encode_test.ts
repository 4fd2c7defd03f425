import { assert, assertEquals } from "@std/assert";
import { nastyReport, reportOf } from "../testing/nasty_report.ts";
import { encodeReport } from "./encode.ts";
import { FORMATS, readReportDomain, writeReport } from "./formats/format.ts";

for (const format of FORMATS) {
  Deno.test(`encodeReport() gives the bytes of ${format}, and where each domain is in them`, () => {
    const report = nastyReport();
    const { content, offsets, ...rest } = encodeReport(report, format);
    assertEquals(rest, { format });
    const text = [...writeReport(report, format)].join("");
    assertEquals(new TextDecoder("utf-8", { ignoreBOM: true }).decode(content), text);

    const bounds = [...Object.values(offsets), content.length].sort((a, b) => a - b);
    for (const { code, pages } of report.domains) {
      // A domain without pages has nothing in a table.
      assertEquals(Object.hasOwn(offsets, code), pages.length > 0 || format === "json", code);
      if (!Object.hasOwn(offsets, code)) continue;
      const start = offsets[code];
      const end = bounds.find((bound) => bound > start)!;
      const part = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
        .decode(content.subarray(start, end));
      assertEquals([...readReportDomain(part, format)], [[code, pages]], code);
    }
  });

  Deno.test(`encodeReport() of a report without domains has none in ${format}`, () => {
    const { content, offsets } = encodeReport(reportOf([]), format);
    assertEquals(offsets, {});
    const text = [...writeReport(reportOf([]), format)].join("");
    assertEquals(content, new TextEncoder().encode(text));
  });
}

Deno.test("encodeReport() counts bytes, not characters", () => {
  const page = (title: string) => [{ rank: 1, views: 1, title }];
  const { offsets } = encodeReport(
    reportOf([
      { code: "a", views: 1, pages: page("日本👩") },
      { code: "b", views: 1, pages: page("B") },
    ]),
    "ndjson",
  );
  const line = '{"hour_start":"2026-09-10T17:00:00Z","domain_code":"a","project":"a.wikipedia",' +
    '"access":"desktop","rank":1,"views":1,"title":"日本👩"}\n';
  const { length } = new TextEncoder().encode(line);
  assert(length > line.length);
  assertEquals(offsets, { a: 0, b: length });
});
