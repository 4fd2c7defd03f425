import { type Hour, type Report, reportDomain } from "../core/mod.ts";
import { Random } from "../testdata/random.ts";

/** Projects of the generated year, each with as many pages. */
const CODES = ("ar cs de en en.m es fa fr he id it ja ko nl pl pt ru sv uk zh").split(" ");
const PAGES = 3000;
const TOP = 25;

/** How much the interest in a page changes from an hour to the next, at most, as a factor. */
const CHANGE = 0.35;

/**
 * Hours of 20 projects, each with 25 pages that come and go as real ones do: most stay for hours, some
 * for weeks, and about two in an hour are new.
 */
export function* yearOfHours(first: Hour, count: number): Generator<Report> {
  const random = new Random(20260101);
  const projects = CODES.map((code) => ({
    code,
    pages: Array.from({ length: PAGES }, (_, i) => ({
      title: `${code}_page_${i}`,
      usual: 20_000 / (i + 1) ** 0.8,
      interest: 1,
    })),
  }));
  for (let at = 0; at < count; at++) {
    const domains = projects.map(({ code, pages }) => {
      for (const page of pages) {
        const drift = 1 + CHANGE * (random.fraction() - 0.5);
        // What everybody reads today, hardly anybody reads next week.
        page.interest = 1 + (page.interest - 1) * 0.97;
        page.interest = Math.max(0.1, page.interest * drift);
      }
      pages[random.below(PAGES)]!.interest += 5 + random.below(200);
      const top = pages
        .map(({ title, usual, interest }) => ({ title, views: Math.round(usual * interest) }))
        .sort((a, b) => b.views - a.views || (a.title < b.title ? -1 : 1))
        .slice(0, TOP)
        .map((page, i) => ({ ...page, rank: i + 1 }));
      const views = top.reduce((sum, page) => sum + page.views, 0) * 4;
      return reportDomain({ code, views, pages: top });
    });
    yield {
      period: first.plus(at),
      edition: "each",
      sources: [],
      parameters: { top: TOP, ties: "row", denylist: null },
      counts: { lines: 1, views: 1, domains: CODES.length, denied: 0, repeated: 0, malformed: {} },
      domains,
    };
  }
}
