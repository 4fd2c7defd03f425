import { assertEquals } from "@std/assert";
import { drawDomain } from "./draw_domain.ts";

const TOP = ["Berlin", "日本", "A\u0007"].map((title, i) => ({
  title,
  views: 3000 - 1000 * i,
  rank: i + 1,
  undenied: i + 2,
}));

Deno.test("drawDomain() draws the denied pages, the top, and those behind it", () => {
  const denied = {
    pages: 1234,
    views: 5000,
    top: [{ title: "Main_Page", views: 4000 }, { title: "-", views: 7 }],
  };
  const entries = [
    [{ line: 2, text: "en Main_Page" }, { line: 1500, text: "en Main%5FPage" }],
    [{ line: 1, text: "en -" }],
  ];
  assertEquals(
    drawDomain({ top: TOP, denied }, { top: 2, views: 11_000, entries }),
    `1,234 pages are denied, with 5,000 views, 45.5% of the domain's
views  title      entry
4,000  Main_Page  line 2: en Main_Page, line 1,500: en Main%5FPage
    7  -          line 1: en -
and 1,232 more

rank  without denylist  views  title
   1                 2  3,000  Berlin
   2                 3  2,000  日本
behind the top 2:
   3                 4  1,000  A\ufffd
`,
  );
});

Deno.test("drawDomain() says that no page is denied, and shows no more than there is", () => {
  const denied = { pages: 0, views: 0, top: [] };
  assertEquals(
    drawDomain({ top: TOP.slice(0, 1), denied }, { top: 25, views: 3000, entries: [] }),
    `No page is denied

rank  without denylist  views  title
   1                 2  3,000  Berlin
`,
  );
});

Deno.test("drawDomain() draws a domain all of whose pages are denied", () => {
  const denied = { pages: 1, views: 7, top: [{ title: "-", views: 7 }] };
  const entries = [[{ line: 1, text: "en -" }]];
  assertEquals(
    drawDomain({ top: [], denied }, { top: 25, views: 7, entries }),
    `1 page is denied, with 7 views, 100.0% of the domain's
views  title  entry
    7  -      line 1: en -

No page ranks
`,
  );
});
