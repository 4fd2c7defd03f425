import { assertEquals } from "@std/assert";
import { Hour } from "../../../core/time/hour.ts";
import { addDays, addMonthsToDay, dayOf, hoursOf } from "./day.ts";

Deno.test("addDays() passes the ends of months and years", () => {
  assertEquals(addDays("2024-02-28", 2), "2024-03-01");
  assertEquals(addDays("2020-01-01", -1), "2019-12-31");
});

Deno.test("addMonthsToDay() stays in a shorter month", () => {
  assertEquals(addMonthsToDay("2024-01-31", 1), "2024-02-29");
  assertEquals(addMonthsToDay("2024-02-29", -12), "2023-02-28");
  assertEquals(addMonthsToDay("2024-12-15", 1), "2025-01-15");
});

Deno.test("hoursOf() are the hours that begin on a day", () => {
  const hours = hoursOf("2020-09-10");
  assertEquals(hours.length, 24);
  assertEquals([`${hours[0]}`, `${hours[23]}`], ["2020-09-10T01", "2020-09-11T00"]);
  assertEquals([...new Set(hours.map(dayOf))], ["2020-09-10"]);
  assertEquals(`${hoursOf("2015-05-01")[0]}`, `${Hour.first()}`);
});
