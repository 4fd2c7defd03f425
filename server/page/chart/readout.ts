import type { Line } from "./lines.ts";

/** What a line says of a time. */
export interface ReadoutRow {
  line: Line;
  title: string;
  views: number;
}

/** How many lines are told of at once. */
const ROWS = 9;

/** The times of which lines have points, the oldest first. */
export function timesOf(lines: readonly Line[]): Date[] {
  const times = lines.flatMap(({ points }) => points.map(({ time }) => time.getTime()));
  return [...new Set(times)].sort((a, b) => a - b).map((time) => new Date(time));
}

/** The views of lines at a time, the most first; what is seen best goes before the others. */
export function readoutAt(lines: readonly Line[], time: Date): ReadoutRow[] {
  const rows = lines.flatMap((line): ReadoutRow[] => {
    const point = line.points.find((one) => one.time.getTime() === time.getTime());
    if (point === undefined) return [];
    return [{ line, title: line.title.replaceAll("_", " "), views: point.views }];
  });
  const isPack = ({ line }: ReadoutRow) => Number(line.weight === "pack");
  return rows
    .sort((a, b) => isPack(a) - isPack(b) || b.views - a.views)
    .slice(0, ROWS)
    .sort((a, b) => b.views - a.views);
}
