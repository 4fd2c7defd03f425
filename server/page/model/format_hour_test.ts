import { assertEquals, assertMatch } from "@std/assert";
import { Hour } from "../../../core/time/hour.ts";
import { formatDate, formatDay, formatLocalPeriod, formatPeriod } from "./format_hour.ts";

const HOUR = Hour.parse("2020-09-10T18");
const MIDNIGHT = Hour.parse("2020-09-11T00");

Deno.test("formatDate() and formatPeriod() write an hour by its begin, in UTC", () => {
  // Whether a comma follows the day of the week depends on the browser.
  assertMatch(formatDate(HOUR), /^Thursday,? 10 September 2020$/);
  assertMatch(formatDate(MIDNIGHT, { short: true }), /^10 Sept? 2020$/);
  assertEquals(formatPeriod(HOUR), "17:00–18:00");
  assertEquals(formatPeriod(MIDNIGHT), "23:00–00:00");
  assertMatch(formatDay("2020-09-10"), /^Thursday,? 10 September 2020$/);
});

Deno.test("formatLocalPeriod() says when an hour was for the reader", () => {
  assertEquals(formatLocalPeriod(HOUR, "Europe/Berlin"), "19:00–20:00");
  assertEquals(formatLocalPeriod(HOUR, "Asia/Kolkata"), "22:30–23:30");
  assertEquals(formatLocalPeriod(MIDNIGHT, "Asia/Tokyo"), "Friday, 08:00–09:00");
  assertEquals(formatLocalPeriod(MIDNIGHT, "America/New_York"), "19:00–20:00");
  assertEquals(formatLocalPeriod(HOUR, "UTC"), undefined);
  // In winter, London has the time of UTC.
  assertEquals(formatLocalPeriod(Hour.parse("2020-01-10T18"), "Europe/London"), undefined);
});
