import { createRanker } from "./create_ranker.ts";
import { comparePages, type RankedPage, type Ranker, type Ties } from "./page.ts";
import type { TitleMemory } from "./title_memory.ts";

/** How many denied pages of a domain are kept at most, however far its top goes. */
export const MOST_DENIED = 25;

/**
 * The denied pages of one domain that would rank if nothing were denied, at most
 * {@linkcode MOST_DENIED}: those with the most views.
 */
export class DeniedTop {
  readonly #limit: number;
  readonly #ties: Ties;
  /** What the pages that are not denied rank in. */
  readonly #ranker: Ranker;
  readonly #top: Ranker;

  constructor({ top, ties }: { top: number; ties: Ties }, ranker: Ranker, titles: TitleMemory) {
    this.#limit = top;
    this.#ties = ties;
    this.#ranker = ranker;
    const most = ties === "row" ? Math.min(top, MOST_DENIED) : MOST_DENIED;
    this.#top = createRanker("row", most, undefined, titles);
  }

  /** Takes a denied page if it may rank; its title is copied if it is kept. */
  offer(bytes: Uint8Array, start: number, end: number, views: number, mobile?: number): void {
    if (views >= this.#ranker.floor) this.#top.offer(bytes, start, end, views, mobile);
  }

  /** The pages with the ranks that they would have among those that rank, in the order of these. */
  pages(ranked: readonly RankedPage<Uint8Array>[]): RankedPage<Uint8Array>[] {
    return rankDenied(this.#top.pages(), ranked, this.#ties)
      .filter(({ rank }) => rank <= this.#limit);
  }
}

/** Denied pages of a domain with the ranks that they would have among those that rank. */
export function rankDenied(
  denied: readonly RankedPage<Uint8Array>[],
  pages: readonly RankedPage<Uint8Array>[],
  ties: Ties,
): RankedPage<Uint8Array>[] {
  const isDenied = new Set(denied);
  const ranked: RankedPage<Uint8Array>[] = [];
  let rank = 0;
  let before = NaN;
  for (const [i, page] of [...denied, ...pages].sort(comparePages).entries()) {
    if (ties === "row" || page.views !== before) rank = ties === "dense" ? rank + 1 : i + 1;
    before = page.views;
    if (isDenied.has(page)) ranked.push({ ...page, rank });
  }
  return ranked;
}
