import { assertEquals, assertMatch } from "@std/assert";
import { Hour } from "../../../core/time/hour.ts";
import { parsePeriod } from "../../../core/time/period.ts";
import {
  formatBytes,
  formatCompact,
  formatDate,
  formatDay,
  formatLocalPeriod,
  formatMoment,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatShare,
  formatShares,
  formatTimes,
  formatWhen,
} from "./format.ts";

Deno.test("formatShare() writes percents with two or three digits", () => {
  for (
    const [share, expected] of [
      [0, "0"],
      [1, "100"],
      [0.1666, "16.7"],
      [0.0116, "1.16"],
      [0.001, "0.10"],
      [0.00096, "0.096"],
      [0.000001, "0.00010"],
    ] as const
  ) assertEquals(formatShare(share), `${expected}\u2009%`);
});

Deno.test("formatShares() writes all shares of a list with equal digits behind the point", () => {
  const written = (...shares: number[]) => shares.map(formatShares(shares));
  assertEquals(
    written(0.123, 0.0525, 0.0004),
    ["12.30", "5.25", "0.04"].map((one) => `${one}\u2009%`),
  );
  assertEquals(written(0.5, 0.25), ["50.0", "25.0"].map((one) => `${one}\u2009%`));
  assertEquals(written(1e-9, 0), ["0.0000", "0.0000"].map((one) => `${one}\u2009%`));
  assertEquals(written(0), ["0.0\u2009%"]);
});

Deno.test("formatPercent() and formatTimes() write parts and multiples", () => {
  assertEquals(formatPercent(0.637), "64\u2009%");
  assertEquals([8.333, 9.96, 120.4, 12345].map(formatTimes), ["×8.3", "×10.0", "×120", "×12,345"]);
});

Deno.test("formatNumber(), formatCompact() and formatBytes() write numbers for people", () => {
  assertEquals(formatNumber(1234567), "1,234,567");
  assertEquals(formatCompact(1234567), "1.23M");
  assertEquals(formatCompact(950), "950");
  assertEquals(formatBytes(56_905_116), "56.9 MB");
  assertEquals(formatBytes(1), "0.0 MB");
});

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

Deno.test("formatDate() and formatWhen() write days, weeks and months", () => {
  const dates = (label: string) => {
    const period = parsePeriod(label);
    return [formatDate(period), formatDate(period, { short: true })];
  };
  assertMatch(dates("2020-09-10")[0]!, /^Thursday,? 10 September 2020$/);
  assertMatch(dates("2020-09-10")[1]!, /^10 Sept? 2020$/);
  assertMatch(dates("2020-W37")[0]!, /^Week 37, 7\s?–\s?13 September 2020$/);
  assertMatch(dates("2020-W53")[0]!, /^Week 53, 28 December 2020\s–\s3 January 2021$/);
  assertEquals(dates("2020-W53")[1], "Week 53, 2020");
  assertEquals(dates("2020-09"), ["September 2020", "September 2020"]);
  assertMatch(formatWhen(HOUR, { short: true }), /^10 Sept? 2020, 17:00–18:00 UTC$/);
  assertEquals(formatWhen(parsePeriod("2020-09")), "September 2020");
  assertEquals(
    ["2020-09-10T18", "2020-09-10", "2020-W37"].map((label) =>
      formatMoment(parsePeriod(label)).replace("Sept ", "Sep ")
    ),
    ["at 18:00", "on 10 Sep 2020", "in Week 37, 2020"],
  );
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
