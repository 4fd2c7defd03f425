import type { Line } from "./chart_lines.ts";

/** Where the highest views are this many times the lowest, only a logarithm shows both. */
const STEEP = 8;

/**
 * Tells whether lines are so far apart that their axis has to be logarithmic.
 *
 * @param lines The lines.
 * @returns Whether it has to.
 */
export function isSteep(lines: readonly Line[]): boolean {
  const views = lines.flatMap(({ points }) => points.map((point) => point.views));
  return Math.max(...views) / Math.min(...views) > STEEP;
}
