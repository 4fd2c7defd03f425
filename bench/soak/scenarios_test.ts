import { assert, assertEquals } from "@std/assert";
import { hourAt, type Scenario, scenarioOf } from "./scenarios.ts";

Deno.test("scenarioOf is the same for the same seed, another for another one, and each is met", () => {
  const scenarios = (seed: number) =>
    Array.from({ length: 1000 }, (_, i) => scenarioOf(hourAt(i), seed));
  assertEquals(scenarios(1), scenarios(1));
  assert(scenarios(1).join() !== scenarios(2).join());
  const met = new Set<Scenario>(scenarios(1));
  assertEquals(met.size, 7);
  assert(scenarios(1).filter((scenario) => scenario === "sample").length > 750);
});
