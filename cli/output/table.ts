import stringWidth from "string-width";
import { formatCount } from "../../core/format_count.ts";
import type { RankedDomain } from "../../core/mod.ts";
import { domainHeading } from "./domain_heading.ts";
import { printable } from "../printable.ts";

/** Columns that the bar of the largest share takes. */
const BAR_WIDTH = 16;
/** Titles are cut to this many columns where no terminal says how many there are. */
const TITLE_WIDTH = 60;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/**
 * Draws the top pages of a domain as a table for people: rank, title, views, and the share of the
 * domain's views as a figure and a bar. Titles are cut to fit into the columns of the terminal.
 */
export function drawTable(domain: RankedDomain, columns?: number): string {
  const heading = domainHeading(domain.code, domain.views);
  const rows = domain.pages.map(({ rank, views, title }) => ({
    rank: String(rank),
    title: printable(title),
    views: formatCount(views),
    share: percent(views, domain.views),
    bar: bar(views, domain.pages[0]!.views),
  }));
  if (rows.length === 0) return `${heading}\n  no pages\n`;

  const rankWidth = widest(rows.map((row) => row.rank));
  const viewsWidth = widest(rows.map((row) => row.views));
  const shareWidth = widest(rows.map((row) => row.share));
  const others = 2 + rankWidth + 2 + 2 + viewsWidth + 2 + shareWidth + 2 + BAR_WIDTH;
  const room = columns === undefined ? TITLE_WIDTH : Math.max(10, columns - others);
  const titles = rows.map((row) => cut(row.title, room));
  const titleWidth = widest(titles);
  const lines = rows.map((row, i) =>
    [
      `  ${row.rank.padStart(rankWidth)}`,
      titles[i] + " ".repeat(titleWidth - stringWidth(titles[i]!)),
      row.views.padStart(viewsWidth),
      row.share.padStart(shareWidth),
      row.bar,
    ].join("  ")
  );
  return [heading, ...lines, ""].join("\n");
}

function widest(cells: string[]): number {
  return Math.max(...cells.map((cell) => stringWidth(cell)));
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "" : `${((part / whole) * 100).toFixed(1)}%`;
}

function bar(views: number, most: number): string {
  const eighths = most === 0 ? 0 : Math.round((views / most) * BAR_WIDTH * 8);
  return "█".repeat(eighths >> 3) + EIGHTHS[eighths & 7];
}

function cut(title: string, room: number): string {
  if (stringWidth(title) <= room) return title;
  let kept = "";
  let width = 0;
  for (const character of title) {
    width += stringWidth(character);
    if (width > room - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
