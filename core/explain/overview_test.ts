import { assertEquals } from "@std/assert";
import { pagesOf } from "../testing/pages_of.ts";
import { DeniedTitles } from "../deny/denied_titles.ts";
import { domainOverview } from "./overview.ts";

const PAGES = pagesOf([["A", 5], ["B", 9], ["C", 7], ["D", 7], ["E", 7], ["F", 1]]);

Deno.test("domainOverview() shows the top, and how many ranks the denylist is worth", () => {
  const denied = new DeniedTitles(new TextEncoder().encode("F\nB\nD"));
  assertEquals(domainOverview(PAGES, denied, { top: 2, denied: 2 }), {
    top: [
      { title: "C", views: 7, rank: 1, undenied: 2 },
      { title: "E", views: 7, rank: 2, undenied: 4 },
    ],
    denied: { pages: 3, views: 17, top: [{ title: "B", views: 9 }, { title: "D", views: 7 }] },
  });
});

Deno.test("domainOverview() does without a denylist", () => {
  const { top, denied } = domainOverview(PAGES, undefined, { top: 25, denied: 2 });
  assertEquals(top.map(({ title }) => title), ["B", "C", "D", "E", "A", "F"]);
  assertEquals(denied, { pages: 0, views: 0, top: [] });
});

Deno.test("domainOverview() shows a domain all of whose pages are denied", () => {
  const denied = new DeniedTitles(new TextEncoder().encode("A"));
  assertEquals(domainOverview(pagesOf([["A", 5]]), denied, { top: 25, denied: 2 }), {
    top: [],
    denied: { pages: 1, views: 5, top: [{ title: "A", views: 5 }] },
  });
});
