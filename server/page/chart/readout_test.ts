import { assertEquals } from "@std/assert";
import type { Line } from "./lines.ts";
import { readoutAt, timesOf } from "./readout.ts";

const at = (hour: number) => new Date(Date.UTC(2020, 8, 10, hour));
const line = (title: string, views: Record<number, number>, weight: Line["weight"] = "named") => ({
  title,
  index: 0,
  weight,
  points: Object.entries(views).map(([hour, views]) => ({
    time: at(Number(hour)),
    views,
    part: "",
  })),
});
const LINES = [line("A_b", { 1: 5, 2: 9 }), line("C", { 2: 20, 3: 1 })];

Deno.test("timesOf() has each time once, in order", () => {
  assertEquals(timesOf(LINES), [at(1), at(2), at(3)]);
  assertEquals(timesOf([]), []);
});

Deno.test("readoutAt() tells the views of each line that has any, the most first", () => {
  const told = (hour: number) =>
    readoutAt(LINES, at(hour)).map(({ title, views }) => `${title} ${views}`);
  assertEquals(told(1), ["A b 5"]);
  assertEquals(told(2), ["C 20", "A b 9"]);
  assertEquals(told(4), []);
});

Deno.test("readoutAt() leaves out what is seen least where there are many", () => {
  const many = Array.from({ length: 12 }, (_, i) => line(`P${i}`, { 1: 100 + i }, "pack"));
  const rows = readoutAt([...many, line("Named", { 1: 1 })], at(1));
  assertEquals(rows.length, 9);
  assertEquals(rows.at(-1)?.title, "Named");
});
