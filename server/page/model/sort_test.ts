import { assertEquals } from "@std/assert";
import { sortingAfter, type SortKey, sortPages, UNSORTED } from "./sort.ts";

const page = (rank: number, title: string, mobile_share: number | null = null) => ({
  rank,
  title,
  views: 100 - rank,
  mobile_share,
  flags: "",
});
const PAGES = [page(1, "b", 0.5), page(2, "Page_10"), page(3, "Page_9", 0.9), page(4, "a")];
const BEFORE = [page(1, "Page_9"), page(2, "a"), page(3, "b")];

const ranks = (key: SortKey, isReversed = false, before = BEFORE) =>
  sortPages(PAGES, { key, isReversed }, before).map(({ rank }) => rank);

Deno.test("sortPages() sorts by each key, and the other way round", () => {
  assertEquals(ranks("rank"), [1, 2, 3, 4]);
  assertEquals(ranks("views", true), [4, 3, 2, 1]);
  assertEquals(ranks("title"), [4, 1, 3, 2]);
  assertEquals(ranks("mobile"), [3, 1, 2, 4]);
});

Deno.test("sortPages() puts new pages before those that rose, and those before the others", () => {
  assertEquals(ranks("movement"), [2, 1, 3, 4]);
  assertEquals(
    sortPages(PAGES, { key: "movement", isReversed: false }, undefined).map(({ rank }) => rank),
    [1, 2, 3, 4],
  );
});

Deno.test("sortingAfter() turns round what is clicked again", () => {
  const once = sortingAfter(UNSORTED, "title");
  assertEquals(once, { key: "title", isReversed: false });
  assertEquals(sortingAfter(once, "title"), { key: "title", isReversed: true });
  assertEquals(sortingAfter(sortingAfter(once, "title"), "rank"), UNSORTED);
});
