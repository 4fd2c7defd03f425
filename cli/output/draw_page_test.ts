import { assertEquals } from "@std/assert";
import type { PagePlace, PlacedPage } from "../../core/explain/place.ts";
import { drawPage } from "./draw_page.ts";

const page = (title: string, views: number, rank: number | null, undenied: number): PlacedPage => ({
  title,
  views,
  rank,
  undenied,
});

function placeOf(at: number, tied: number, ...around: PlacedPage[]): PagePlace {
  return { page: around[at]!, tied, around };
}

Deno.test("drawPage() draws a page that ranks", () => {
  const place = placeOf(
    1,
    1,
    page("Main_Page", 5000, null, 1),
    page("日本", 1200, 1, 2),
    page("Red\u001b[31m", 1200, 2, 3),
  );
  assertEquals(
    drawPage(place, { views: 10_000, denylist: "my/denylist", entries: [] }),
    `日本 · 1,200 views, 12.0% of the domain's
Not denied by my/denylist
Rank 1; it would be 2 without the denylist; 1 other page has as many views

     rank  without denylist  views  title
   denied                 1  5,000  Main_Page
>       1                 2  1,200  日本
        2                 3  1,200  Red\ufffd[31m
`,
  );
});

Deno.test("drawPage() names every entry that denies a page", () => {
  const place = placeOf(0, 2, page("Talk:A", 50, null, 7));
  const entries = [{ line: 1, text: "en Talk:A" }, { line: 17_985, text: "en Talk%3AA" }];
  assertEquals(
    drawPage(place, { views: 10_000, denylist: "my/denylist", entries }),
    `Talk:A · 50 views, 0.5% of the domain's
Denied by line 1 of my/denylist: en Talk:A
Denied by line 17,985 of my/denylist: en Talk%3AA
No rank; it would be 7 without the denylist; 2 other pages have as many views

     rank  without denylist  views  title
>  denied                 7     50  Talk:A
`,
  );
});

Deno.test("drawPage() says nothing of a denylist where there is none", () => {
  const place = placeOf(1, 0, page("A", 50, 1, 1), page("B", 1, 2, 2));
  assertEquals(
    drawPage(place, { views: 51, denylist: undefined, entries: [] }),
    `B · 1 views, 2.0% of the domain's
No denylist
Rank 2

   rank  views  title
      1     50  A
>     2      1  B
`,
  );
});

Deno.test("drawPage() knows no share of a domain without views", () => {
  const [line] = drawPage(placeOf(0, 0, page("A", 0, 1, 1)), {
    views: 0,
    denylist: undefined,
    entries: [],
  }).split("\n");
  assertEquals(line, "A · 0 views");
});
