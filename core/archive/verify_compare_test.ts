import { assertEquals } from "@std/assert";
import { reportOf } from "../testing/nasty_report.ts";
import { encodeReport } from "../report/encode.ts";
import { compareHours } from "./compare_hours.ts";
import { describeReport, type Manifest } from "../report/manifest.ts";

const MADE = { at: "2026-09-10T20:30:00.000Z", by: "wikitop/1.2.3", seconds: 0.7 };

/** The manifest of an hour with so many domains, and these views of some. */
function manifestOf(domains: number, views: Record<string, number> = {}): Manifest {
  const facts = describeReport(reportOf([]), encodeReport(reportOf([]), "csv"), MADE);
  const counts = { ...facts.counts, domains };
  const file = { name: "2026-09-10T18.csv", bytes: 7, sha256: "ef".repeat(32) };
  return { ...facts, counts, domain_views: views, file };
}

Deno.test("compareHours() says nothing of hours that are alike", () => {
  const views = { "en": 100, "en.m": 100, "de": 7 };
  assertEquals(compareHours(manifestOf(1602, views), manifestOf(1602, views)), []);
  assertEquals(compareHours(manifestOf(1000, views), manifestOf(2000, { "en.m": 400 })), []);
  assertEquals(compareHours(manifestOf(0), manifestOf(0)), []);
});

Deno.test("compareHours() says where one hour has more than twice as much as the other", () => {
  const [small, large] = [{ "en": 1000, "en.m": 500 }, { "en": 1500, "en.m": 1501 }];
  for (const [a, b] of [[800, 1601], [1601, 800]]) {
    assertEquals(compareHours(manifestOf(a), manifestOf(b)), [
      `${a.toLocaleString("en-US")} and ${b.toLocaleString("en-US")} domains`,
    ]);
  }
  assertEquals(compareHours(manifestOf(7, small), manifestOf(7, large)), [
    "1,500 and 3,001 views of en and en.m",
  ]);
});

Deno.test("compareHours() says where one hour has something and the other nothing", () => {
  assertEquals(compareHours(manifestOf(7, { en: 1 }), manifestOf(7)), [
    "1 and 0 views of en and en.m",
  ]);
});
