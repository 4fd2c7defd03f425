import { assertEquals, assertThrows } from "@std/assert";
import { DumpError } from "../dump/dump_error.ts";
import { createRanker } from "./create_ranker.ts";
import { type Ranker, TIES } from "./page.ts";
import { PageBudget } from "./page_budget.ts";

function offer(ranker: Ranker, title: string, views: number): void {
  const bytes = new TextEncoder().encode(title);
  ranker.offer(bytes, 0, bytes.length, views);
}

for (const ties of TIES) {
  Deno.test(`createRanker() bounds what rankers keep together, ties "${ties}"`, () => {
    const budget = new PageBudget(1000);
    const rankers = [createRanker(ties, 5000, budget), createRanker(ties, 5000, budget)];
    for (let i = 0; i < 1000; i++) offer(rankers[i % 2]!, `Page_${i}`, 7);
    const { code, message } = assertThrows(() => offer(rankers[0]!, "One_more", 7), DumpError);
    assertEquals(code, "too-many-pages");
    assertEquals(
      message,
      'Cannot rank dump: more than 1,000 pages would rank; choose a smaller top, or ties "row"',
    );
  });

  Deno.test(`createRanker() gives back what does not rank any more, ties "${ties}"`, () => {
    const ranker = createRanker(ties, 3, new PageBudget(4));
    for (let i = 0; i < 1000; i++) offer(ranker, `Page_${i}`, i);
    assertEquals(ranker.pages().length, 3);
  });
}
