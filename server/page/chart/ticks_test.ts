import { assert, assertEquals } from "@std/assert";
import {
  formatDayTick,
  formatMonthTick,
  formatTick,
  monthTicks,
  timeTicks,
  viewTicks,
} from "./ticks.ts";

const at = (text: string) => Date.parse(`2020-09-${text}:00Z`);

Deno.test("timeTicks() names whole hours, few enough to be read", () => {
  assertEquals(timeTicks(at("09T18:30"), at("10T17:30")).map(formatTick), [
    "00:00\n10 Sept",
    "06:00",
    "12:00",
  ]);
  assertEquals(timeTicks(at("09T18:30"), at("09T20:30")).map(formatTick), ["19:00", "20:00"]);
  for (const days of [1, 2, 5, 30, 62]) {
    assert(timeTicks(at("01T00:30"), at("01T00:30") + days * 86_400_000).length <= 10, `${days}`);
  }
});

Deno.test("timeTicks() names days of weeks", () => {
  const weeks = (count: number) => timeTicks(at("03T12:00") - count * 604_800_000, at("03T12:00"));
  assertEquals(weeks(3).map(formatDayTick).at(-1)!.replace("Sept", "Sep"), "3 Sep");
  for (const count of [3, 12, 24]) {
    assert(weeks(count).length <= 7, `${count}`);
    assert(weeks(count).every((time) => time.getUTCDay() === 4));
  }
});

Deno.test("monthTicks() names the last month, a few before it, and years in January", () => {
  const middle = (month: number) => new Date(Date.UTC(2020, month, 16));
  const middles = Array.from({ length: 24 }, (_, i) => middle(i));
  const ticks = monthTicks([...middles, ...middles]);
  assertEquals(ticks.map(formatMonthTick), ["Apr", "Aug", "Dec", "Apr", "Aug", "Dec"]);
  assertEquals(monthTicks([middle(13), middle(12)]).map(formatMonthTick), ["Jan\n2021", "Feb"]);
});

Deno.test("viewTicks() names round numbers, the fewer the more there are", () => {
  assertEquals(viewTicks(5, 60), [5, 10, 20, 50]);
  assertEquals(viewTicks(20, 900), [30, 100, 300]);
  assertEquals(viewTicks(20, 900_000), [100, 1000, 10_000, 100_000]);
  assertEquals(viewTicks(1, 1), [1]);
});
