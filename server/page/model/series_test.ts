import { assertEquals } from "@std/assert";
import { Hour } from "../../../core/time/hour.ts";
import { seriesOf, unbroken } from "./series.ts";

const FIRST = Hour.parse("2020-09-10T05");
const past = (counts: (number | null | undefined)[], skipped: number[] = []) =>
  counts.map((views, i) => ({
    hour: FIRST.plus(i + skipped.filter((at) => at <= i).length),
    pages: views === undefined ? undefined : [
      { rank: 1, views: 9, title: "B" },
      ...views === null ? [] : [{ rank: 2, views, title: "A" }],
    ],
  }));
const views = (points: { views: number | null }[]) => points.map((point) => point.views);

Deno.test("seriesOf() has a gap where a page was not in the top, or nobody knows", () => {
  const hours = past([1, null, undefined, 4]);
  assertEquals(views(seriesOf("A", hours)), [1, null, null, 4]);
  assertEquals(views(seriesOf("B", hours)), [9, 9, null, 9]);
  assertEquals(views(seriesOf("C", hours)), [null, null, null, null]);
});

Deno.test("unbroken() splits a series at gaps and at hours that are not stored", () => {
  const parts = (...args: Parameters<typeof past>) =>
    unbroken(seriesOf("A", past(...args))).map(views);
  assertEquals(parts([1, 2, null, 4, null, null, 7, 8]), [[1, 2], [4], [7, 8]]);
  assertEquals(parts([1, 2, 3, 4], [1, 3]), [[1], [2, 3], [4]]);
  assertEquals(parts([null, null]), []);
  assertEquals(parts([]), []);
});
