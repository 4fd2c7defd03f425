import type { DenylistIdentity } from "../deny/denylist.ts";
import type { Counts } from "../rank/dump_ranking.ts";
import { type Edition, isOfProjects } from "../rank/edition.ts";
import type { RankedDomain } from "../rank/ranking.ts";
import type { RankedPage, Ties } from "../rank/page.ts";
import { parsePeriod, type Period } from "../time/period.ts";
import { type Access, type Project, projectNamed, projectOf } from "../wiki/project.ts";

/** A dump that a report was made from. */
export interface SourceDump {
  /** The label of its hour; of the day, week or month where it is the sum of such a period's dumps. */
  hour: string;
  /** Its URL, path, or `-` for standard input. */
  url: string;
  /** Its length in bytes, as it was read. */
  bytes: number;
  /** The SHA-256 of these bytes in hexadecimal digits, `null` where nothing digested them. */
  sha256: string | null;
  /** The `ETag` that its server gave. */
  etag: string | null;
  /** The `Last-Modified` that its server gave. */
  last_modified: string | null;
}

/** How a report was made. */
export interface Parameters {
  /** The last rank in it. */
  top: number;
  /** What became of pages with equal views. */
  ties: Ties;
  /** What was left out, `null` if nothing was. */
  denylist: DenylistIdentity | null;
}

/** What came of comparing the views of a dump's domains with the hour's file of totals. */
export interface CrossCheck {
  /** The file's URL or path, `null` if there was none. */
  url: string | null;
  /** How many domains the dump or the file has. */
  domains: number;
  /** How many of them have other views in one than in the other. */
  differing: number;
  /** Those that differ most. */
  examples: { code: string; dump: number; totals: number }[];
  /** Why there was nothing to compare with. */
  problem?: string;
}

/** The top pages of one domain, with what its code stands for. */
export interface ReportDomain extends RankedDomain {
  /** The project, as `en.wikipedia`. */
  project: string;
  /** How its readers came. */
  access: Access;
}

/** The top pages of every domain in one period, and where they come from. */
export interface Report {
  /** The period. */
  period: Period;
  /** How its domains are put together. */
  edition: Edition;
  /** The dumps that it was made from, in the order of their hours. */
  sources: SourceDump[];
  /** How it was made. */
  parameters: Parameters;
  /** What was seen in the dumps. */
  counts: Counts;
  /** How the views of domains compare with others' count; left out if they were not compared. */
  crossCheck?: CrossCheck;
  /** The domains by the bytes of their codes. */
  domains: ReportDomain[];
  /**
   * When pages are marked.
   *
   * @default {DEFAULT_FLAG_RULES}
   */
  flags?: FlagRules;
}

/** One row of a report: a page, and all that it stands in. */
export interface Row {
  /** The report. */
  report: Pick<Report, "period" | "edition" | "flags">;
  /** The domain, without its pages. */
  domain: Omit<ReportDomain, "pages">;
  /** The page. */
  page: RankedPage;
}

/** When a page is marked. */
export interface FlagRules {
  /** Whether pages are marked that are no articles. */
  notArticle: boolean;
  /**
   * Which parts of the views are too few or too many to be mobile, for pages with so many views;
   * `undefined` to mark none. People read all that many people read both on telephones and on desktops.
   */
  mobileShare: { low: number; high: number; views: number } | undefined;
  /** Tells whether a page has far more views than before and after; only who has these can say. */
  isSpike?: ((row: Row) => boolean) | undefined;
}

/**
 * What the code of a domain stands for in a report.
 *
 * @param edition How the report's domains are put together.
 * @param code The code: of a domain, or the name of a project.
 * @returns The project.
 */
export function projectIn(edition: Edition, code: string): Project {
  return isOfProjects(edition) ? projectNamed(code) : projectOf(code);
}

/**
 * Gives a ranked domain what its code stands for, as in a report of each domain code by itself.
 *
 * @param domain The domain.
 * @returns The same, with project and access.
 */
export function reportDomain(domain: RankedDomain): ReportDomain {
  return reportDomainIn("each", domain);
}

/**
 * Gives a ranked domain what its code stands for in a report of any edition.
 *
 * @param edition How the report's domains are put together.
 * @param domain The domain.
 * @returns The same, with project and access.
 */
export function reportDomainIn(edition: Edition, domain: RankedDomain): ReportDomain {
  const { project, access } = projectIn(edition, domain.code);
  const { code, views, pages, denied } = domain;
  const known = { code, project, access, views, pages };
  return denied === undefined || denied.length === 0 ? known : { ...known, denied };
}

/** How many hours of a period a report was made of, and how many the period has. */
export interface CoveredHours {
  /** How many it was made of. */
  present: number;
  /** How many it would be made of if none were missing. */
  expected: number;
}

/** How much of its period a report is of: where an hour had no dump, "23 of 24 hours". */
export function coveredHours(
  { period, sources }: { period: Period; sources: readonly Pick<SourceDump, "hour">[] },
): CoveredHours {
  const isOfHour = ({ length }: string) => length === LABEL_OF_HOUR;
  const hours = sources.flatMap(({ hour }) => isOfHour(hour) ? hour : labelsIn(hour));
  return {
    present: new Set(hours).size,
    expected: period.unit === "hour" ? 1 : period.hours.length,
  };
}

/** How long the label of an hour is: to tell it from others thousands of times. */
const LABEL_OF_HOUR = "2026-09-10T18".length;

function labelsIn(period: string): string[] {
  return parsePeriod(period).hours.map(({ label }) => label);
}

/**
 * The rows of a report.
 *
 * @param report The report.
 * @returns Its rows in order: domain by domain, in each by rank.
 *
 * @example Usage
 * ```ts
 * import { Hour, type Report, reportDomain, rowsOf } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const pages = [{ rank: 1, views: 9, title: "A" }];
 * const report: Report = {
 *   period: Hour.parse("2026-09-10T18"),
 *   edition: "each",
 *   sources: [],
 *   parameters: { top: 25, ties: "row", denylist: null },
 *   counts: { lines: 1, views: 9, domains: 1, denied: 0, repeated: 0, malformed: {} },
 *   domains: [reportDomain({ code: "en.m", views: 9, pages })],
 * };
 * const [row] = rowsOf(report);
 * assertEquals([row?.domain.project, row?.domain.access, row?.page.title], [
 *   "en.wikipedia",
 *   "mobile",
 *   "A",
 * ]);
 * ```
 */
export function* rowsOf(report: Report): Generator<Row> {
  for (const domain of report.domains) {
    for (const page of domain.pages) yield { report, domain, page };
  }
}

/**
 * The part of a report that holds its first ranks.
 *
 * @param report A report.
 * @param top The last rank to keep.
 * @returns A report of at most that rank; the same if it goes no further.
 */
export function topOf(report: Report, top: number): Report {
  if (top >= report.parameters.top) return report;
  return {
    ...report,
    parameters: { ...report.parameters, top },
    domains: report.domains.map((domain) => {
      const within = (pages: readonly RankedPage[]) => pages.filter(({ rank }) => rank <= top);
      const { code, views, pages, denied = [] } = domain;
      const kept = { code, views, pages: within(pages), denied: within(denied) };
      return reportDomainIn(report.edition, kept);
    }),
  };
}
