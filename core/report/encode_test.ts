import { assert, assertEquals } from "@std/assert";
import { nastyReport, reportOf } from "../testing/nasty_report.ts";
import { textOf } from "../testing/text_of.ts";
import { readCsvDomain } from "./read_csv.ts";
import { joinChunks } from "./encode.ts";
import { encodeReport, type Format, FORMAT_NAMES } from "./formats/format.ts";
import type { ReportDomain } from "./report.ts";

const decode = (bytes: Uint8Array) =>
  new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

/** The titles in a part of a report that holds one domain, read without the help of the project. */
function titlesIn(part: string, format: Format, { code }: ReportDomain): unknown[] {
  if (format === "csv") return readCsvDomain(part).get(code)?.map(({ title }) => title) ?? [];
  if (format === "ndjson") return part.trimEnd().split("\n").map((line) => JSON.parse(line).title);
  const [line] = /\{[^\n]*\}/.exec(part)!;
  return JSON.parse(line).pages.map(({ title }: { title: string }) => title);
}

for (const format of FORMAT_NAMES) {
  Deno.test(`joinChunks() gives the bytes of ${format}, and where each domain is in them`, async () => {
    const report = nastyReport();
    const { content, offsets, ...rest } = await joinChunks(encodeReport(report, format));
    assertEquals(rest, {});
    assertEquals(decode(content), textOf(encodeReport(report, format)));

    const bounds = [...Object.values(offsets), content.length].sort((a, b) => a - b);
    for (const domain of report.domains) {
      const { code, pages } = domain;
      // A domain without pages has nothing in a table.
      assertEquals(Object.hasOwn(offsets, code), pages.length > 0 || format === "json", code);
      if (!Object.hasOwn(offsets, code)) continue;
      const start = offsets[code]!;
      const end = bounds.find((bound) => bound > start)!;
      const part = decode(content.subarray(start, end));
      assertEquals(titlesIn(part, format, domain), pages.map(({ title }) => title), code);
      if (format === "csv") assertEquals([...readCsvDomain(part)], [[code, pages]], code);
    }
  });

  Deno.test(`joinChunks() of a report without domains has none in ${format}`, async () => {
    const { content, offsets } = await joinChunks(encodeReport(reportOf([]), format));
    assertEquals(offsets, {});
    assertEquals(decode(content), textOf(encodeReport(reportOf([]), format)));
  });
}

Deno.test("joinChunks() counts bytes, not characters", async () => {
  const page = (title: string) => [{ rank: 1, views: 1, title }];
  const report = reportOf([
    { code: "a", views: 1, pages: page("日本👩") },
    { code: "b", views: 1, pages: page("B") },
  ]);
  const { offsets } = await joinChunks(encodeReport(report, "ndjson"));
  const line = '{"unit":"hour","period_start":"2026-09-10T17:00:00Z","domain_code":"a",' +
    '"project":"a.wikipedia","access":"desktop","rank":1,"views":1,"title":"日本👩",' +
    '"mobile_share":null,"flags":""}\n';
  const { length } = new TextEncoder().encode(line);
  assert(length > line.length);
  assertEquals(offsets, { a: 0, b: length });
});

Deno.test("joinChunks() lets others have their turn", async () => {
  const pages = Array.from({ length: 25 }, (_, i) => ({ rank: i + 1, views: 9, title: "A" }));
  const domains = Array.from({ length: 4000 }, (_, i) => ({ code: `c${i}`, views: 9, pages }));
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await joinChunks(encodeReport(reportOf(domains), "json"));
  clearInterval(timer);
  assert(turns > 0);
});
