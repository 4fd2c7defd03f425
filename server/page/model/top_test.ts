import { assertEquals } from "@std/assert";
import { barScale } from "./top.ts";

const scale = (...views: number[]) => barScale(views.map((views) => ({ views })));

Deno.test("barScale() is the most views, unless they would leave nothing of the others", () => {
  assertEquals(scale(50, 20, 10), 50);
  assertEquals(scale(900, 60, 20, 10, 10), 60);
  assertEquals(scale(900), 900);
  assertEquals(scale(), 1);
  assertEquals(scale(0, 0), 1);
});
