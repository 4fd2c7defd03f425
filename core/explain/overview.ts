import type { DeniedTitles } from "../deny/denied_titles.ts";
import { createRanker } from "../rank/create_ranker.ts";
import { comparePages, type Page } from "../rank/page.ts";
import type { SummedRows } from "../rank/summed_rows.ts";
import type { PlacedPage } from "./place.ts";

/** Options of {@linkcode domainOverview}. */
export interface DomainOverviewOptions {
  /** The last rank to show. */
  top: number;
  /** How many denied pages to show. */
  denied: number;
}

/** The answer of {@linkcode domainOverview}. */
export interface DomainOverview {
  /** The pages that rank, each with a rank of its own. */
  top: PlacedPage[];
  /** The pages that are denied: how many, their views together, and those with the most. */
  denied: { pages: number; views: number; top: { title: string; views: number }[] };
}

/**
 * Shows the top of a domain beside what the denylist keeps out of it.
 */
export function domainOverview(
  pages: SummedRows,
  titles: DeniedTitles | undefined,
  options: DomainOverviewOptions,
): DomainOverview {
  const ranker = createRanker("row", options.top);
  const denied: Page[] = [];
  pages.replay({
    row(bytes, start, end, views) {
      if (titles?.has(bytes, start, end)) denied.push({ title: bytes.slice(start, end), views });
      else ranker.offer(bytes, start, end, views);
    },
  });
  denied.sort(comparePages);

  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const shown = ({ title, views }: Page) => ({ title: decoder.decode(title), views });
  const ahead = (page: Page) => denied.filter((other) => comparePages(other, page) < 0).length;
  return {
    top: ranker.pages().map((page) => ({
      ...shown(page),
      rank: page.rank,
      undenied: page.rank + ahead(page),
    })),
    denied: {
      pages: denied.length,
      views: denied.reduce((sum, { views }) => sum + views, 0),
      top: denied.slice(0, options.denied).map(shown),
    },
  };
}
