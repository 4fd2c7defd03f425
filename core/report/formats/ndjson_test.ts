import { assertEquals, assertThrows } from "@std/assert";
import { nastyReport, reportOf } from "../../testing/nasty_report.ts";
import { COLUMNS } from "../csv.ts";
import { readNdjson, writeNdjson } from "./ndjson.ts";

Deno.test("writeNdjson() writes an object with the columns of the CSV for each page", () => {
  const pages = [{ rank: 1, views: 5, title: 'Say_"cheese",_please' }];
  const report = reportOf([{ code: "en.m", views: 9, pages }]);
  const text = [...writeNdjson(report)].join("");
  assertEquals(
    text,
    '{"hour_start":"2026-09-10T17:00:00Z","domain_code":"en.m","project":"en.wikipedia",' +
      '"access":"mobile","rank":1,"views":5,"title":"Say_\\"cheese\\",_please"}\n',
  );
  assertEquals(Object.keys(JSON.parse(text)), [...COLUMNS]);
});

Deno.test("writeNdjson() ends every line with LF and has none within", () => {
  const report = nastyReport();
  const rows = report.domains.reduce((sum, { pages }) => sum + pages.length, 0);
  const lines = [...writeNdjson(report)].join("").split("\n");
  assertEquals(lines.pop(), "");
  assertEquals(lines.length, rows);
  for (const line of lines) assertEquals(Object.keys(JSON.parse(line)), [...COLUMNS]);
});

Deno.test("writeNdjson() writes nothing for a domain without pages", () => {
  const report = reportOf([{ code: "en", views: 9, pages: [] }]);
  assertEquals([...writeNdjson(report)].join(""), "");
});

Deno.test("readNdjson() gives back what writeNdjson() wrote", () => {
  const report = nastyReport();
  assertEquals(
    [...readNdjson([...writeNdjson(report)].join(""))],
    report.domains.filter(({ pages }) => pages.length > 0).map(({ code, pages }) => [code, pages]),
  );
});

Deno.test("readNdjson() refuses what is not JSON", () => {
  assertThrows(() => readNdjson("hour_start,domain_code\n"), SyntaxError);
});
