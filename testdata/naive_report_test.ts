import { assertEquals } from "@std/assert";
import { naiveReport } from "./naive_report.ts";
import { rankNaively } from "./naive_ranker.ts";

Deno.test("naiveReport quotes empty texts and what RFC 4180 wants quoted, in the hour that the dump ends", () => {
  const dump = new TextEncoder().encode(
    '"" Z1 5 0\nen A,B 4 0\nen Say_"A" 3 0\nen \r 2 0\nen C\\ 1 0\nen "" 0 0\n',
  );
  const ranking = rankNaively(dump, { top: 25, ties: "row" });
  assertEquals(
    naiveReport("pageviews-20260101-000000.gz", ranking),
    "unit,period_start,domain_code,project,access,rank,views,title\n" +
      'hour,2025-12-31T23:00:00Z,"",wikifunctions,all,1,5,Z1\n' +
      'hour,2025-12-31T23:00:00Z,en,en.wikipedia,desktop,1,4,"A,B"\n' +
      'hour,2025-12-31T23:00:00Z,en,en.wikipedia,desktop,2,3,"Say_""A"""\n' +
      'hour,2025-12-31T23:00:00Z,en,en.wikipedia,desktop,3,2,"\r"\n' +
      "hour,2025-12-31T23:00:00Z,en,en.wikipedia,desktop,4,1,C\\\n" +
      'hour,2025-12-31T23:00:00Z,en,en.wikipedia,desktop,5,0,""\n',
  );
});
