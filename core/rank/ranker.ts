import { TiedTop } from "./tied_top.ts";
import { Top } from "./top.ts";

/**
 * What becomes of pages with equal views: `row` gives each a rank of its own by its title, `rank`
 * and `dense` number them as SQL's `RANK` and `DENSE_RANK` do.
 */
export type Ties = "row" | "rank" | "dense";

/** All tie rules, the default first. */
export const TIES: readonly Ties[] = ["row", "rank", "dense"];

/** A page and how often it was viewed. */
export interface Page {
  /** The page's title, UTF-8. */
  readonly title: Uint8Array;
  /** How often the page was viewed. */
  readonly views: number;
}

/** A page with its place among the pages of its domain. */
export interface RankedPage<Title = Uint8Array> {
  /** The place, from 1; pages share one if the tie rule says so. */
  rank: number;
  /** How often the page was viewed. */
  views: number;
  /** The page's title. */
  title: Title;
}

/** Keeps those pages of one domain whose rank is within a limit. */
export interface Ranker {
  /** A page of fewer views than this does not rank. It only ever rises. */
  readonly floor: number;
  /**
   * Takes a page if it ranks among those seen so far.
   *
   * @param bytes The bytes that hold its title; they are copied if the page is kept.
   * @param start Where the title begins.
   * @param end Where the title ends.
   * @param views How often the page was viewed.
   */
  offer(bytes: Uint8Array, start: number, end: number, views: number): void;
  /**
   * The pages that rank.
   *
   * @returns The pages in the order of {@linkcode comparePages}.
   */
  pages(): RankedPage[];
}

/**
 * Makes the ranker of a tie rule.
 *
 * @param ties The tie rule.
 * @param limit The last rank to keep, at least 1; `Infinity` keeps all.
 * @returns An empty ranker.
 * @throws {RangeError} If the limit is not a whole number from 1.
 *
 * @example Usage
 * ```ts
 * import { createRanker } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const ranker = createRanker("rank", 2);
 * for (const [title, views] of [["C", 1], ["B", 5], ["A", 5]] as const) {
 *   const bytes = new TextEncoder().encode(title);
 *   ranker.offer(bytes, 0, bytes.length, views);
 * }
 * assertEquals(ranker.pages().map((page) => page.rank), [1, 1]);
 * ```
 */
export function createRanker(ties: Ties, limit: number): Ranker {
  if (!(Math.floor(limit) === limit && limit >= 1)) {
    throw new RangeError(`Cannot rank the top ${limit}: it is not a whole number from 1`);
  }
  return ties === "row" ? new Top(limit) : new TiedTop(limit, ties);
}
