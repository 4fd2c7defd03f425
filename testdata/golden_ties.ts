import { dumpText, type RowTuple } from "./dump_text.ts";
import type { GoldenCase } from "./golden_case.ts";
import { Random } from "./random.ts";

/** Pages in no order of their views, named after these and a letter. */
function tied(domain: string, groups: [views: number, pages: number][]): RowTuple[] {
  return groups.flatMap(([views, pages]) =>
    Array.from({ length: pages }, (_, i): RowTuple => {
      const letter = String.fromCharCode("A".charCodeAt(0) + i);
      return [domain, `${letter}_${views}`, views];
    })
  );
}

const rows = new Random(25).shuffled([
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
const dump = dumpText(rows, "quoted");

/** What the tie rules make of the same dump, with ties at the last rank. */
export const TIE_CASES: GoldenCase[] = [
  { name: "ties-row", dumpName: "pageviews-20260910-180000.gz", dump },
  {
    name: "ties-rank",
    dumpName: "pageviews-20260910-180000.gz",
    dump,
    options: { ties: "rank" },
  },
  {
    name: "ties-dense",
    dumpName: "pageviews-20260910-180000.gz",
    dump,
    options: { ties: "dense" },
  },
  {
    name: "top-3",
    dumpName: "pageviews-20260910-180000",
    dump: dumpText([...tied("en", [[5, 2], [4, 2], [3, 2]]), ...tied("en.m", [[9, 2]])], "quoted"),
    options: { top: 3 },
  },
];
