import type { DenylistEntry } from "../../core/deny/denylist.ts";
import type { DomainOverview } from "../../core/explain/overview.ts";
import type { PlacedPage } from "../../core/explain/place.ts";
import { formatCount } from "../../core/format_count.ts";
import { wrapLines } from "../printable.ts";
import { align } from "./align.ts";
import { formatShare } from "./share.ts";

/** Options of {@linkcode drawDomain}. */
export interface DrawDomainOptions {
  /** The last rank that a report has; pages behind it are set apart. */
  top: number;
  /** How often all pages of the domain were viewed. */
  views: number;
  /** The entries of the denylist that deny each of the denied pages that are shown. */
  entries: readonly (readonly DenylistEntry[])[];
  /** How many columns the terminal has. */
  columns?: number | undefined;
}

const HEADING = ["rank", "without denylist", "views", "title"];

/** Draws the top of a domain for people, and what the denylist keeps out of it. */
export function drawDomain(
  { top, denied }: DomainOverview,
  { top: last, views, entries, columns }: DrawDomainOptions,
): string {
  return `${drawDenied(denied, entries, { views, columns })}\n${drawTop(top, last)}`;
}

function drawDenied(
  denied: DomainOverview["denied"],
  entries: DrawDomainOptions["entries"],
  { views, columns }: Pick<DrawDomainOptions, "views" | "columns">,
): string {
  if (denied.pages === 0) return "No page is denied\n";
  const share = views === 0 ? "" : `, ${formatShare(denied.views / views)} of the domain's`;
  const rows = denied.top.map(({ title, views }, i) => [
    formatCount(views),
    title,
    (entries[i] ?? []).map(({ line, text }) => `line ${formatCount(line)}: ${text}`)
      .join(", "),
  ]);
  const more = denied.pages - rows.length;
  const heading = `${formatCount(denied.pages)} ` +
    `${denied.pages === 1 ? "page is" : "pages are"} denied, ` +
    `with ${formatCount(denied.views)} views${share}`;
  return `${wrapLines(heading, columns)}\n` +
    align([["views", "title", "entry"], ...rows], [0]) +
    (more > 0 ? `and ${formatCount(more)} more\n` : "");
}

function drawTop(top: readonly PlacedPage[], last: number): string {
  if (top.length === 0) return "No page ranks\n";
  const [heading, ...lines] = align([HEADING, ...top.map(row)], [0, 1, 2]).trimEnd().split("\n");
  const within = top.filter(({ rank }) => rank! <= last).length;
  const behind = lines.slice(within);
  return [
    heading,
    ...lines.slice(0, within),
    ...(behind.length > 0 ? [`behind the top ${formatCount(last)}:`, ...behind] : []),
    "",
  ].join("\n");
}

function row({ rank, undenied, views, title }: PlacedPage): string[] {
  return [formatCount(rank!), formatCount(undenied), formatCount(views), title];
}
