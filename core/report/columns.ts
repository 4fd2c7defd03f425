import type { RankedPage } from "../rank/page.ts";
import { UNITS } from "../time/period.ts";
import { flagsOf } from "./flags.ts";
import type { Row } from "./report.ts";

/** A column of reports. */
export interface Column {
  /** Its name, in every format. */
  name: string;
  /** What its values are; an `instant` is a text as `2026-09-10T17:00:00Z`. */
  type: "text" | "instant" | "integer" | "number";
  /** What its value is the same for: all rows of a report, all of a domain, or one page. */
  scope: "report" | "domain" | "page";
  /** All values that it can have, where these are few. */
  values?: readonly string[];
  /**
   * How many bits hold a value, where it is an integer.
   *
   * @default {64}
   */
  bits?: 32 | 64;
  /** Whether it may have no value: null, in CSV an empty field without quotes. */
  isOptional?: true;
  /** What it says, for people. */
  description: string;
  /** Reads its value off a row, of whose parts only those of its scope are there. */
  read(row: Row): string | number | null;
}

/**
 * The columns of every report, in their order: those of a wider scope come first. This is the one
 * list of them: CSV, NDJSON, JSON, the description of the API and the documentation follow it.
 */
export const COLUMNS: Column[] = [
  {
    name: "unit",
    type: "text",
    scope: "report",
    values: UNITS,
    description: "how long the period is",
    read: ({ report }) => report.period.unit,
  },
  {
    name: "period_start",
    type: "instant",
    scope: "report",
    description: "when the period begins, UTC; an hour is named by its end, one hour later",
    read: ({ report }) => report.period.start,
  },
  {
    name: "domain_code",
    type: "text",
    scope: "domain",
    description:
      "the code of the dumps, as en, en.m or de.d; Wikifunctions' code is empty; in editions of all " +
      "access the project",
    read: ({ domain }) => domain.code,
  },
  {
    name: "project",
    type: "text",
    scope: "domain",
    description: "the project that the code stands for, as en.wikipedia",
    read: ({ domain }) => domain.project,
  },
  {
    name: "access",
    type: "text",
    scope: "domain",
    values: ["desktop", "mobile", "all"],
    description: "how readers came: desktop, mobile (web and app), or all where a domain sums both",
    read: ({ domain }) => domain.access,
  },
  {
    name: "rank",
    type: "integer",
    bits: 32,
    scope: "page",
    description: "the place in the domain, from 1",
    read: ({ page }) => page.rank,
  },
  {
    name: "views",
    type: "integer",
    scope: "page",
    description: "how often people viewed the page in the period",
    read: ({ page }) => page.views,
  },
  {
    name: "title",
    type: "text",
    scope: "page",
    description: "the page's title as the dump has it, with _ for spaces",
    read: ({ page }) => page.title,
  },
  {
    name: "mobile_share",
    type: "number",
    scope: "page",
    isOptional: true,
    description:
      "which part of the views was mobile, 0 to 1; none where a domain has one side alone",
    read: ({ page }) => page.mobileShare ?? null,
  },
  {
    name: "flags",
    type: "text",
    scope: "page",
    description:
      "marks of numbers to look at twice, with spaces between them: not-article, mobile-share, spike",
    read: (row) => flagsOf(row).join(" "),
  },
];

/** Stands for the page where only columns of a wider scope are read. */
export const NO_PAGE: RankedPage = { rank: 0, views: 0, title: "" };

/** Stands for the domain where only columns of the report are read. */
export const NO_DOMAIN: Row["domain"] = { code: "", project: "", access: "all", views: 0 };

/** The columns of some scopes, in their order. */
export function columnsOf(...scopes: Column["scope"][]): Column[] {
  return COLUMNS.filter(({ scope }) => scopes.includes(scope));
}
