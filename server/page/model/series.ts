import type { Period } from "../../../core/time/period.ts";
import type { PlacedPage } from "../data/answers.ts";
import { formatMoment, formatNumber } from "./format.ts";

/** The top of a period before the one that is shown. */
export interface PastPeriod<Page extends PlacedPage = PlacedPage> {
  period: Period;
  /** Its pages, `undefined` until they are loaded. */
  pages: readonly Page[] | undefined;
}

/** A page's views in one period. */
export interface Point {
  period: Period;
  /** The views, `null` where it was not in the top. */
  views: number | null;
}

/** A point at which the page was in the top. */
export type KnownPoint = Point & { views: number };

/** The views of a page across periods, the oldest first. */
export function seriesOf(title: string, past: readonly PastPeriod[]): Point[] {
  return past.map(({ period, pages }) => ({
    period,
    views: pages?.find((page) => page.title === title)?.views ?? null,
  }));
}

/**
 * Splits a series wherever the page was not in the top, or periods between two points are not stored.
 *
 * @returns The parts, none empty, whose points follow each other one by one.
 */
export function unbroken(points: readonly Point[]): KnownPoint[][] {
  const parts: KnownPoint[][] = [];
  let last: Period | undefined;
  for (const { period, views } of points) {
    if (views === null) {
      last = undefined;
      continue;
    }
    if (last === undefined || period.since(last) !== 1) parts.push([]);
    parts.at(-1)!.push({ period, views });
    last = period;
  }
  return parts;
}

/** Says in words what a series shows: a sentence without its full stop. */
export function describeSeries(points: readonly Point[]): string {
  const known = points.filter((point): point is KnownPoint => point.views !== null);
  if (known.length === 0) return "No views known";
  const most = known.reduce((best, point) => point.views > best.views ? point : best);
  const least = known.reduce((best, point) => point.views < best.views ? point : best);
  const count = points.length === 1
    ? `in this ${most.period.unit}`
    : `in ${known.length} of the last ${points.length} stored ${most.period.unit}s`;
  const range = known.length === 1
    ? `${formatNumber(most.views)} views`
    : `${formatNumber(least.views)} to ${formatNumber(most.views)} views, most ${
      formatMoment(most.period)
    }`;
  return `In the top ${count}: ${range}`;
}

/** The shapes of a sparkline, in the units of its box. */
export interface Sparkline {
  /** The path of the line; points without neighbours are short dashes. */
  line: string;
  /** The path of the area below it. */
  area: string;
  /** The last point, `undefined` if the series ends without one. */
  end: { x: number; y: number } | undefined;
}

/** The box of a sparkline; its margin is left free on all sides. */
export interface Box {
  width: number;
  height: number;
  margin: number;
}

/** Shapes a sparkline, with a gap wherever the page was not in the top. */
export function sparkline(points: readonly Point[], box: Box): Sparkline {
  const { width, height, margin } = box;
  const highest = Math.max(...points.map(({ views }) => views ?? 0), 1);
  const step = (width - 2 * margin) / Math.max(points.length - 1, 1);
  const x = (i: number) => round(points.length === 1 ? width - margin : margin + i * step);
  const y = (views: number) => round(height - margin - (views / highest) * (height - 2 * margin));

  let line = "";
  let area = "";
  const draw = (run: readonly { x: number; y: number }[]) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return;
    if (run.length === 1) {
      line += `M${round(first.x - 1)} ${first.y}h2`;
      return;
    }
    const path = run.map(({ x, y }) => `${x} ${y}`).join("L");
    line += `M${path}`;
    area += `M${first.x} ${height}L${path}L${last.x} ${height}Z`;
  };
  let run: { x: number; y: number }[] = [];
  for (const [i, { views }] of points.entries()) {
    if (views !== null) {
      run.push({ x: x(i), y: y(views) });
    } else {
      draw(run);
      run = [];
    }
  }
  draw(run);
  return { line, area, end: run.at(-1) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** How a page has moved since the period before. */
export type Movement =
  | { kind: "up" | "down"; by: number }
  | { kind: "same" }
  | { kind: "new" };

/** Compares a page's rank with that of the period before; `new` if it was not in its top. */
export function movementOf({ title, rank }: PlacedPage, before: readonly PlacedPage[]): Movement {
  const former = before.find((page) => page.title === title);
  if (former === undefined) return { kind: "new" };
  if (former.rank === rank) return { kind: "same" };
  return { kind: former.rank > rank ? "up" : "down", by: Math.abs(former.rank - rank) };
}
