import type { RankedPage, Ties } from "../../core/mod.ts";

/** How many articles Wikimedia's API lists at most. */
const MOST = 1000;

/** The title that stands for views of no page in particular. */
const NO_TITLE = "-";

/** An article as Wikimedia's API lists it. */
export interface Article {
  article: string;
  views: number;
  rank: number;
}

/** How the pages of a report were ranked, which decides what is known of those behind the last one. */
export interface KnownPages {
  /** The last rank in the report. */
  top: number;
  /** What became of pages with equal views. */
  ties: Ties;
}

/** The pages of a report with the ranks that they have in it. */
export function articlesOf(pages: readonly RankedPage[]): Article[] {
  return pages.slice(0, MOST).map(({ title, views, rank }) => ({ article: title, views, rank }));
}

/**
 * The pages of a report with the ranks that Wikimedia's API gives them, by the rules of the jobs that
 * fill it (hql/cassandra/daily/load_cassandra_pageview_top_articles_daily.hql of analytics/refinery):
 * pages with equal views share the better rank and leave out those behind it; the title `-` is no
 * page; and of pages with equal views that would be both within the thousand and beyond it, none is
 * listed.
 *
 * Where a report breaks off within the thousand, nobody knows whether its last pages share their views
 * with others. Then they are taken to, so that what is listed is the beginning of the right list.
 */
export function rankAsAqs(pages: readonly RankedPage[], { top, ties }: KnownPages): Article[] {
  const articles: Article[] = [];
  for (const { title, views } of pages) {
    if (title === NO_TITLE) continue;
    const before = articles.at(-1);
    const rank = before?.views === views ? before.rank : articles.length + 1;
    articles.push({ article: title, views, rank });
  }
  // Of the other rules of ties, a report has all pages that share their views with its last one.
  const breaksOff = ties === "row" && pages.length >= top;
  const straddling = articles[MOST] ?? (breaksOff ? articles.at(-1) : undefined);
  return articles.filter(({ rank }) => straddling === undefined || rank < straddling.rank);
}
