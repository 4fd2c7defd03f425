import stringWidth from "string-width";
import { align } from "./align.ts";
import { printableTitle } from "../printable.ts";
import { cut } from "./table.ts";

/** Titles get as many columns of the terminal before there is another figure. */
const LEAST_TITLE = 16;
/** Titles are cut to this many columns where no terminal says how many there are. */
const TITLE_WIDTH = 60;

/** What stands in a row: some figures, and a title. */
export interface TitledRow {
  cells: readonly string[];
  title: string;
}

/**
 * Sets figures in columns under their headings, and behind them titles, which are cut to fit into the
 * columns of the terminal; in a narrow one the last figures are left out.
 */
export function titledRows(
  headings: readonly string[],
  rows: readonly TitledRow[],
  columns?: number,
): string {
  for (let count = headings.length;; count--) {
    const cells = [headings, ...rows.map(({ cells }) => cells)].map((row) => row.slice(0, count));
    const lines = align(cells, [...headings.keys()]).trimEnd().split("\n");
    const room = columns === undefined
      ? TITLE_WIDTH
      : columns - Math.max(...lines.map((line) => 2 + stringWidth(line) + 2));
    if (room < LEAST_TITLE && count > 1) continue;
    const titles = [
      "title",
      ...rows.map(({ title }) => cut(printableTitle(title), Math.max(1, room))),
    ];
    return lines.map((line, i) => `  ${line}  ${titles[i]}\n`).join("");
  }
}
