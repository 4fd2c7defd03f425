import type { Hour } from "../../../core/time/hour.ts";
import type { TopPage } from "../data/top.ts";

/** The top of an hour on the way to the one that is shown. */
export interface PastHour {
  /** The hour. */
  hour: Hour;
  /** Its pages, `undefined` while they are on their way. */
  pages: readonly TopPage[] | undefined;
}

/** A page's views in one hour, `null` where it was not in the top. */
export interface Point {
  /** The hour. */
  hour: Hour;
  /** The views. */
  views: number | null;
}

/**
 * The views of a page across hours.
 *
 * @param title The page's title.
 * @param past The hours, the oldest first.
 * @returns A point for each hour.
 */
export function seriesOf(title: string, past: readonly PastHour[]): Point[] {
  return past.map(({ hour, pages }) => ({
    hour,
    views: pages?.find((page) => page.title === title)?.views ?? null,
  }));
}

/**
 * Splits a series where hours lie between two points that are not there, or the page was not in the
 * top.
 *
 * @param points The series.
 * @returns The parts, none empty, whose points follow each other hour by hour.
 */
export function unbroken(points: readonly Point[]): (Point & { views: number })[][] {
  const parts: (Point & { views: number })[][] = [];
  let last: Hour | undefined;
  for (const { hour, views } of points) {
    if (views === null) {
      last = undefined;
      continue;
    }
    if (last === undefined || hour.since(last) !== 1) parts.push([]);
    parts.at(-1)!.push({ hour, views });
    last = hour;
  }
  return parts;
}
