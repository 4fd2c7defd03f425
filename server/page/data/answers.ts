/**
 * What the server answers. The types that it has come from its own files, which the page imports
 * here and nowhere else; those of the JSON that it writes itself stand here.
 *
 * @module
 */

import type { CoveredHours, Edition, PagesEdition, Unit } from "../../../core/mod.ts";
import type { Access } from "../../../core/wiki/project.ts";
import type { Problem } from "../../http/problem.ts";

export type { DEFAULT_TOP } from "../../../core/mod.ts";
export type { Access, CoveredHours, Edition };

/** Which pages rank: articles alone, or all. */
export type Pages = PagesEdition;
export { isFinal, type Job, type JobHour } from "../../jobs/job.ts";
export type { ProblemKind } from "../../http/problem.ts";

/** A page of a top. */
export interface TopPage {
  rank: number;
  views: number;
  title: string;
  /** Which part of the views was mobile, 0 to 1; `null` where that is not known. */
  mobile_share: number | null;
  /** Marks of numbers to look at twice, with spaces between them. */
  flags: string;
  /** Whether it has more views than these, as one of two lists does not have it. */
  isAtLeast?: boolean;
}

/** Where a page stands in a list. */
export type PlacedPage = Pick<TopPage, "rank" | "views" | "title">;

/** A page that rises. */
export interface RisenPage extends TopPage {
  past_views: number;
  /** How many times these its views are. */
  rise: number;
  rise_is: "exact" | "at-least";
}

/** A domain of an hour, without its pages. */
export interface DomainViews {
  domain_code: string;
  project: string;
  access: Access;
  /** The host that its articles are read on, if it is known. */
  host?: string;
  /** The views of all its pages, not of the top ones alone. */
  views: number;
}

/** A domain of an hour, with its top pages. */
export interface Domain extends DomainViews {
  pages: TopPage[];
  /** The pages that the denylist left out and that would rank, with the ranks that they would have. */
  denied: TopPage[];
}

/** `GET /v1/hours/{hour}` or `/v1/periods/{period}`, as far as the page reads it. */
export interface Top {
  /** The name of the period. */
  period: string;
  /** Of a longer one: how many hours it was made of, and how many it has. */
  hours?: CoveredHours;
  /** How its domains are put together. */
  edition: Edition;
  /** The last rank that is stored, which is a header of the answer. */
  storedTop: number;
  /** The domains of the project that was asked for. */
  domains: Domain[];
}

/** `GET /v1/hours/{hour}/domains` or `/v1/periods/{period}/domains`. */
export interface DomainList {
  domains: DomainViews[];
}

/** `GET /v1/hours`, as far as the page reads it. */
export interface HourList {
  /** The stored hours, the oldest first. */
  hours: string[];
}

/** `GET /v1/periods`, as far as the page reads it. */
export interface PeriodList {
  /** The stored periods, the oldest first. */
  periods: string[];
}

/** `GET /v1/trending/{period}`, as far as the page reads it. */
export interface Trend {
  period: string;
  edition: Edition;
  /** The periods that it is compared with, in order. */
  past: string[];
  domains: (DomainViews & { pages: RisenPage[] })[];
}

/** `GET /v1/pages/{project}/{title}`, as far as the page reads it. */
export interface PageHistory {
  series: PageSeries[];
}

/** A page in one domain. */
export interface PageSeries {
  domain_code: string;
  access: Access;
  /** The stored hours, or longer periods, in order. */
  hours: { hour: string; rank: number | null; views: number | null }[];
}

/** `GET /v1`, as far as the page reads it. */
export interface Overview {
  /** Which periods are made when they are asked for. */
  makes: Unit[];
  /** Where dumps come from. */
  sources: string[];
  /** What it looks back on: a database has all of the past in one answer. */
  history: "store" | "database";
}

/** `GET /v1/tops/{project}`, as far as the page reads it. */
export interface TopHistory {
  series: {
    domain_code: string;
    access: Access;
    periods: { period: string; pages: TopPage[] }[];
  }[];
}

/** An answer that is no success; what stands between the two may have written another. */
export type ProblemAnswer = Partial<ReturnType<Problem["toJSON"]>>;
