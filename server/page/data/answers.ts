/**
 * What the server answers. The types that it has come from its own files, which the page imports
 * here and nowhere else; those of the JSON that it writes itself stand here.
 *
 * @module
 */

import type { CoveredHours, RankedPage } from "../../../core/mod.ts";
import type { Access } from "../../../core/wiki/project.ts";
import type { Problem } from "../../http/problem.ts";

export type { DEFAULT_TOP } from "../../../core/mod.ts";
export type { Access, CoveredHours };
export { isFinal, type Job, type JobHour } from "../../jobs/job.ts";
export type { ProblemKind } from "../../http/problem.ts";

/** A page of a top. */
export type TopPage = RankedPage;

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

/** An answer that is no success; what stands between the two may have written another. */
export type ProblemAnswer = Partial<ReturnType<Problem["toJSON"]>>;
