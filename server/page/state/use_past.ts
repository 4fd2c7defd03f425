import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Period } from "../../../core/time/period.ts";
import { Problem } from "../data/problem.ts";
import { cachedTop, loadTop, type Wanted } from "../data/tops.ts";
import { listedOf } from "../model/listed.ts";
import type { PastPeriod } from "../model/series.ts";
import type { Top, TopPage } from "../data/answers.ts";
import { lastStored } from "./stored_periods.ts";

/** How many periods are looked back on. */
const PERIODS = 24;

/** How many of them are loaded at a time: browsers have six connections to a server. */
const AT_A_TIME = 4;

/** Periods in which nobody viewed a project, so that they are not asked for again at each step. */
const empty = new Set<string>();

/** What is shown, for which the past is wanted. */
export interface Shown {
  period: Period;
  wanted: Wanted;
  /** Any other number looks again what is stored. */
  attempt: number;
}

/**
 * Loads the tops of the last stored periods up to the shown one, bit by bit.
 *
 * @returns The periods, the oldest first and the shown one last; none while they are not known.
 */
export function usePast(shown: Shown | undefined): PastPeriod<TopPage>[] {
  const key = shown && `${shown.period} ${Object.values(shown.wanted)} ${shown.attempt}`;
  const [known, setKnown] = useState<{ key: string; periods: Period[] }>();
  const [, redraw] = useState(0);

  // Before the next paint, so that the lines of a row do not vanish for a moment at each step.
  useLayoutEffect(() => {
    if (shown === undefined || key === undefined) return;
    let current = true;
    lastStored(shown.period, PERIODS).catch((error) => {
      ignoreProblem(error);
      return [shown.period];
    }).then((periods) => {
      if (current) setKnown({ key, periods });
    });
    return () => void (current = false);
  }, [key]);

  const periods = known?.key === key ? known?.periods : undefined;
  useEffect(() => {
    if (periods === undefined || shown === undefined) return;
    const { wanted } = shown;
    const controller = new AbortController();
    const { signal } = controller;
    const queue = periods.filter((period) =>
      cachedTop(period, wanted) === undefined && !empty.has(keyOf(period, wanted))
    );
    let frame = 0;
    const work = async () => {
      for (let period = queue.pop(); period !== undefined; period = queue.pop()) {
        try {
          await loadTop(period, wanted, signal);
        } catch (error) {
          ignoreProblem(error);
          if (error.kind === "unknown-project") empty.add(keyOf(period, wanted));
        }
        if (signal.aborted) return;
        frame ||= requestAnimationFrame(() => {
          frame = 0;
          redraw((count) => count + 1);
        });
      }
    };
    for (let i = 0; i < AT_A_TIME; i++) {
      work().catch((error) => {
        if (!signal.aborted) throw error;
      });
    }
    return () => controller.abort();
  }, [periods]);

  if (periods === undefined || shown === undefined) return [];
  return periods.map((period) => {
    if (empty.has(keyOf(period, shown.wanted))) return { period, pages: [] };
    const top = cachedTop(period, shown.wanted);
    return { period, pages: top && pagesOf(top, shown.wanted) };
  });
}

/** The pages that would be listed; none where the period has no such access. */
function pagesOf(top: Top, wanted: Wanted): readonly TopPage[] {
  const { domain } = listedOf(top, wanted) ?? {};
  return domain?.access === wanted.access ? domain?.pages ?? [] : [];
}

function keyOf(period: Period, { project }: Wanted): string {
  return `${period} ${project}`;
}

/** A period that cannot be loaded is a gap; the one that is shown says what is wrong. */
function ignoreProblem(error: unknown): asserts error is Problem {
  if (!(error instanceof Problem)) throw error;
}
