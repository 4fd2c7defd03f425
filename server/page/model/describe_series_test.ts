import { assertEquals } from "@std/assert";
import { Hour } from "../../../core/time/hour.ts";
import { describeSeries } from "./describe_series.ts";

const FIRST = Hour.parse("2020-09-10T05");
const series = (...counts: (number | null)[]) =>
  counts.map((views, i) => ({ hour: FIRST.plus(i), views }));

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
