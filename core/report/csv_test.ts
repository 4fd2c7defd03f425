import { assertEquals, assertThrows } from "@std/assert";
import { nastyReport, reportOf } from "../testing/nasty_report.ts";
import { COLUMNS, readCsv, writeCsv } from "./csv.ts";

const HEADER = "hour_start,domain_code,project,access,rank,views,title\n";

function written(...titles: string[]): string {
  const pages = titles.map((title, i) => ({ rank: i + 1, views: 9, title }));
  return [...writeCsv(reportOf([{ code: "en", views: 90, pages }]))].join("");
}

Deno.test("COLUMNS are those that readers rely on", () => {
  assertEquals(COLUMNS.join(",") + "\n", HEADER);
});

Deno.test("writeCsv() writes a header and one line for each page", () => {
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
    [...writeCsv(report)].join(""),
    HEADER +
      "2026-09-10T17:00:00Z,,wikifunctions,all,1,1,Z801\n" +
      "2026-09-10T17:00:00Z,commons.m,commons.wikimedia,desktop,1,5,Commons:Upload\n" +
      "2026-09-10T17:00:00Z,en.m.b,en.wikibooks,mobile,1,5,Chess\n" +
      "2026-09-10T17:00:00Z,en.m.b,en.wikibooks,mobile,1,4,Haskell\n",
  );
});

Deno.test("writeCsv() quotes a comma, a quote, CR and LF", () => {
  const front = "2026-09-10T17:00:00Z,en,en.wikipedia,desktop";
  assertEquals(
    written("a,b", '"Heroes"', "a\rb", "a\nb", "\r\n"),
    HEADER +
      `${front},1,9,"a,b"\n` +
      `${front},2,9,"""Heroes"""\n` +
      `${front},3,9,"a\rb"\n` +
      `${front},4,9,"a\nb"\n` +
      `${front},5,9,"\r\n"\n`,
  );
});

Deno.test("writeCsv() quotes nothing that RFC 4180 lets stand", () => {
  const titles = [
    "",
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
  assertEquals(lines.map((line) => line.split(",")[6]), titles);
});

Deno.test("writeCsv() quotes a domain code and its project", () => {
  const pages = [{ rank: 1, views: 9, title: "A" }];
  const report = reportOf([{ code: 'x,"y"', views: 9, pages }]);
  assertEquals(
    [...writeCsv(report)].join(""),
    HEADER + '2026-09-10T17:00:00Z,"x,""y""","x,""y""",desktop,1,9,A\n',
  );
});

Deno.test("writeCsv() writes the header alone where no domain has pages", () => {
  assertEquals([...writeCsv(reportOf([{ code: "en", views: 9, pages: [] }]))].join(""), HEADER);
});

Deno.test("readCsv() gives back what writeCsv() wrote", () => {
  const report = nastyReport();
  assertEquals(
    [...readCsv([...writeCsv(report)].join(""))],
    report.domains.filter(({ pages }) => pages.length > 0).map(({ code, pages }) => [code, pages]),
  );
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
  assertThrows(() => readCsv(`${HEADER}2026-09-10T17:00:00Z,en,x,desktop,1,9,"A\n`), SyntaxError);
});
