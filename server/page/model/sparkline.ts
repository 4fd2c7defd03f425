import type { Point } from "./series.ts";

/** The shapes of a sparkline, in the units of its box. */
export interface Sparkline {
  /** The path of the line; points without neighbours are short dashes. */
  line: string;
  /** The path of the area below it. */
  area: string;
  /** The last point, `undefined` if the series ends without one. */
  end: { x: number; y: number } | undefined;
}

/** The box of a sparkline. */
export interface Box {
  /** Its width. */
  width: number;
  /** Its height. */
  height: number;
  /** What is left free on all sides. */
  margin: number;
}

/**
 * Shapes a sparkline, with a gap wherever the page was not in the top.
 *
 * @param points The series, one point for each stored hour.
 * @param box Where to draw.
 * @returns The shapes; empty paths if the series has no points.
 */
export function sparkline(points: readonly Point[], box: Box): Sparkline {
  const { width, height, margin } = box;
  const highest = Math.max(...points.map(({ views }) => views ?? 0), 1);
  const step = (width - 2 * margin) / Math.max(points.length - 1, 1);
  const x = (i: number) => round(points.length === 1 ? width - margin : margin + i * step);
  const y = (views: number) => round(height - margin - (views / highest) * (height - 2 * margin));

  let line = "";
  let area = "";
  for (let i = 0; i < points.length;) {
    let end = i;
    while (end < points.length && points[end].views !== null) end++;
    const run = points.slice(i, end).map(({ views }, n) => `${x(i + n)} ${y(views!)}`);
    if (run.length === 1) {
      line += `M${round(x(i) - 1)} ${y(points[i].views!)}h2`;
    } else if (run.length > 1) {
      line += `M${run.join("L")}`;
      area += `M${x(i)} ${height}L${run.join("L")}L${x(end - 1)} ${height}Z`;
    }
    i = end + 1;
  }
  const last = points.at(-1)?.views ?? null;
  const end = last === null ? undefined : { x: x(points.length - 1), y: y(last) };
  return { line, area, end };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
