import { articlesOf } from "../wiki/articles.ts";
import { projectIn, type Row } from "./report.ts";

/** A mark of a page whose number is to be looked at twice; a mark never keeps a page out. */
export type Flag = "not-article" | "mobile-share" | "spike";

/** All flags, in the order in which they are written. */
export const FLAG_NAMES: readonly Flag[] = ["not-article", "mobile-share", "spike"];

/** When a page is marked. */
export interface FlagRules {
  /** Whether pages are marked that are no articles. */
  notArticle: boolean;
  /**
   * Which parts of the views are too few or too many to be mobile, for pages with so many views;
   * `undefined` to mark none. People read all that many people read both on telephones and on desktops.
   */
  mobileShare: { low: number; high: number; views: number } | undefined;
  /** Tells whether a page has far more views than before and after; only who has these can say. */
  isSpike?: ((row: Row) => boolean) | undefined;
}

/**
 * The rules of what is stored. Wikipedia's weekly Top 25 Report leaves out what has a part of mobile
 * views "very close to 0% or 100%", for machines reach one site alone; popular articles have 20 to 70 %
 * (https://en.wikipedia.org/wiki/Wikipedia:Top_25_Report/About). With fewer than 1,000 views chance
 * alone may do that.
 */
export const DEFAULT_FLAG_RULES: FlagRules = {
  notArticle: true,
  mobileShare: { low: 0.02, high: 0.98, views: 1000 },
};

/** The rules that mark nothing. */
export const NO_FLAGS: FlagRules = { notArticle: false, mobileShare: undefined };

/** The flags of a page. */
export function flagsOf(row: Row): Flag[] {
  const { report: { flags = DEFAULT_FLAG_RULES, edition }, domain, page } = row;
  const found: Flag[] = [];
  if (
    flags.notArticle && !articlesOf(projectIn(edition, domain.code).project).isTitle(page.title)
  ) {
    found.push("not-article");
  }
  const { mobileShare } = page;
  if (flags.mobileShare !== undefined && mobileShare !== undefined) {
    const { low, high, views } = flags.mobileShare;
    if (page.views >= views && (mobileShare < low || mobileShare > high)) {
      found.push("mobile-share");
    }
  }
  if (flags.isSpike?.(row)) found.push("spike");
  return found;
}
