import { assertEquals } from "@std/assert";
import { Hour } from "../../../core/time/hour.ts";
import { sparkline } from "./sparkline.ts";

const BOX = { width: 40, height: 20, margin: 0 };
const FIRST = Hour.parse("2020-09-10T05");
const series = (...counts: (number | null)[]) =>
  counts.map((views, i) => ({ hour: FIRST.plus(i), views }));

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
