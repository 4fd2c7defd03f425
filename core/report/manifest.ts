import { Hour } from "../time/hour.ts";
import { compareCodes } from "../rank/compare.ts";
import type { Counts } from "../rank/rank_hour.ts";
import type { StoredFile } from "../store/store.ts";
import { type Format, readReport } from "./format.ts";
import type { DumpFacts, Parameters, Report } from "./report.ts";
import type { EncodedReport } from "./report_encoder.ts";

/** Raised whenever a report of the same dump and parameters would come out different. */
export const REPORT_VERSION = 1;

/** What is known of a stored report: the part of its manifest that the store does not add. */
export interface ReportFacts {
  /** The rules by which it was made, {@linkcode REPORT_VERSION}. */
  version: number;
  /** The hour's name. */
  hour: string;
  /** When the hour begins and ends. */
  period: { hour_start: string; hour_end: string };
  /** How it is written. */
  format: Format;
  /** How many rows it has. */
  rows: number;
  /** What it was made from. */
  source: DumpFacts;
  /** How it was made. */
  parameters: Parameters;
  /** What was seen in the dump. */
  counts: Counts;
  /** How often all pages of each domain were viewed, denied ones among them. */
  domain_views: Record<string, number>;
  /** Where in the report's file each domain that has rows begins, in bytes; it ends at the next. */
  domain_offsets: Record<string, number>;
  /** When it was made, by which version of the program, and in how many seconds. */
  made: { at: string; by: string; seconds: number };
}

/** What stands beside a stored report, in the file that ends in `.manifest`. */
export interface Manifest extends ReportFacts {
  /** The report's file. */
  file: StoredFile;
}

/**
 * What a manifest says of a report.
 *
 * @param report The report.
 * @param encoded The report as it is written.
 * @param made When and by what it was made.
 * @returns The manifest, but for what the store knows of the file.
 */
export function describeReport(
  report: Report,
  { format, offsets }: Pick<EncodedReport, "format" | "offsets">,
  made: ReportFacts["made"],
): ReportFacts {
  const { hour, source, parameters, counts, domains } = report;
  return {
    version: REPORT_VERSION,
    hour: hour.toString(),
    period: { hour_start: hour.start, hour_end: hour.end },
    format,
    rows: domains.reduce((sum, { pages }) => sum + pages.length, 0),
    source,
    parameters,
    counts,
    domain_views: Object.fromEntries(domains.map(({ code, views }) => [code, views])),
    domain_offsets: offsets,
    made,
  };
}

/**
 * Puts a stored report together again.
 *
 * @param manifest Its manifest.
 * @param text Its text.
 * @returns The report, equal to the one that was written.
 * @throws {SyntaxError} If the text is no report.
 */
export function restoreReport(manifest: Manifest, text: string): Report {
  const pages = readReport(text, manifest.format);
  return {
    hour: Hour.parse(manifest.hour, { now: new Date(manifest.period.hour_end) }),
    source: manifest.source,
    parameters: manifest.parameters,
    counts: manifest.counts,
    domains: Object.entries(manifest.domain_views)
      .map(([code, views]) => ({ code, views, pages: pages.get(code) ?? [] }))
      .sort((a, b) => compareCodes(a.code, b.code)),
  };
}
