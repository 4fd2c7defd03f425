import type { DenylistEntry } from "../../core/deny/denylist.ts";
import type { PagePlace, PlacedPage } from "../../core/explain/place.ts";
import { formatCount } from "../../core/format_count.ts";
import { align } from "./align.ts";
import { formatShare } from "./share.ts";
import { printable, wrapLines } from "../printable.ts";

/** Options of {@linkcode drawPage}. */
export interface DrawPageOptions {
  /** How often all pages of the domain were viewed. */
  views: number;
  /** Where the denylist is, `undefined` for none. */
  denylist: string | undefined;
  /** Its entries that deny the page. */
  entries: readonly DenylistEntry[];
  /** How many columns the terminal has. */
  columns?: number | undefined;
}

/** Draws where a page ranks in its domain and why, for people. */
export function drawPage(
  { page, tied, around }: PagePlace,
  { views, denylist, entries, columns: width }: DrawPageOptions,
): string {
  const share = views === 0 ? "" : `, ${formatShare(page.views / views)} of the domain's`;
  const columns = denylist === undefined ? 1 : 2;
  const rows = around.map((other) => [
    other === page ? ">" : "",
    ...[rankOf(other), formatCount(other.undenied)].slice(0, columns),
    formatCount(other.views),
    other.title,
  ]);
  const heading = ["", ...["rank", "without denylist"].slice(0, columns), "views", "title"];
  const sentences = [
    `${printable(page.title)} · ${formatCount(page.views)} views${share}`,
    ...denials(denylist, entries),
    `${ranks(page, denylist)}${ties(tied)}`,
  ];
  const table = align([heading, ...rows], [1, columns, columns + 1]);
  return `${wrapLines(sentences.join("\n"), width)}\n\n${table}`;
}

function denials(denylist: string | undefined, entries: readonly DenylistEntry[]): string[] {
  if (denylist === undefined) return ["No denylist"];
  if (entries.length === 0) return [`Not denied by ${printable(denylist)}`];
  return entries.map(({ line, text }) =>
    `Denied by line ${formatCount(line)} of ${printable(denylist)}: ${printable(text)}`
  );
}

function ranks({ rank, undenied }: PlacedPage, denylist: string | undefined): string {
  if (rank === null) return `No rank; it would be ${formatCount(undenied)} without the denylist`;
  if (denylist === undefined) return `Rank ${formatCount(rank)}`;
  return `Rank ${formatCount(rank)}; it would be ${formatCount(undenied)} without the denylist`;
}

function ties(tied: number): string {
  if (tied === 0) return "";
  return `; ${formatCount(tied)} other ${tied === 1 ? "page has" : "pages have"} as many views`;
}

function rankOf({ rank }: PlacedPage): string {
  return rank === null ? "denied" : formatCount(rank);
}
