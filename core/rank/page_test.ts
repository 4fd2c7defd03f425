import { assertEquals } from "@std/assert";
import { Random } from "../../testdata/random.ts";
import { comparePages, DEFAULT_TOP, TIES } from "./page.ts";

const encode = (text: string) => new TextEncoder().encode(text);

Deno.test("TIES are all tie rules, the default first, and 25 pages are ranked by default", () => {
  assertEquals(TIES, ["row", "rank", "dense"]);
  assertEquals(DEFAULT_TOP, 25);
});

Deno.test("comparePages orders by views, the most first, then by title", () => {
  const page = (title: string, views: number) => ({ title: encode(title), views });
  const most = 2 ** 53 - 1;
  const pages = [
    page("B", most),
    page("A", most - 1),
    page("", 7),
    page("A", 7),
    page("\uff3a", 7),
    page("𝒵", 7),
    page("A", 0),
  ];
  const shuffled = new Random(1).shuffled(pages);
  assertEquals(shuffled.sort(comparePages), pages);
  assertEquals(comparePages(page("A", 7), page("A", 7)), 0);
});
