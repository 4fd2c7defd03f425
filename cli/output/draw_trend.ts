import { formatCount } from "../../core/format_count.ts";
import { describeRise, type RisenPage } from "../../core/trend/domain_past.ts";
import type { TableDomain } from "../../core/trend/table.ts";
import type { Trend } from "../../core/trend/trend.ts";
import type { Edition } from "../../core/mod.ts";
import { wrapLines } from "../printable.ts";
import { domainHeading } from "./domain_heading.ts";
import { titledRows } from "./titled_rows.ts";

/** Draws what rises in a period for people, domain by domain. */
export function drawTrend(trend: Trend, columns?: number): string {
  const { period, edition, domains } = trend;
  const heading = `${period} · ${period.start} to ${period.end}\n${pastOf(trend)}\n`;
  return [
    wrapLines(heading, columns),
    ...domains.map((domain) => drawDomain(domain, edition, columns)),
  ].join("\n");
}

/** With which periods a trend was reckoned, for people. */
export function pastOf({ period, past }: Pick<Trend, "period" | "past">): string {
  return `Against the median of ${past.length} stored ${period.unit}s, ${past[0]} to ${
    past.at(-1)
  }`;
}

function drawDomain(domain: TableDomain<RisenPage>, edition: Edition, columns?: number): string {
  const heading = domainHeading(domain.code, domain.views, { columns, edition });
  if (domain.pages.length === 0) return `${heading}\n  nothing rose\n`;
  const rows = domain.pages.map((page) => ({
    title: page.title,
    cells: [
      describeRise(page),
      formatCount(page.views),
      formatCount(page.past),
      formatCount(page.rank),
    ],
  }));
  return `${heading}\n${titledRows(["rise", "views", "median", "rank"], rows, columns)}`;
}
