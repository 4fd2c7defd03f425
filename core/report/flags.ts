import { articlesOf } from "../wiki/articles.ts";
import type { FlagRules, Row } from "./report.ts";

/** A mark of a page whose number is to be looked at twice; a mark never keeps a page out. */
export type Flag = "not-article" | "mobile-share" | "spike";

/** All flags, in the order in which they are written. */
export const FLAG_NAMES: readonly Flag[] = ["not-article", "mobile-share", "spike"];

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

/** How many times its own median a page's views are a spike, unless told otherwise. */
export const SPIKE_FACTOR = 20;

/** The rules that mark nothing. */
export const NO_FLAGS: FlagRules = { notArticle: false, mobileShare: undefined };

/** The flags of a page. */
export function flagsOf(row: Row): Flag[] {
  const { report: { flags = DEFAULT_FLAG_RULES }, domain, page } = row;
  const found: Flag[] = [];
  if (flags.notArticle && !articlesOf(domain.project).isTitle(page.title)) {
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
