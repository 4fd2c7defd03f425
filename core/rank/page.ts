import { compareBytes } from "../dump/bytes.ts";

/**
 * What becomes of pages with equal views: `row` gives each a rank of its own by its title, `rank`
 * and `dense` number them as SQL's `RANK` and `DENSE_RANK` do.
 */
export type Ties = "row" | "rank" | "dense";

/** All tie rules, the default first. */
export const TIES: readonly Ties[] = ["row", "rank", "dense"];

/** How many pages of a domain are ranked unless asked otherwise. */
export const DEFAULT_TOP = 25;

/** A page and how often it was viewed. */
export interface Page {
  /** The page's title, UTF-8. */
  readonly title: Uint8Array;
  /** How often the page was viewed. */
  readonly views: number;
  /** How many of the views were mobile; left out where the page is not of both kinds of readers. */
  readonly mobile?: number | undefined;
}

/** A page with its place among the pages of its domain. */
export interface RankedPage<Title = string> {
  /** The place, from 1; pages share one if the tie rule says so. */
  rank: number;
  /** How often the page was viewed. */
  views: number;
  /** The page's title. */
  title: Title;
  /**
   * Which part of the views was mobile, from 0 to 1 in thousandths; left out where a page is not that of
   * a project with both kinds of readers.
   */
  mobileShare?: number | undefined;
}

/** A page with its rank. */
export function withRank(
  page: Omit<Page, "title">,
  title: Uint8Array,
  rank: number,
): RankedPage<Uint8Array> {
  const { views } = page;
  const mobileShare = mobileShareOf(page);
  return mobileShare === undefined ? { rank, views, title } : { rank, views, title, mobileShare };
}

/** Which part of a page's views was mobile, in thousandths; `undefined` where that cannot be said. */
function mobileShareOf({ views, mobile }: Omit<Page, "title">): number | undefined {
  if (mobile === undefined || views === 0) return undefined;
  return Math.round((mobile / views) * 1000) / 1000;
}

/** Keeps those pages of one domain whose rank is within a limit. */
export interface Ranker {
  /** A page of fewer views than this does not rank. It only ever rises. */
  readonly floor: number;
  /** Takes a page if it ranks among those seen so far; its title is copied if the page is kept. */
  offer(bytes: Uint8Array, start: number, end: number, views: number, mobile?: number): void;
  /** The pages that rank, in the order of {@linkcode comparePages}. */
  pages(): RankedPage<Uint8Array>[];
}

/** Orders pages of a domain as they rank: the most views first, then by the bytes of their titles. */
export function comparePages(a: Page, b: Page): number {
  return b.views - a.views || compareBytes(a.title, 0, a.title.length, b.title);
}
