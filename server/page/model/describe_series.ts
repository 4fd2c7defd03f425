import { formatNumber } from "./format_number.ts";
import type { Point } from "./series.ts";

/**
 * Says in words what a line shows.
 *
 * @param points The series, the oldest first.
 * @returns A sentence without its full stop.
 */
export function describeSeries(points: readonly Point[]): string {
  const known = points.filter((point): point is Point & { views: number } => point.views !== null);
  if (known.length === 0) return "No views known";
  const most = known.reduce((best, point) => point.views > best.views ? point : best);
  const least = known.reduce((best, point) => point.views < best.views ? point : best);
  const count = points.length === 1
    ? "in this hour"
    : `in ${known.length} of the last ${points.length} stored hours`;
  const range = known.length === 1
    ? `${formatNumber(most.views)} views`
    : `${formatNumber(least.views)} to ${formatNumber(most.views)} views, most at ${
      most.hour.end.slice(11, 16)
    }`;
  return `In the top ${count}: ${range}`;
}
