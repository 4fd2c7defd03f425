import { assertEquals, assertThrows } from "@std/assert";
import { DumpError } from "../core/dump/dump_error.ts";
import { type NaiveOptions, naiveReport, rankNaively } from "./naive_ranker.ts";

const encode = (text: string) => new TextEncoder().encode(text);

function rank(dump: string, options: Partial<NaiveOptions> = {}) {
  const { domains } = rankNaively(encode(dump), { top: 25, ties: "row", ...options });
  return domains.flatMap(({ code, pages }) =>
    pages.map(({ rank, title, views }) => [code, rank, title, views])
  );
}

Deno.test("rankNaively ranks by views, then by the bytes of titles", () => {
  assertEquals(rank("en 𝒵 5 0\nen Ｚ 5 0\nen B 9 0\nde A 1 0\n"), [
    ["de", 1, "A", 1],
    ["en", 1, "B", 9],
    ["en", 2, "Ｚ", 5],
    ["en", 3, "𝒵", 5],
  ]);
});

Deno.test("rankNaively settles ties by each rule", () => {
  const dump = "en A 5 0\nen B 5 0\nen C 4 0\nen D 4 0\nen E 3 0\n";
  const ranks = (options: Partial<NaiveOptions>) => rank(dump, options).map(([, rank]) => rank);
  assertEquals(ranks({ ties: "row", top: 3 }), [1, 2, 3]);
  assertEquals(ranks({ ties: "rank", top: 3 }), [1, 1, 3, 3]);
  assertEquals(ranks({ ties: "dense", top: 3 }), [1, 1, 2, 2, 3]);
});

Deno.test("rankNaively unquotes what is quoted", () => {
  assertEquals(rank('en "\\"Hello\\\\\\"" 1 0\n'), [["en", 1, '"Hello\\"', 1]]);
  assertEquals(rank('en "Heroes" 1 0\n'), [["en", 1, '"Heroes"', 1]]);
  assertEquals(rank('"" "" 1 0'), [["", 1, "", 1]]);
});

Deno.test("rankNaively drops what a denylist names, as it is written and decoded", () => {
  const denylist = encode("en A%3AB\r\nen C%20D\nen E%FF\nen \nde F\n");
  const dump = "en A:B 1 0\nen A%3AB 1 0\nen C_D 1 0\nen E\ufffd 1 0\nen F 1 0\n";
  assertEquals(rank(dump, { denylist }), [["en", 1, "F", 1]]);
});

Deno.test("rankNaively counts malformed lines by their reason", () => {
  const lines = [
    "",
    "en A B 1 0",
    "e\xff A 1 0",
    "en  1 0",
    "en A -1 0",
    "en A 1 00",
    `en ${"x".repeat(66_000)} 1 0`,
    ...Array.from({ length: 10 }, (_, i) => `en ${i}${"x".repeat(10_000)} 1 0`),
  ];
  const dump = Uint8Array.from(lines.join("\n"), (char) => char.charCodeAt(0));
  const { counts } = rankNaively(dump, { top: 25, ties: "row" });
  const reasons = Object.entries(counts.malformed).map(([reason, lines]) => [reason, lines.count]);
  assertEquals(Object.fromEntries(reasons), {
    fields: 2,
    domain: 1,
    title: 1,
    views: 1,
    fourth: 1,
    length: 1,
  });
  assertEquals(counts.lines, 17);
});

Deno.test("rankNaively sums the rows of a page, wherever they stand", () => {
  const dump = "en A 1 0\nen B 2 0\nen A 4 0\nde A 3 0\nen A 1 0\n";
  assertEquals(rank(dump), [["de", 1, "A", 3], ["en", 1, "A", 6], ["en", 2, "B", 2]]);
  assertEquals(rankNaively(encode(dump), { top: 1, ties: "row" }).counts.repeated, 2);
});

Deno.test("rankNaively refuses what is no dump", () => {
  const codeOf = (dump: string) => assertThrows(() => rank(dump), DumpError).code;
  assertEquals(codeOf(""), "empty");
  assertEquals(codeOf("en A 1 0\nen B 2"), "cut");
  assertEquals(codeOf("x\n"), "not-a-dump");
  assertEquals(codeOf("en A 1 0\nx\nx\n"), "not-a-dump");
  assertEquals(codeOf(`en A 1 0\n${"x".repeat(99)}\n`), "not-a-dump");
  assertEquals(codeOf("en A 1 0\nen B 1 0\n\0\n"), "not-a-dump");
  assertEquals(codeOf("en A 1 0\nEN B 1 0\n"), "not-a-dump");
});

Deno.test("naiveReport quotes empty texts and what RFC 4180 wants quoted, in the hour that the dump ends", () => {
  const dump = new TextEncoder().encode(
    '"" Z1 5 0\nen A,B 4 0\nen Say_"A" 3 0\nen \r 2 0\nen C\\ 1 0\nen "" 0 0\n',
  );
  const ranking = rankNaively(dump, { top: 25, ties: "row" });
  assertEquals(
    naiveReport("pageviews-20260101-000000.gz", ranking),
    "unit,period_start,domain_code,project,access,rank,views,title,mobile_share,flags\n" +
      'hour,2025-12-31T23:00:00Z,"",wikifunctions,all,1,5,Z1,,""\n' +
      'hour,2025-12-31T23:00:00Z,en,en.wikipedia,desktop,1,4,"A,B",,""\n' +
      'hour,2025-12-31T23:00:00Z,en,en.wikipedia,desktop,2,3,"Say_""A""",,""\n' +
      'hour,2025-12-31T23:00:00Z,en,en.wikipedia,desktop,3,2,"\r",,""\n' +
      'hour,2025-12-31T23:00:00Z,en,en.wikipedia,desktop,4,1,C\\,,""\n' +
      'hour,2025-12-31T23:00:00Z,en,en.wikipedia,desktop,5,0,"",,""\n',
  );
});
