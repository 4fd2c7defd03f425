import { assertEquals } from "@std/assert";
import { Hour } from "../../../core/time/hour.ts";
import {
  addDays,
  addMonths,
  addMonthsToDay,
  dayOf,
  hoursOf,
  monthOf,
  weeksOf,
} from "./calendar.ts";

Deno.test("addMonths() passes the ends of years", () => {
  assertEquals(addMonths({ year: 2020, month: 12 }, 1), { year: 2021, month: 1 });
  assertEquals(addMonths({ year: 2020, month: 1 }, -1), { year: 2019, month: 12 });
  assertEquals(addMonths({ year: 2020, month: 3 }, -40), { year: 2016, month: 11 });
});

Deno.test("monthOf() is the month of a day or an hour", () => {
  assertEquals(monthOf("2020-09-10"), { year: 2020, month: 9 });
  assertEquals(monthOf("2020-09-10T05"), { year: 2020, month: 9 });
});

Deno.test("weeksOf() begins weeks on Monday", () => {
  const weeks = weeksOf({ year: 2024, month: 2 });
  assertEquals(weeks.length, 5);
  assertEquals(weeks[0], [
    ...[undefined, undefined, undefined],
    ...["2024-02-01", "2024-02-02", "2024-02-03", "2024-02-04"],
  ]);
  assertEquals(weeks[4]!.slice(0, 5), [
    ...["2024-02-26", "2024-02-27", "2024-02-28", "2024-02-29"],
    undefined,
  ]);
  // A month that begins on a Monday and ends on a Sunday.
  assertEquals(weeksOf({ year: 2021, month: 2 }).flat().filter((day) => !day).length, 0);
});

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
