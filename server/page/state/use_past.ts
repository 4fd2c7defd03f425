import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Hour } from "../../../core/time/hour.ts";
import type { Access } from "../data/answers.ts";
import { cachedTop, loadTop, Problem } from "../data/api.ts";
import type { PastHour } from "../model/series.ts";
import { lastStoredHours } from "./stored_hours.ts";

/** How many hours are looked back on. */
const HOURS = 24;

/** How many of them are loaded at a time: browsers have six connections to a server. */
const AT_A_TIME = 4;

/** Hours in which nobody viewed a project, so that they are not asked for again at each step. */
const empty = new Set<string>();

/** What is shown, for which the past is wanted. */
export interface Shown {
  hour: Hour;
  project: string;
  access: Access;
}

/**
 * Loads the tops of the last stored hours up to the shown one, bit by bit.
 *
 * @returns The hours, the oldest first and the shown one last; none while they are not known.
 */
export function usePast(shown: Shown | undefined): PastHour[] {
  const key = shown && keyOf(shown.hour, shown.project);
  const [known, setKnown] = useState<{ key: string; hours: Hour[] }>();
  const [, redraw] = useState(0);

  // Before the next paint, so that the lines of a row do not vanish for a moment at each step.
  useLayoutEffect(() => {
    if (shown === undefined || key === undefined) return;
    let current = true;
    lastStoredHours(shown.hour, HOURS).catch((error) => {
      ignoreProblem(error);
      return [shown.hour];
    }).then((hours) => {
      if (current) setKnown({ key, hours });
    });
    return () => void (current = false);
  }, [key]);

  const hours = known?.key === key ? known?.hours : undefined;
  useEffect(() => {
    if (hours === undefined || shown === undefined) return;
    const { project } = shown;
    const controller = new AbortController();
    const { signal } = controller;
    const queue = hours.filter((hour) =>
      cachedTop(hour, project) === undefined && !empty.has(keyOf(hour, project))
    );
    let frame = 0;
    const work = async () => {
      for (let hour = queue.pop(); hour !== undefined; hour = queue.pop()) {
        try {
          await loadTop(hour, project, signal);
        } catch (error) {
          ignoreProblem(error);
          if (error.kind === "unknown-project") empty.add(keyOf(hour, project));
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
  }, [hours]);

  if (hours === undefined || shown === undefined) return [];
  return hours.map((hour) => {
    if (empty.has(keyOf(hour, shown.project))) return { hour, pages: [] };
    const top = cachedTop(hour, shown.project);
    const domain = top?.domains.find(({ access }) => access === shown.access);
    return { hour, pages: top && (domain?.pages ?? []) };
  });
}

function keyOf(hour: Hour, project: string): string {
  return `${hour} ${project}`;
}

/** An hour that cannot be loaded is a gap; the one that is shown says what is wrong. */
function ignoreProblem(error: unknown): asserts error is Problem {
  if (!(error instanceof Problem)) throw error;
}
