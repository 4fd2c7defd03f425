import { assertEquals } from "@std/assert";
import { movementOf } from "./movement.ts";

const page = (title: string, rank: number) => ({ title, rank, views: 1 });

Deno.test("movementOf() compares ranks by title", () => {
  const before = [page("A", 1), page("B", 2), page("C", 3)];
  assertEquals(movementOf(page("A", 1), before), { kind: "same" });
  assertEquals(movementOf(page("A", 3), before), { kind: "down", by: 2 });
  assertEquals(movementOf(page("C", 1), before), { kind: "up", by: 2 });
  assertEquals(movementOf(page("a", 1), before), { kind: "new" });
  assertEquals(movementOf(page("A", 1), []), { kind: "new" });
});
