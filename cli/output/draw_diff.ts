import { formatCount } from "../../core/format_count.ts";
import type { ChangedPage, Diff } from "../../core/trend/diff.ts";
import type { TableDomain } from "../../core/trend/table.ts";
import type { Edition } from "../../core/mod.ts";
import { wrapLines } from "../printable.ts";
import { domainHeading } from "./domain_heading.ts";
import { titledRows } from "./titled_rows.ts";

/** Draws what changed between two periods for people, domain by domain. */
export function drawDiff(
  { before, period, edition, top, domains }: Diff,
  columns?: number,
): string {
  const heading = `${before} → ${period} · the first ${formatCount(top)} ranks of both\n`;
  return [
    wrapLines(heading, columns),
    ...domains.map((domain) => drawDomain(domain, edition, columns)),
  ].join("\n");
}

function drawDomain(domain: TableDomain<ChangedPage>, edition: Edition, columns?: number): string {
  const heading = domainHeading(domain.code, domain.views, { columns, edition });
  const changed = domain.pages.filter(({ change }) => change !== "stayed");
  const stayed = domain.pages.length - changed.length;
  const rows = changed.map(({ change, rank, rankBefore, views, viewsBefore, title }) => ({
    title,
    cells: [
      changeOf(change, rank, rankBefore),
      ...[rank, rankBefore, views, viewsBefore].map(cell),
    ],
  }));
  const headings = ["change", "rank", "before", "views", "before"];
  return [
    `${heading}\n`,
    rows.length === 0 ? "" : titledRows(headings, rows, columns),
    stayed === 0 ? "" : `  ${formatCount(stayed)} stayed\n`,
  ].join("");
}

function changeOf(change: string, rank: number | null, before: number | null): string {
  return rank === null || before === null ? change : `${change} ${Math.abs(rank - before)}`;
}

function cell(value: number | null): string {
  return value === null ? "–" : formatCount(value);
}
