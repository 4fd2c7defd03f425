import stringWidth from "string-width";
import { formatCount } from "../../core/format_count.ts";
import type { Edition, RankedDomain, RankedPage } from "../../core/mod.ts";
import { barScale } from "../../server/page/model/top.ts";
import { domainHeading } from "./domain_heading.ts";
import { printableTitle } from "../printable.ts";

/** Columns that the bar of the largest share takes, and what they are cut to before titles are. */
const [BAR_WIDTH, LEAST_BAR] = [16, 6];
/** Titles are cut to this many columns where no terminal says how many there are. */
const TITLE_WIDTH = 60;
/** Titles get as many columns before there is a bar, and then a share. */
const LEAST_TITLE = 16;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** Options of {@linkcode drawTable}. */
export interface DrawTableOptions {
  /** How the domains are put together. */
  edition?: Edition | undefined;
  /** The marks of a page; none if it is left out. */
  marksOf?: ((page: RankedPage) => string) | undefined;
}

/**
 * Draws the top pages of a domain as a table for people: rank, title, views, the share of the domain's
 * views as a figure and a bar; behind these the mobile share where there is one, and marks. Titles are
 * cut to fit into the columns of the terminal; in a narrow one there are no marks, no bar, and then no
 * share. A bar that dwarfs the others is shown broken.
 */
export function drawTable(
  domain: RankedDomain,
  columns?: number,
  { edition, marksOf = () => "" }: DrawTableOptions = {},
): string {
  const heading = domainHeading(domain.code, domain.views, { columns, edition });
  const { pages, views: all } = domain;
  if (pages.length === 0) return `${heading}\n  no pages\n`;
  const scale = barScale(pages);
  const cells = pages.map((
    { rank, views },
  ) => [String(rank), formatCount(views), percent(views, all)]);
  const [rankWidth = 0, viewsWidth = 0, shareWidth = 0] = [0, 1, 2].map((i) =>
    widest(cells.map((row) => row[i]!))
  );
  const names = pages.map(({ title }) => printableTitle(title));
  const wanted = widest(names);
  const least = Math.min(wanted, LEAST_TITLE);

  const notes = pages.map((page) => notesOf(page, marksOf(page)));
  const notesWidth = widest(notes);

  let room = (columns ?? Infinity) - (2 + rankWidth + 2 + 2 + viewsWidth);
  const hasShare = room - (2 + shareWidth) >= least;
  if (hasShare) room -= 2 + shareWidth;
  const barRoom = room - 2 - Math.min(wanted, Math.max(LEAST_TITLE, room - 2 - BAR_WIDTH));
  const barWidth = barRoom < LEAST_BAR ? 0 : Math.min(BAR_WIDTH, barRoom);
  if (barWidth > 0) room -= 2 + barWidth;
  const hasNotes = notesWidth > 0 && room - (2 + notesWidth) >= least;
  if (hasNotes) room -= 2 + notesWidth;
  const titles = names.map((name) =>
    cut(name, Math.max(1, columns === undefined ? TITLE_WIDTH : room))
  );
  const titleWidth = widest(titles);
  const lines = pages.map(({ views }, i) => {
    const [rank, count, share] = cells[i]!;
    return [
      `  ${rank!.padStart(rankWidth)}`,
      titles[i] + " ".repeat(titleWidth - stringWidth(titles[i]!)),
      count!.padStart(viewsWidth),
      ...hasShare ? [share!.padStart(shareWidth)] : [],
      ...barWidth > 0
        ? [hasNotes ? bar(views, scale, barWidth).padEnd(barWidth) : bar(views, scale, barWidth)]
        : [],
      ...hasNotes && notes[i] !== "" ? [notes[i]] : [],
    ].join("  ");
  });
  return [heading, ...lines, ""].join("\n");
}

function widest(cells: string[]): number {
  return Math.max(...cells.map((cell) => stringWidth(cell)));
}

/** What is to be known of the number of a page, as `61% mobile, not-article`. */
function notesOf({ mobileShare }: RankedPage, marks: string): string {
  const mobile = mobileShare === undefined ? [] : [`${Math.round(mobileShare * 100)}% mobile`];
  return [...mobile, ...marks === "" ? [] : [marks]].join(", ");
}

/** A share with a digit that says something, as 12.3% or 0.04%. */
function percent(part: number, whole: number): string {
  if (whole === 0) return "";
  const share = (part / whole) * 100;
  if (share >= 0.1 || share === 0) return `${share.toFixed(1)}%`;
  return share < 0.001 ? "<0.001%" : `${share.toFixed(share < 0.01 ? 3 : 2)}%`;
}

function bar(views: number, scale: number, width: number): string {
  if (views > scale) return `${"█".repeat(width - 2)}╱╱`; // Longer than can be shown.
  const eighths = Math.round((views / scale) * width * 8);
  return "█".repeat(eighths >> 3) + EIGHTHS[eighths & 7];
}

/** A title that fits into so many columns. */
export function cut(title: string, room: number): string {
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
