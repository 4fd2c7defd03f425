import { assertEquals } from "@std/assert";
import { Hour } from "../hour.ts";
import { hourKey } from "./hour_key.ts";

Deno.test("hourKey() sorts hours by year and month, without a colon", () => {
  const now = new Date("2026-09-11");
  assertEquals(hourKey(Hour.parse("2026-09-10T18", { now })), "2026/09/2026-09-10T18");
});

Deno.test("hourKey() goes by the hour's name, which is its end", () => {
  const now = new Date("2026-09-11");
  assertEquals(hourKey(Hour.parse("2026-01-01T00", { now })), "2026/01/2026-01-01T00");
});
