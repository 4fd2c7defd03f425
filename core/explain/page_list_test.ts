import { assertEquals } from "@std/assert";
import { PageList } from "./page_list.ts";

function rowsOf(pages: PageList): [string, number][] {
  const rows: [string, number][] = [];
  pages.replay({
    row: (bytes, start, end, views) =>
      rows.push([new TextDecoder().decode(bytes.subarray(start, end)), views]),
  });
  return rows;
}

Deno.test("PageList is empty at first", () => {
  const pages = new PageList();
  assertEquals([pages.length, pages.views, rowsOf(pages)], [0, 0, []]);
});

Deno.test("PageList.replay() gives the rows as they came, however often", () => {
  const pages = new PageList();
  const bytes = new TextEncoder().encode("en Zürich 8 0");
  pages.row(bytes, 3, 10, 8);
  pages.row(bytes, 0, 2, 2 ** 53 - 1);
  pages.row(bytes, 0, 0, 0);
  // The memory of a row is used for the next one.
  bytes.fill(0);
  for (let i = 0; i < 2; i++) {
    assertEquals(rowsOf(pages), [["Zürich", 8], ["en", 2 ** 53 - 1], ["", 0]]);
  }
});

Deno.test("PageList keeps more titles than it has room for at first", () => {
  const pages = new PageList();
  const titles = Array.from({ length: 3000 }, (_, i) => `${i}`.repeat(i % 100));
  titles.push("x".repeat(1 << 18));
  for (const [i, title] of titles.entries()) {
    const bytes = new TextEncoder().encode(title);
    pages.row(bytes, 0, bytes.length, i);
  }
  assertEquals(pages.length, titles.length);
  assertEquals(pages.views, (titles.length * (titles.length - 1)) / 2);
  assertEquals(rowsOf(pages), titles.map((title, i) => [title, i]));
});
