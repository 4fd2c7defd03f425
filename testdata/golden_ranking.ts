import { dumpText, type RowTuple } from "./dump_text.ts";
import type { GoldenCase } from "./golden_case.ts";
import { Random } from "./random.ts";

/** All ways in which a denylist names a page; the pages that stay are named after what they prove. */
export const DENYLIST_CASES: GoldenCase[] = [
  {
    name: "denylist",
    dumpName: "pageviews-20260910-180000.gz",
    dump: dumpText([
      ["de", "Main_Page", 5],
      ["en", "-", 900],
      ["en", "A+B", 50],
      ["en", "A_B", 49],
      ["en", "A%2BB", 48],
      ["en", "A%252BB", 47],
      ["en", "C+D", 47],
      ["en", "C_D", 47],
      ["en", "Apollo%2", 46],
      ["en", "Apollo%", 45],
      ["en", "Apollo%zz", 44],
      ["en", "Caf\u00e9", 43],
      ["en", "Encore", 42],
      ["en", "Lower\u00e9", 41],
      ["en", "Main_Page", 800],
      ["en", "Main_Page_(stays)", 40],
      ["en", "main_Page", 39],
      ["en", "New_York_City", 38],
      ["en", "Not\ufffdUTF-8\ufffd", 37],
      ["en", "Special:Search", 700],
      ["en", "\ufeffMarked", 36],
      ["en", "Marked", 35],
      ["en", "Two", 34],
      ["en", "Lines", 34],
      ["en", "Two_Lines", 34],
      ["en", "ＡＢＣ", 33],
      ["en", "Return\r", 32],
      ["en", "Return", 31],
      ["en", '"Heroes"', 30],
      ["en", "", 29],
      ["en", "🦆", 28],
      ["en.m", "Main_Page", 6],
      ["en.m", "Special:Search", 4],
      ["ja", "メインページ", 12],
      ["ja", "特別:検索", 11],
      ["ja", "日本", 10],
      // All that it has is denied: it is counted, and not in the report.
      ["ru", "Заглавная_страница", 3],
    ], "quoted"),
    denylist: [
      "en -",
      "en Main_Page",
      "en Main_Page", // twice
      "en Special%3ASearch",
      "en A%2BB", // denies A+B, too; is decoded once
      "en C+D", // not C_D
      "en Apollo%2", // too short to decode
      "en Apollo%",
      "en Apollo%zz",
      "en Caf%C3%A9",
      "en Lower%c3%a9",
      "en New%20York%20City",
      "en Not%FFUTF-8%C3",
      "en %EF%BB%BFMarked", // not the page without the mark
      "en Two%0ALines", // no page, and least of all two
      "en ＡＢＣ",
      "en Return%0D",
      'en "Heroes"',
      "en %F0%9F%A6%86",
      "en ", // names no page
      "en%20 Encore", // names no domain
      "en",
      "",
      "ja %E3%83%A1%E3%82%A4%E3%83%B3%E3%83%9A%E3%83%BC%E3%82%B8",
      "ja 特別:検索",
      "ru %D0%97%D0%B0%D0%B3%D0%BB%D0%B0%D0%B2%D0%BD%D0%B0%D1%8F_%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0",
      "en.m Main Page", // a space is one, too
    ].join("\r\n"),
  },
  {
    // The rows that are denied would have filled the top: what follows moves up.
    name: "denied-before-ranking",
    dumpName: "pageviews-20180219-100000",
    dump: dumpText([
      ["en", "Main_Page", 100],
      ["en", "Special:Search", 90],
      ["en", "-", 80],
      ["en", "Ada_Lovelace", 9],
      ["en", "Grace_Hopper", 8],
      ["en", "Alan_Turing", 7],
    ], "unquoted"),
    denylist: "en -\nen Main_Page\nen Special:Search\n",
    options: { top: 2 },
  },
];

const TIED_ROWS = new Random(25).shuffled([
  // The tie begins at rank 25 and ends at 27; four ties above it make RANK and DENSE_RANK differ.
  ...tied("de", [
    [900, 1],
    [800, 2],
    [700, 3],
    [600, 4],
    [500, 5],
    ...Array.from({ length: 9 }, (_, i): [number, number] => [90 - i, 1]),
    [70, 3],
    ...Array.from({ length: 14 }, (_, i): [number, number] => [60 - i, 1 + i % 2]),
  ]),
  // The tie spans the ranks 20 to 40.
  ...tied("en", [[50, 1], [40, 18], [3, 21], [2, 4], [1, 5]]),
  // Nothing but a tie, one page too long; then as long as it may be; then shorter.
  ...tied("fr", [[1, 26]]),
  ...tied("fr.d", [[1, 25]]),
  ...tied("it", [[2, 3]]),
  // No tie at the boundary.
  ...tied("ja", Array.from({ length: 26 }, (_, i) => [100 - i, 1])),
]);
const TIED_DUMP = dumpText(TIED_ROWS, "quoted");

/** What the tie rules make of the same dump, with ties at the last rank. */
export const TIE_CASES: GoldenCase[] = [
  { name: "ties-row", dumpName: "pageviews-20260910-180000.gz", dump: TIED_DUMP },
  {
    name: "ties-rank",
    dumpName: "pageviews-20260910-180000.gz",
    dump: TIED_DUMP,
    options: { ties: "rank" },
  },
  {
    name: "ties-dense",
    dumpName: "pageviews-20260910-180000.gz",
    dump: TIED_DUMP,
    options: { ties: "dense" },
  },
  {
    name: "top-3",
    dumpName: "pageviews-20260910-180000",
    dump: dumpText([...tied("en", [[5, 2], [4, 2], [3, 2]]), ...tied("en.m", [[9, 2]])], "quoted"),
    options: { top: 3 },
  },
];

/** Pages in no order of their views, named after these and a letter. */
function tied(domain: string, groups: [views: number, pages: number][]): RowTuple[] {
  return groups.flatMap(([views, pages]) =>
    Array.from({ length: pages }, (_, i): RowTuple => {
      const letter = String.fromCharCode("A".charCodeAt(0) + i);
      return [domain, `${letter}_${views}`, views];
    })
  );
}
