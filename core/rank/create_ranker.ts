import type { Ranker, Ties } from "./page.ts";
import { TiedTop } from "./tied_top.ts";
import { Top } from "./top.ts";

/**
 * Makes the ranker of a tie rule.
 *
 * @param ties The tie rule.
 * @param limit The last rank to keep, at least 1; `Infinity` keeps all.
 * @returns An empty ranker.
 * @throws {RangeError} If the limit is not a whole number from 1.
 */
export function createRanker(ties: Ties, limit: number): Ranker {
  if (!(Math.floor(limit) === limit && limit >= 1)) {
    throw new RangeError(`Invalid top "${limit}": it is not a whole number from 1`);
  }
  return ties === "row" ? new Top(limit) : new TiedTop(limit, ties);
}
