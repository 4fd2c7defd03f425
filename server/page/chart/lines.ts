import type { PlacedPage } from "../data/answers.ts";
import { type PastPeriod, seriesOf, unbroken } from "../model/series.ts";

/** A point of a line. */
export interface LinePoint {
  /** The middle of the period. */
  time: Date;
  views: number;
  /** What the point belongs to: points of the same part are joined. */
  part: string;
}

/** The line of a page. */
export interface Line {
  title: string;
  /** The page's index in the list. */
  index: number;
  /** How much it is to be seen. */
  weight: "pack" | "named" | "highlighted";
  /** Its points; those without neighbours are parts of their own. */
  points: LinePoint[];
}

/** How many pages have a colour and a name in the chart; the others are drawn behind them. */
export const TONES = 6;

/** Where the highest views are this many times the lowest, only a logarithm shows both. */
const STEEP = 8;

/**
 * The lines of the pages of a top across the periods before.
 *
 * @param highlighted The title of the page that the reader points at.
 * @returns A line for each page that has points, the most important last, so that it is drawn above
 * the others.
 */
export function chartLines(
  pages: readonly PlacedPage[],
  past: readonly PastPeriod[],
  highlighted: string | undefined,
): Line[] {
  const order: Line["weight"][] = ["pack", "named", "highlighted"];
  return pages
    .map(({ title }, index): Line => ({
      title,
      index,
      weight: title === highlighted ? "highlighted" : index < TONES ? "named" : "pack",
      points: unbroken(seriesOf(title, past)).flatMap((points, part) =>
        points.map(({ period, views }) => ({
          time: new Date((Date.parse(period.start) + Date.parse(period.end)) / 2),
          views,
          part: `${index} ${part}`,
        }))
      ),
    }))
    .filter(({ points }) => points.length > 0)
    .sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight) || b.index - a.index);
}

/** The colour of a line, as CSS has it. */
export function toneOf({ index, weight }: Line): string {
  if (index < TONES) return `var(--tone-${index + 1})`;
  return weight === "pack" ? "var(--pack)" : "var(--ink)";
}

/** Whether lines are so far apart that their axis has to be logarithmic. */
export function isSteep(lines: readonly Line[]): boolean {
  const views = lines.flatMap(({ points }) => points.map((point) => point.views));
  return Math.max(...views) / Math.min(...views) > STEEP;
}
