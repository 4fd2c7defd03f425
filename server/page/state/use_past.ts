import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { parsePeriod, type Period } from "../../../core/time/period.ts";
import { Problem } from "../data/problem.ts";
import { cachedTop, loadPast, loadTop, type Wanted } from "../data/tops.ts";
import { listedOf } from "../model/listed.ts";
import type { PastPeriod } from "../model/series.ts";
import type { Edition, Top, TopPage } from "../data/answers.ts";
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
  /** The edition to ask for, where the server has all of the past in one answer. */
  edition?: Edition | undefined;
}

/**
 * Loads the tops of the last stored periods up to the shown one, bit by bit.
 *
 * @returns The periods, the oldest first and the shown one last; none while they are not known.
 */
export function usePast(shown: Shown | undefined): PastPeriod<TopPage>[] {
  const loaded = useLoadedPast(shown?.edition === undefined ? undefined : shown);
  const stepwise = useStepwisePast(shown?.edition === undefined ? shown : undefined);
  return shown?.edition === undefined ? stepwise : loaded;
}

/** The past in one answer, as of a database. */
function useLoadedPast(shown: Shown | undefined): PastPeriod<TopPage>[] {
  const key = shown && keyOfShown(shown);
  const [known, setKnown] = useState<{ key: string; tops: Top[] }>();
  useEffect(() => {
    if (shown?.edition === undefined || key === undefined) return;
    const { period, wanted, edition } = shown;
    const controller = new AbortController();
    const { signal } = controller;
    loadPast(period, wanted, { edition, count: PERIODS, signal }).catch((error) => {
      if (signal.aborted) return [];
      ignoreProblem(error); // There are no lines then.
      return [];
    }).then((tops) => {
      if (!signal.aborted) setKnown({ key, tops });
    });
    return () => controller.abort();
  }, [key]);
  if (shown === undefined) return [];
  const tops = known?.key === key ? known?.tops ?? [] : [];
  const past = tops.filter(({ period }) => period !== shown.period.label)
    .map((top) => ({ period: parsePeriod(top.period), pages: pagesOf(top, shown.wanted) }));
  // What is shown may be newer than what is loaded.
  const top = cachedTop(shown.period, shown.wanted);
  const pages = top && pagesOf(top, shown.wanted);
  return [...past.slice(1 - PERIODS), { period: shown.period, pages }];
}

/** The past period by period, as of a store; so those that are stepped to are there already. */
function useStepwisePast(shown: Shown | undefined): PastPeriod<TopPage>[] {
  const key = shown && keyOfShown(shown);
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

function keyOfShown({ period, wanted, attempt, edition }: Shown): string {
  return `${period} ${Object.values(wanted)} ${attempt} ${edition}`;
}

function keyOf(period: Period, { project }: Wanted): string {
  return `${period} ${project}`;
}

/** A period that cannot be loaded is a gap; the one that is shown says what is wrong. */
function ignoreProblem(error: unknown): asserts error is Problem {
  if (!(error instanceof Problem)) throw error;
}
