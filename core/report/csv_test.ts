import { assertEquals, assertThrows } from "@std/assert";
import { nastyReport, reportOf } from "../testing/nasty_report.ts";
import { textOf } from "../testing/text_of.ts";
import { COLUMNS } from "./columns.ts";
import { encodeCsv } from "./csv.ts";
import { readCsv, readCsvDomain } from "./read_csv.ts";

const HEADER = "unit,period_start,domain_code,project,access,rank,views,title,mobile_share,flags\n";

function written(...titles: string[]): string {
  const pages = titles.map((title, i) => ({ rank: i + 1, views: 9, title }));
  return textOf(encodeCsv(reportOf([{ code: "en", views: 90, pages }])));
}

Deno.test("COLUMNS are those that readers rely on", () => {
  assertEquals(COLUMNS.map(({ name }) => name).join(",") + "\n", HEADER);
});

Deno.test("encodeCsv() writes a header and one line for each page", () => {
  const report = reportOf([
    { code: "", views: 1, pages: [{ rank: 1, views: 1, title: "Z801" }] },
    { code: "commons.m", views: 5, pages: [{ rank: 1, views: 5, title: "Commons:Upload" }] },
    {
      code: "en.m.b",
      views: 9,
      pages: [{ rank: 1, views: 5, title: "Chess" }, { rank: 1, views: 4, title: "Haskell" }],
    },
  ]);
  assertEquals(
    textOf(encodeCsv(report)),
    HEADER +
      'hour,2026-09-10T17:00:00Z,"",wikifunctions,all,1,1,Z801,,""\n' +
      "hour,2026-09-10T17:00:00Z,commons.m,commons.wikimedia,desktop,1,5,Commons:Upload,,not-article\n" +
      'hour,2026-09-10T17:00:00Z,en.m.b,en.wikibooks,mobile,1,5,Chess,,""\n' +
      'hour,2026-09-10T17:00:00Z,en.m.b,en.wikibooks,mobile,1,4,Haskell,,""\n',
  );
});

Deno.test("encodeCsv() quotes an empty text, a comma, a quote, CR and LF", () => {
  const front = "hour,2026-09-10T17:00:00Z,en,en.wikipedia,desktop";
  assertEquals(
    written("a,b", '"Heroes"', "a\rb", "a\nb", "\r\n", ""),
    HEADER +
      `${front},1,9,"a,b",,""\n` +
      `${front},2,9,"""Heroes""",,""\n` +
      `${front},3,9,"a\rb",,""\n` +
      `${front},4,9,"a\nb",,""\n` +
      `${front},5,9,"\r\n",,""\n` +
      `${front},6,9,"",,""\n`,
  );
});

Deno.test("encodeCsv() quotes nothing that RFC 4180 lets stand", () => {
  const titles = [
    " ",
    "a;b",
    "a\tb",
    "=1+1",
    "+1",
    "-",
    "@x",
    "'x'",
    "\\",
    "#",
    "日本",
    "\u0000",
  ];
  const lines = written(...titles).split("\n").slice(1, -1);
  assertEquals(lines.map((line) => line.split(",")[7]), titles);
});

Deno.test("encodeCsv() quotes a domain code and its project", () => {
  const pages = [{ rank: 1, views: 9, title: "A" }];
  const report = reportOf([{ code: 'x,"y"', views: 9, pages }]);
  assertEquals(
    textOf(encodeCsv(report)),
    HEADER + 'hour,2026-09-10T17:00:00Z,"x,""y""","x,""y""",desktop,1,9,A,,""\n',
  );
});

Deno.test("encodeCsv() writes the header alone where no domain has pages", () => {
  assertEquals(textOf(encodeCsv(reportOf([{ code: "en", views: 9, pages: [] }]))), HEADER);
});

Deno.test("readCsv() gives back what encodeCsv() wrote", () => {
  const report = nastyReport();
  assertEquals(
    [...readCsv(textOf(encodeCsv(report)))],
    report.domains.filter(({ pages }) => pages.length > 0).map(({ code, pages }) => [code, pages]),
  );
});

Deno.test("readCsvDomain() gives back the pages of each chunk that encodeCsv() wrote", () => {
  const report = nastyReport();
  const [header, ...chunks] = encodeCsv(report);
  assertEquals(header?.code, undefined);
  assertEquals(chunks.map(({ code }) => code), report.domains.map(({ code }) => code));
  for (const [i, { code, pages }] of report.domains.entries()) {
    const read = readCsvDomain(textOf([chunks[i]!]));
    assertEquals([...read], pages.length === 0 ? [] : [[code, pages]]);
  }
});

Deno.test("readCsv() refuses a row of too many fields or too few", () => {
  for (const row of ["a\n", "hour,2026-09-10T17:00:00Z,en,en.wikipedia,desktop,1,9,A,,,B\n"]) {
    assertThrows(() => readCsv(HEADER + row), SyntaxError, "a row has");
  }
});

Deno.test("readCsv() keeps the line ends within a field", () => {
  const titles = ["a\nb", "a\rb", "\n", "\r", "a\n\nb", "a\n", "a\r", "\na", "\ra"];
  const pages = readCsv(written(...titles)).get("en");
  assertEquals(pages?.map(({ title }) => title), titles);
});

Deno.test("readCsv() refuses other columns", () => {
  assertThrows(() => readCsv("a,b\n1,2\n"), SyntaxError, 'its columns are "a,b"');
  assertThrows(() => readCsv(""), SyntaxError, "its columns are");
});

Deno.test("readCsv() refuses a quote that does not end", () => {
  assertThrows(
    () => readCsv(`${HEADER}hour,2026-09-10T17:00:00Z,en,x,desktop,1,9,"A\n`),
    SyntaxError,
  );
});
