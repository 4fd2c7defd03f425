import { assert, assertEquals } from "@std/assert";
import { reportOf } from "../testing/nasty_report.ts";
import { type Report, topOf } from "./report.ts";

function ranked(...ranks: number[]): Report {
  const pages = ranks.map((rank, i) => ({ rank, views: 100 - rank, title: `Page_${i}` }));
  const report = reportOf([
    { code: "de", views: 9, pages: [] },
    { code: "en", views: 900, pages },
  ]);
  return { ...report, parameters: { ...report.parameters, top: ranks.at(-1)! } };
}

Deno.test("topOf() keeps the first ranks, and says so in the parameters", () => {
  const report = ranked(1, 2, 3, 4);
  const top = topOf(report, 2);
  assertEquals(top.domains[1]!.pages, report.domains[1]!.pages.slice(0, 2));
  assertEquals(top.parameters, { ...report.parameters, top: 2 });
});

Deno.test("topOf() keeps all pages that share a rank", () => {
  assertEquals(topOf(ranked(1, 2, 2, 2, 5), 2).domains[1]!.pages.map(({ rank }) => rank), [
    1,
    2,
    2,
    2,
  ]);
  assertEquals(topOf(ranked(1, 2, 2, 2, 5), 4).domains[1]!.pages.map(({ rank }) => rank), [
    1,
    2,
    2,
    2,
  ]);
  assertEquals(topOf(ranked(1, 1, 2, 3, 3), 2).domains[1]!.pages.map(({ rank }) => rank), [
    1,
    1,
    2,
  ]);
});

Deno.test("topOf() keeps domains, their views and what was seen", () => {
  const report = ranked(1, 2, 3);
  const top = topOf(report, 1);
  assertEquals(top.domains.map(({ code, views }) => [code, views]), [["de", 9], ["en", 900]]);
  assertEquals(top.counts, report.counts);
});

Deno.test("topOf() leaves a report alone that goes no further", () => {
  const report = ranked(1, 2, 3);
  assert(topOf(report, 3) === report);
  assert(topOf(report, 1000) === report);
});

Deno.test("topOf() leaves the report alone that it takes from", () => {
  const report = ranked(1, 2, 3);
  topOf(report, 1);
  assertEquals(report.domains[1]!.pages.length, 3);
  assertEquals(report.parameters.top, 3);
});
