import type { TopPage } from "../data/answers.ts";
import { type Movement, movementOf } from "./series.ts";

/** What a list can be sorted by. */
export type SortKey = "rank" | "movement" | "title" | "views" | "mobile";

/** How a list is sorted. */
export interface Sorting {
  key: SortKey;
  isReversed: boolean;
}

/** As it comes. */
export const UNSORTED: Sorting = { key: "rank", isReversed: false };

/** What is clicked sorts by itself, and once more the other way round. */
export function sortingAfter({ key, isReversed }: Sorting, clicked: SortKey): Sorting {
  return clicked === key ? { key, isReversed: !isReversed } : { key: clicked, isReversed: false };
}

/**
 * Sorts pages; those that are alike stay in the order of their ranks.
 *
 * @param before The pages of the period before, `undefined` if they are not known.
 */
export function sortPages(
  pages: readonly TopPage[],
  { key, isReversed }: Sorting,
  before: readonly TopPage[] | undefined,
): TopPage[] {
  const compare: Record<SortKey, (a: TopPage, b: TopPage) => number> = {
    rank: (a, b) => a.rank - b.rank,
    views: (a, b) => b.views - a.views,
    title: (a, b) => COLLATOR.compare(a.title, b.title),
    movement: (a, b) => riseOf(b, before) - riseOf(a, before),
    mobile: (a, b) => (b.mobile_share ?? -1) - (a.mobile_share ?? -1),
  };
  const sign = isReversed ? -1 : 1;
  return pages.toSorted((a, b) => sign * compare[key](a, b) || a.rank - b.rank);
}

const COLLATOR = new Intl.Collator("en", { numeric: true });

/** By how many places a page rose; one that is new rose further than any other. */
function riseOf(page: TopPage, before: readonly TopPage[] | undefined): number {
  const movement: Movement = before === undefined ? { kind: "same" } : movementOf(page, before);
  if (movement.kind === "new") return 1e6 - page.rank;
  if (movement.kind === "same") return 0;
  return movement.kind === "up" ? movement.by : -movement.by;
}
