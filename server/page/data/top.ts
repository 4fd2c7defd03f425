import type { Access } from "../../../core/wiki/project.ts";

/** A page of a top, as the server has it. */
export interface TopPage {
  /** Its place, from 1. */
  rank: number;
  /** How often it was viewed. */
  views: number;
  /** Its title, as the dumps write it. */
  title: string;
}

/** A domain of an hour, without its pages. */
export interface DomainViews {
  /** Its code in the dumps. */
  domain_code: string;
  /** Its project. */
  project: string;
  /** How its readers came. */
  access: Access;
  /** The host that its articles are read on, if it is known. */
  host?: string;
  /** How often all its pages were viewed. */
  views: number;
}

/** A domain of an hour. */
export interface Domain extends DomainViews {
  /** Its top pages. */
  pages: TopPage[];
}

/** What the server has of an hour. */
export interface Top {
  /** The hour's name. */
  hour: string;
  /** The domains of the project that was asked for. */
  domains: Domain[];
}
