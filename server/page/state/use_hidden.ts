import { useEffect, useState } from "preact/hooks";
import type { Period } from "../../../core/time/period.ts";
import { Problem } from "../data/problem.ts";
import { loadTop, type Wanted } from "../data/tops.ts";
import { isArticle, type Listed, listedOf } from "../model/listed.ts";

/**
 * How many pages are left out that are no articles: of a list of articles alone, those among the same
 * number of all pages; `undefined` while that is not known.
 */
export function useHidden(
  period: Period | undefined,
  wanted: Wanted,
  listed: Listed | undefined,
): number | undefined {
  const key = `${period} ${Object.values(wanted)}`;
  const [known, setKnown] = useState<{ key: string; count: number }>();
  const isUnknown = listed !== undefined && listed.hidden === undefined;

  useEffect(() => {
    if (!isUnknown || period === undefined) return;
    const controller = new AbortController();
    const { signal } = controller;
    const all = { ...wanted, pages: "all" } as const;
    loadTop(period, all, signal).then((top) => {
      const pages = listedOf(top, all)?.domain.pages ?? [];
      setKnown({ key, count: pages.filter((page) => !isArticle(page)).length });
    }).catch((error) => {
      // Only the articles may be stored.
      if (!signal.aborted && !(error instanceof Problem)) throw error;
    });
    return () => controller.abort();
  }, [key, isUnknown]);

  if (!isUnknown) return listed?.hidden;
  return known?.key === key ? known.count : undefined;
}
