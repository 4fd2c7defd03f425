import type { TopPage } from "../data/top.ts";
import { type PastHour, seriesOf, unbroken } from "../model/series.ts";
import { TONES } from "./tones.ts";

/** A point of a line. */
export interface LinePoint {
  /** The middle of the hour. */
  time: Date;
  /** The views. */
  views: number;
  /** What the point belongs to: points of the same part are joined. */
  part: string;
}

/** The line of a page. */
export interface Line {
  /** The page's title. */
  title: string;
  /** Its place in the list, from 0. */
  index: number;
  /** How much it is to be seen. */
  weight: "pack" | "named" | "highlighted";
  /** Its points; those without neighbours are parts of their own. */
  points: LinePoint[];
}

const HALF_AN_HOUR_MS = 1_800_000;

/**
 * The lines of the pages of a top across the hours before.
 *
 * @param pages The pages.
 * @param past The hours, the oldest first.
 * @param highlighted The title of the page that the reader points at.
 * @returns A line for each page that has points, in the order in which they are to be drawn: the
 * most important last.
 */
export function chartLines(
  pages: readonly TopPage[],
  past: readonly PastHour[],
  highlighted: string | undefined,
): Line[] {
  const order: Line["weight"][] = ["pack", "named", "highlighted"];
  return pages
    .map(({ title }, index): Line => ({
      title,
      index,
      weight: title === highlighted ? "highlighted" : index < TONES ? "named" : "pack",
      points: unbroken(seriesOf(title, past)).flatMap((points, part) =>
        points.map(({ hour, views }) => ({
          time: new Date(Date.parse(hour.start) + HALF_AN_HOUR_MS),
          views,
          part: `${index} ${part}`,
        }))
      ),
    }))
    .filter(({ points }) => points.length > 0)
    .sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight) || b.index - a.index);
}
