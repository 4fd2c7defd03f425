import type { Hour } from "../time/hour.ts";
import type { Counts, RankedDomain } from "../rank/rank_hour.ts";
import type { Ties } from "../rank/ranker.ts";

/** The dump that a report was made from. */
export interface DumpFacts {
  /** Its URL, path, or `-` for standard input. */
  url: string;
  /** Its length in bytes, as it was read. */
  bytes: number;
  /** The SHA-256 of these bytes in hexadecimal digits, `null` where nobody asked for it. */
  sha256: string | null;
  /** The `ETag` that its server gave. */
  etag: string | null;
  /** The `Last-Modified` that its server gave. */
  last_modified: string | null;
}

/** The denylist that a report was made with. */
export interface DenylistFacts {
  /** Its URL or path. */
  url: string;
  /** The SHA-256 of its bytes in hexadecimal digits. */
  sha256: string;
}

/** How a report was made. */
export interface Parameters {
  /** The last rank in it. */
  top: number;
  /** What became of pages with equal views. */
  ties: Ties;
  /** What was left out, `null` if nothing was. */
  denylist: DenylistFacts | null;
}

/** The top pages of every domain in one hour, and where they come from. */
export interface Report {
  /** The hour. */
  hour: Hour;
  /** What it was made from. */
  source: DumpFacts;
  /** How it was made. */
  parameters: Parameters;
  /** What was seen in the dump. */
  counts: Counts;
  /** The domains by the bytes of their codes. */
  domains: RankedDomain[];
}

/**
 * The part of a report that holds its first ranks.
 *
 * @param report A report.
 * @param top The last rank to keep.
 * @returns A report of at most that rank; the same if it goes no further.
 *
 * @example Usage
 * ```ts
 * import { Hour, type Report, topOf } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const pages = [{ rank: 1, views: 9, title: "A" }, { rank: 2, views: 5, title: "B" }];
 * const report: Report = {
 *   hour: Hour.parse("2026-09-10T18"),
 *   source: { url: "-", bytes: 40, sha256: null, etag: null, last_modified: null },
 *   parameters: { top: 25, ties: "row", denylist: null },
 *   counts: { lines: 2, views: 14, domains: 1, denied: 0, malformed: {} },
 *   domains: [{ code: "en", views: 14, pages }],
 * };
 * assertEquals(topOf(report, 1).domains[0].pages, pages.slice(0, 1));
 * ```
 */
export function topOf(report: Report, top: number): Report {
  if (top >= report.parameters.top) return report;
  return {
    ...report,
    parameters: { ...report.parameters, top },
    domains: report.domains.map((domain) => ({
      ...domain,
      pages: domain.pages.filter((page) => page.rank <= top),
    })),
  };
}
