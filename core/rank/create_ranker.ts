import type { Ranker, Ties } from "./page.ts";
import { PageBudget } from "./page_budget.ts";
import { TiedTop } from "./tied_top.ts";
import { TitleMemory } from "./title_memory.ts";
import { Top } from "./top.ts";

/**
 * Makes the ranker of a tie rule.
 *
 * @param ties The tie rule.
 * @param limit The last rank to keep, at least 1; `Infinity` keeps all.
 * @param budget How many pages it may keep, with all others that share it; no bound if it is left out.
 * @param titles Where it keeps titles, with all others that share it.
 * @returns An empty ranker.
 * @throws {RangeError} If the limit is not a whole number from 1.
 */
export function createRanker(
  ties: Ties,
  limit: number,
  budget: PageBudget = new PageBudget(Infinity),
  titles: TitleMemory = new TitleMemory(),
): Ranker {
  if (!(Math.floor(limit) === limit && limit >= 1)) {
    throw new RangeError(`Invalid top "${limit}": it is not a whole number from 1`);
  }
  return ties === "row" ? new Top(limit, budget, titles) : new TiedTop(limit, ties, budget);
}
