import { assertEquals } from "@std/assert";
import { SummedRows } from "./summed_rows.ts";

function rowsOf(pages: SummedRows): [string, number][] {
  const rows: [string, number][] = [];
  pages.replay({
    row: (bytes, start, end, views) =>
      rows.push([new TextDecoder().decode(bytes.subarray(start, end)), views]),
  });
  return rows;
}

Deno.test("SummedRows is empty at first", () => {
  const pages = new SummedRows();
  assertEquals([pages.length, pages.views, rowsOf(pages)], [0, 0, []]);
});

Deno.test("SummedRows.replay() gives the pages as they came, however often", () => {
  const pages = new SummedRows();
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

Deno.test("SummedRows keeps more titles than it has room for at first", () => {
  const pages = new SummedRows();
  const titles = Array.from({ length: 3000 }, (_, i) => `${i}_`.repeat(1 + i % 100));
  titles.push("x".repeat(1 << 18));
  for (const [i, title] of titles.entries()) {
    const bytes = new TextEncoder().encode(title);
    pages.row(bytes, 0, bytes.length, i);
  }
  assertEquals(pages.length, titles.length);
  assertEquals(pages.views, (titles.length * (titles.length - 1)) / 2);
  assertEquals(rowsOf(pages), titles.map((title, i) => [title, i]));
});

Deno.test("SummedRows sums the rows of one page, however many others there are", () => {
  const pages = new SummedRows();
  const add = (title: string, views: number) => {
    const bytes = new TextEncoder().encode(title);
    pages.row(bytes, 0, bytes.length, views);
  };
  for (let round = 1; round <= 3; round++) {
    for (let i = 0; i < 2000; i++) add(`Page_${i}`, i);
    add("", round);
  }
  assertEquals([pages.length, pages.repeated], [2001, 4002]);
  const rows = rowsOf(pages);
  assertEquals(rows.slice(0, 2000), Array.from({ length: 2000 }, (_, i) => [`Page_${i}`, 3 * i]));
  assertEquals(rows[2000], ["", 6]);
});
