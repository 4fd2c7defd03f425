import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Hour } from "../../../core/time/hour.ts";
import type { Access } from "../../../core/wiki/project.ts";
import { lastStoredHours } from "../data/last_stored_hours.ts";
import { keptTop, loadTop } from "../data/load_top.ts";
import { Problem } from "../data/problem.ts";
import type { PastHour } from "../model/series.ts";

/** How many hours are looked back on. */
const HOURS = 24;

/** How many of them are asked for at a time: browsers have six connections to a server. */
const AT_A_TIME = 4;

/** Hours in which nobody viewed a project, so that they are not asked for again at each step. */
const empty = new Set<string>();

/** What is shown, for which the past is wanted. */
export interface Shown {
  /** The hour. */
  hour: Hour;
  /** The project. */
  project: string;
  /** How its readers came. */
  access: Access;
}

/**
 * Gets the tops of the last stored hours up to the shown one, bit by bit.
 *
 * @param shown What is shown, `undefined` while nothing is.
 * @returns The hours, the oldest first and the shown one last; none while they are not known.
 */
export function usePast(shown: Shown | undefined): PastHour[] {
  const key = shown && `${shown.hour} ${shown.project}`;
  const [hours, setHours] = useState<{ key: string; hours: Hour[] }>();
  const [, redraw] = useState(0);

  // Before the next paint, so that the lines of a row do not vanish for a moment at each step.
  useLayoutEffect(() => {
    if (shown === undefined) return;
    let current = true;
    lastStoredHours(shown.hour, HOURS).catch((error) => {
      ignoreProblem(error);
      return [shown.hour];
    }).then((hours) => {
      if (current) setHours({ key: key!, hours });
    });
    return () => current = false;
  }, [key]);

  const wanted = hours?.key === key ? hours?.hours : undefined;
  useEffect(() => {
    if (wanted === undefined || shown === undefined) return;
    const controller = new AbortController();
    const { signal } = controller;
    const queue = wanted.filter((hour) =>
      keptTop(hour, shown.project) === undefined && !empty.has(`${hour} ${shown.project}`)
    );
    let frame = 0;
    const work = async () => {
      for (let hour = queue.pop(); hour !== undefined; hour = queue.pop()) {
        await loadTop(hour, shown.project, signal).catch((error) => {
          ignoreProblem(error);
          if (error.kind === "unknown-project") empty.add(`${hour} ${shown.project}`);
        });
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
  }, [wanted]);

  if (wanted === undefined || shown === undefined) return [];
  return wanted.map((hour) => {
    if (empty.has(`${hour} ${shown.project}`)) return { hour, pages: [] };
    const top = keptTop(hour, shown.project);
    const domain = top?.domains.find(({ access }) => access === shown.access);
    return { hour, pages: top && (domain?.pages ?? []) };
  });
}

/** An hour that cannot be had is a gap; the one that is shown says what is wrong. */
function ignoreProblem(error: unknown): asserts error is Problem {
  if (!(error instanceof Problem)) throw error;
}
