import { useEffect, useState } from "preact/hooks";
import type { Period } from "../../../core/time/period.ts";
import type { Trend } from "../data/answers.ts";
import { Problem } from "../data/problem.ts";
import { loadTrend, type Wanted } from "../data/tops.ts";

/** What has become of the rises that are to be shown. */
export type TrendState =
  | { status: "loading" }
  | { status: "ready"; trend: Trend }
  | { status: "problem"; problem: Problem };

/** Gets what rises in a stored period; any other attempt tries again. */
export function useTrend(period: Period, wanted: Wanted, attempt: number): TrendState {
  const key = `${period} ${wanted.project} ${wanted.access} ${wanted.pages} ${attempt}`;
  const [known, setKnown] = useState<{ key: string; state: TrendState }>();

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    loadTrend(period, wanted, signal).then((trend) => {
      setKnown({ key, state: { status: "ready", trend } });
    }).catch((error) => {
      if (signal.aborted) return;
      if (!(error instanceof Problem)) throw error;
      setKnown({ key, state: { status: "problem", problem: error } });
    });
    return () => controller.abort();
  }, [key]);

  return known?.key === key ? known.state : { status: "loading" };
}
