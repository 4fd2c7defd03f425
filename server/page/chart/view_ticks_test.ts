import { assertEquals } from "@std/assert";
import { viewTicks } from "./view_ticks.ts";

Deno.test("viewTicks() names round numbers, the fewer the more there are", () => {
  assertEquals(viewTicks(5, 60), [5, 10, 20, 50]);
  assertEquals(viewTicks(20, 900), [30, 100, 300]);
  assertEquals(viewTicks(20, 900_000), [100, 1000, 10_000, 100_000]);
  assertEquals(viewTicks(1, 1), [1]);
});
