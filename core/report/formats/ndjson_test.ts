import { assert, assertEquals } from "@std/assert";
import { nastyReport, reportOf } from "../../testing/nasty_report.ts";
import { textOf } from "../../testing/text_of.ts";
import { COLUMNS } from "../columns.ts";
import { encodeNdjson } from "./ndjson.ts";

const NAMES = COLUMNS.map(({ name }) => name);

Deno.test("encodeNdjson() writes an object with the columns of the CSV for each page", () => {
  const pages = [{ rank: 1, views: 5, title: 'Say_"cheese",_please' }];
  const report = reportOf([{ code: "en.m", views: 9, pages }]);
  const text = textOf(encodeNdjson(report));
  assertEquals(
    text,
    '{"unit":"hour","period_start":"2026-09-10T17:00:00Z","domain_code":"en.m",' +
      '"project":"en.wikipedia","access":"mobile","rank":1,"views":5,"title":"Say_\\"cheese\\",_please",' +
      '"mobile_share":null,"flags":""}\n',
  );
  assertEquals(Object.keys(JSON.parse(text)), NAMES);
});

Deno.test("encodeNdjson() ends every line with LF and has none within", () => {
  const report = nastyReport();
  const rows = report.domains.reduce((sum, { pages }) => sum + pages.length, 0);
  const lines = textOf(encodeNdjson(report)).split("\n");
  assertEquals(lines.pop(), "");
  assertEquals(lines.length, rows);
  for (const line of lines) assertEquals(Object.keys(JSON.parse(line)), NAMES);
});

Deno.test("encodeNdjson() escapes what some readers take for the end of a line", () => {
  const title = "a\u0085b\u2028c\u2029d\u009be\u007ff\u00e9";
  const report = reportOf([{ code: "en", views: 9, pages: [{ rank: 1, views: 5, title }] }]);
  const text = textOf(encodeNdjson(report));
  assert(text.includes('"title":"a\\u0085b\\u2028c\\u2029d\\u009be\\u007ff\u00e9"'), text);
  assertEquals(JSON.parse(text).title, title);
  for (const line of textOf(encodeNdjson(nastyReport())).split("\n")) {
    assert(!/[\u0085\u2028\u2029]/.test(line), line);
  }
});

Deno.test("encodeNdjson() writes nothing for a domain without pages", () => {
  const report = reportOf([{ code: "en", views: 9, pages: [] }]);
  assertEquals(textOf(encodeNdjson(report)), "");
});

Deno.test("encodeNdjson() writes pages and domains that JSON gives back as they are", () => {
  const report = nastyReport();
  const rows = textOf(encodeNdjson(report)).trimEnd().split("\n").map((line) => JSON.parse(line));
  assertEquals(
    rows.map(({ domain_code, rank, views, title }) => [domain_code, { rank, views, title }]),
    report.domains.flatMap(({ code, pages }) => pages.map((page) => [code, page])),
  );
});
