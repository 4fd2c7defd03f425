import stringWidth from "string-width";
import { formatCount } from "../../core/format_count.ts";
import type { Edition, RankedDomain, RankedPage } from "../../core/mod.ts";
import { barScale } from "../../server/page/model/top.ts";
import { domainHeading } from "./domain_heading.ts";
import { printableTitle, wrap } from "../printable.ts";
import { shareFormat } from "./share.ts";

/** Columns that the bar of the largest share takes, and what they are cut to before titles are. */
const [BAR_WIDTH, LEAST_BAR] = [16, 6];
/** Titles are cut to this many columns where no terminal says how many there are. */
const TITLE_WIDTH = 60;
/** Titles get as many columns before there is a bar, and then a share. */
const LEAST_TITLE = 16;
/** The end of a bar that is longer than can be drawn. */
const BREAK = "╱╱";
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** What the tables of one screen have in common: a column is in all of them, or in none. */
export interface TableLayout {
  /** How many columns the longest bar takes, 0 for no bars. */
  barWidth: number;
  /** Whether there is room for shares, and for notes. */
  hasShare: boolean;
  hasNotes: boolean;
  /** How shares are written. */
  share: (share: number) => string;
}

/** Options of {@linkcode drawTable}. */
export interface DrawTableOptions {
  /** How the domains are put together. */
  edition?: Edition | undefined;
  /** The marks of a page; none if it is left out. */
  marksOf?: ((page: RankedPage) => string) | undefined;
  /** What it has in common with others; its own if it is left out. */
  layout?: TableLayout | undefined;
}

/** A domain, and the marks of its pages. */
interface MarkedDomain {
  domain: RankedDomain;
  marksOf?: ((page: RankedPage) => string) | undefined;
}

/** The layout that suits all tables of a screen. */
export function tableLayout(tables: readonly MarkedDomain[], columns = Infinity): TableLayout {
  const share = shareFormat(
    tables.flatMap(({ domain: { pages, views } }) => pages.map((page) => shareOf(page, views))),
  );
  const layout = { barWidth: BAR_WIDTH, hasShare: true, hasNotes: true, share };
  for (const { domain, marksOf } of tables) {
    if (domain.pages.length === 0) continue;
    const { wanted, least, notesWidth, shareWidth, room: all } = measure(domain, {
      columns,
      marksOf,
      share,
    });
    let room = all;
    const hasShare = room - (2 + shareWidth) >= least;
    if (hasShare) room -= 2 + shareWidth;
    const barRoom = room - 2 - Math.min(wanted, Math.max(LEAST_TITLE, room - 2 - BAR_WIDTH));
    const barWidth = barRoom < LEAST_BAR ? 0 : Math.min(BAR_WIDTH, barRoom);
    if (barWidth > 0) room -= 2 + barWidth;
    layout.hasShare &&= hasShare;
    layout.barWidth = Math.min(layout.barWidth, barWidth);
    layout.hasNotes &&= notesWidth === 0 || room - (2 + notesWidth) >= least;
  }
  return layout;
}

/** How wide what stands in a table is, and what is left of the columns for the titles and the rest. */
function measure(
  { pages, views: all }: RankedDomain,
  { columns, marksOf = () => "", share }:
    & Pick<DrawTableOptions, "marksOf">
    & Pick<TableLayout, "share">
    & { columns: number },
) {
  const cells = pages.map((page) => [
    String(page.rank),
    formatCount(page.views),
    all === 0 ? "" : share(shareOf(page, all)),
  ]);
  const [rankWidth = 0, viewsWidth = 0, shareWidth = 0] = [0, 1, 2].map((i) =>
    widest(cells.map((row) => row[i]!))
  );
  const names = pages.map(({ title }) => printableTitle(title));
  const wanted = widest(names);
  const notes = pages.map((page) => notesOf(page, marksOf(page)));
  const room = columns - (2 + rankWidth + 2 + 2 + viewsWidth);
  return {
    cells,
    rankWidth,
    viewsWidth,
    shareWidth,
    names,
    wanted,
    least: Math.min(wanted, LEAST_TITLE),
    notes,
    notesWidth: widest(notes),
    room,
  };
}

function shareOf({ views }: Pick<RankedPage, "views">, all: number): number {
  return all === 0 ? 0 : views / all;
}

/**
 * Draws the top pages of a domain as a table for people: rank, title, views, the share of the domain's
 * views as a figure and a bar; behind these the mobile share where there is one, and marks. Titles are
 * cut to fit into the columns of the terminal; in a narrow one there are no marks, no bar, and then no
 * share. A bar that dwarfs the others is shown broken, which is explained below.
 */
export function drawTable(
  domain: RankedDomain,
  columns?: number,
  { edition, marksOf, layout = tableLayout([{ domain, marksOf }], columns) }: DrawTableOptions = {},
): string {
  const heading = domainHeading(domain.code, domain.views, { columns, edition });
  const { pages } = domain;
  if (pages.length === 0) return `${heading}\n  no pages\n`;
  const { barWidth, hasShare, share } = layout;
  const scale = barScale(pages);
  const { room: all, ...widths } = measure(domain, {
    columns: columns ?? Infinity,
    marksOf,
    share,
  });
  const { cells, rankWidth, viewsWidth, shareWidth, names, notes, notesWidth } = widths;
  const hasNotes = layout.hasNotes && notesWidth > 0;
  const room = all - (hasShare ? 2 + shareWidth : 0) - (barWidth > 0 ? 2 + barWidth : 0) -
    (hasNotes ? 2 + notesWidth : 0);
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
  const isBroken = barWidth > 0 && pages.some(({ views }) => views > scale);
  const below = isBroken
    ? wrap(`  ${BREAK} a bar that is too long to be drawn to scale`, columns ?? Infinity, "  ")
    : [];
  return [heading, ...lines, ...below, ""].join("\n");
}

function widest(cells: string[]): number {
  return Math.max(...cells.map((cell) => stringWidth(cell)));
}

/** What is to be known of the number of a page, as `61% mobile, not-article`. */
function notesOf({ mobileShare }: RankedPage, marks: string): string {
  const mobile = mobileShare === undefined ? [] : [`${Math.round(mobileShare * 100)}% mobile`];
  return [...mobile, ...marks === "" ? [] : [marks]].join(", ");
}

function bar(views: number, scale: number, width: number): string {
  if (views > scale) return "█".repeat(width - 2) + BREAK;
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
