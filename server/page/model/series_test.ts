import { assertEquals } from "@std/assert";
import { Hour } from "../../../core/time/hour.ts";
import { describeSeries, movementOf, seriesOf, sparkline, unbroken } from "./series.ts";

const FIRST = Hour.parse("2020-09-10T05");
const BOX = { width: 40, height: 20, margin: 0 };
const series = (...counts: (number | null)[]) =>
  counts.map((views, i) => ({ period: FIRST.plus(i), views }));
const past = (counts: (number | null | undefined)[], skipped: number[] = []) =>
  counts.map((views, i) => ({
    period: FIRST.plus(i + skipped.filter((at) => at <= i).length),
    pages: views === undefined ? undefined : [
      { rank: 1, views: 9, title: "B" },
      ...views === null ? [] : [{ rank: 2, views, title: "A" }],
    ],
  }));
const views = (points: { views: number | null }[]) => points.map((point) => point.views);
const page = (title: string, rank: number) => ({ title, rank, views: 1 });

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

Deno.test("describeSeries() says in words what a line shows", () => {
  assertEquals(
    describeSeries(series(1200, null, 3400, 900)),
    "In the top in 3 of the last 4 stored hours: 900 to 3,400 views, most at 07:00",
  );
  assertEquals(
    describeSeries(series(null, 7)),
    "In the top in 1 of the last 2 stored hours: 7 views",
  );
  assertEquals(describeSeries(series(7)), "In the top in this hour: 7 views");
  assertEquals(describeSeries(series(null)), "No views known");
});

Deno.test("sparkline() joins neighbours, from zero to the highest views", () => {
  assertEquals(sparkline(series(5, 10, 0), BOX), {
    line: "M0 10L20 0L40 20",
    area: "M0 20L0 10L20 0L40 20L40 20Z",
    end: { x: 40, y: 20 },
  });
});

Deno.test("sparkline() leaves gaps, and shows points without neighbours", () => {
  const { line, area, end } = sparkline(series(4, null, 2, 4, null), BOX);
  assertEquals(line, "M-1 0h2M20 10L30 0");
  assertEquals(area, "M20 20L20 10L30 0L30 20Z");
  assertEquals(end, undefined);
});

Deno.test("sparkline() draws nothing of nothing, and one hour at its end", () => {
  assertEquals(sparkline([], BOX), { line: "", area: "", end: undefined });
  assertEquals(sparkline(series(null, null), BOX), { line: "", area: "", end: undefined });
  assertEquals(sparkline(series(3), BOX).end, { x: 40, y: 0 });
  assertEquals(sparkline(series(0, 0), BOX).line, "M0 20L40 20");
});

Deno.test("movementOf() compares ranks by title", () => {
  const before = [page("A", 1), page("B", 2), page("C", 3)];
  assertEquals(movementOf(page("A", 1), before), { kind: "same" });
  assertEquals(movementOf(page("A", 3), before), { kind: "down", by: 2 });
  assertEquals(movementOf(page("C", 1), before), { kind: "up", by: 2 });
  assertEquals(movementOf(page("a", 1), before), { kind: "new" });
  assertEquals(movementOf(page("A", 1), []), { kind: "new" });
});
