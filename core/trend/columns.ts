import { columnsOf } from "../report/columns.ts";
import { type ChangedPage, CHANGES, type Diff } from "./diff.ts";
import { type RisenPage, roundRise } from "./domain_past.ts";
import type { PageColumn, Table } from "./table.ts";
import type { Trend } from "./trend.ts";

/** The columns of pages that rose: those of every report, and what their rise is. */
export function trendColumns(): PageColumn<RisenPage>[] {
  return [
    ...columnsOf("page"),
    {
      name: "past_views",
      type: "number",
      description: "the median of its views in the past periods",
      read: ({ page }) => page.past,
    },
    {
      name: "rise",
      type: "number",
      description: "how many times that its views are",
      read: ({ page }) => roundRise(page, 2),
    },
    {
      name: "rise_is",
      type: "text",
      values: ["exact", "at-least"],
      description:
        "at-least where it was in too few of the past lists to know more than that it had no more " +
        "views than their last rows",
      read: ({ page }) => page.isExact ? "exact" : "at-least",
    },
  ];
}

/** The columns of pages in two lists. */
export const DIFF_COLUMNS: readonly PageColumn<ChangedPage>[] = [
  {
    name: "change",
    type: "text",
    values: CHANGES,
    description: "what became of it",
    read: ({ page }) => page.change,
  },
  {
    name: "rank_before",
    type: "integer",
    isOptional: true,
    description: "its place in the earlier list",
    read: ({ page }) => page.rankBefore,
  },
  {
    name: "rank",
    type: "integer",
    isOptional: true,
    description: "its place in the later list",
    read: ({ page }) => page.rank,
  },
  {
    name: "views_before",
    type: "integer",
    isOptional: true,
    description: "its views in the earlier list",
    read: ({ page }) => page.viewsBefore,
  },
  {
    name: "views",
    type: "integer",
    isOptional: true,
    description: "its views in the later list",
    read: ({ page }) => page.views,
  },
  {
    name: "title",
    type: "text",
    description: "its title, with _ for spaces",
    read: ({ page }) => page.title,
  },
];

/** What rises as a table. */
export function trendTable({ period, edition, past, domains }: Trend): Table<RisenPage> {
  return {
    report: { period, edition },
    head: { period_end: period.end, edition, past },
    pageColumns: trendColumns(),
    domains,
  };
}

/** What changed as a table. */
export function diffTable({ before, period, edition, top, domains }: Diff): Table<ChangedPage> {
  return {
    report: { period, edition },
    head: { before, edition, top },
    reportColumns: [{
      name: "before_start",
      type: "instant",
      scope: "report",
      description: "when the period begins that it is compared with",
      read: () => before.start,
    }],
    pageColumns: DIFF_COLUMNS,
    domains,
  };
}
