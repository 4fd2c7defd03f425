import { assert, assertEquals } from "@std/assert";
import { rankHour } from "../../core/mod.ts";
import { type Fate, fateOf, hourAt } from "./fate.ts";
import { largeDump } from "./large_dump.ts";

Deno.test("fateOf is the same for the same seed, another for another one, and each is met", () => {
  const fates = (seed: number) => Array.from({ length: 1000 }, (_, i) => fateOf(hourAt(i), seed));
  assertEquals(fates(1), fates(1));
  assert(fates(1).join() !== fates(2).join());
  const met = new Set<Fate>(fates(1));
  assertEquals(met.size, 7);
  assert(fates(1).filter((fate) => fate === "sample").length > 750);
});

Deno.test("largeDump knows its report", async () => {
  const { content, rows } = largeDump();
  const { domains } = await rankHour(new Blob([content]).stream());
  const ranked = domains.flatMap(({ code, pages }) =>
    pages.map(({ rank, views, title }) => [code, String(rank), String(views), title])
  );
  assertEquals(ranked, rows.map(({ code, rank, views, title }) => [code, rank, views, title]));
});
