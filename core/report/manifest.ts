import { compareText } from "../dump/bytes.ts";
import { TIES } from "../rank/page.ts";
import type { Counts } from "../rank/dump_ranking.ts";
import type { DomainSize } from "../rank/ranking.ts";
import type { StoredFile } from "../store/entries.ts";
import { parsePeriod, type Unit, UNITS } from "../time/period.ts";
import { type Edition, EDITIONS } from "../rank/edition.ts";
import type { PagesByCode } from "./read_csv.ts";
import {
  type CoveredHours,
  coveredHours,
  type CrossCheck,
  type Parameters,
  type Report,
  reportDomainIn,
  type SourceDump,
} from "./report.ts";

/**
 * Raised whenever the form of reports or manifests changes, or a report of the same dumps and
 * parameters would come out different. Version 2: CSV alone, with unit and period. Version 3: the
 * denied pages stand beside it; rows of one page are summed, and counted as `repeated`. Version 4:
 * the columns `mobile_share` and `flags`, and editions beside `each`.
 */
export const REPORT_VERSION = 4;

/** What is known of a stored report: the part of its manifest that the store does not add. */
export interface ReportMetadata {
  /** The rules by which it was made, {@linkcode REPORT_VERSION}. */
  version: number;
  /** The label of its period. */
  period: string;
  /** The unit of its period. */
  unit: Unit;
  /** When the period begins. */
  period_start: string;
  /** When the period ends. */
  period_end: string;
  /** How its domains are put together. */
  edition: Edition;
  /** How many rows it has. */
  rows: number;
  /** What it was made from. */
  sources: SourceDump[];
  /** Of a day, week or month: how many of its hours had a dump, and how many it has. */
  hours?: CoveredHours;
  /** How it was made. */
  parameters: Parameters;
  /** What was seen in the dumps. */
  counts: Counts;
  /** How the views of domains compare with others' count; left out if they were not compared. */
  cross_check?: CrossCheck;
  /** How often all pages of each domain were viewed, denied ones among them. */
  domain_views: Record<string, number>;
  /** Where in the report's file each domain that has rows begins, in bytes; it ends at the next. */
  domain_offsets: Record<string, number>;
  /** When it was made, by which version of the program, and in how many seconds. */
  made: { at: string; by: string; seconds: number };
}

/** What stands beside a stored report, in the file that ends in `.manifest`. */
export interface Manifest extends ReportMetadata {
  /** The report's file. */
  file: StoredFile;
  /** The files beside it: the denied pages that would rank, if there are any. */
  companions?: StoredFile[];
}

/** What a manifest says of a report, but for what the store knows of the file. */
export function describeReport(
  report: Omit<Report, "domains"> & { domains: readonly DomainSize[] },
  offsets: Record<string, number>,
  made: ReportMetadata["made"],
): ReportMetadata {
  const { period, edition, sources, parameters, counts, crossCheck, domains } = report;
  return {
    version: REPORT_VERSION,
    period: period.label,
    unit: period.unit,
    period_start: period.start,
    period_end: period.end,
    edition,
    rows: domains.reduce((sum, { pages }) => sum + pages.length, 0),
    sources,
    ...period.unit !== "hour" && {
      hours: coveredHours(report),
    },
    parameters,
    counts,
    ...crossCheck !== undefined && { cross_check: crossCheck },
    domain_views: Object.fromEntries(domains.map(({ code, views }) => [code, views])),
    domain_offsets: offsets,
    made,
  };
}

/** Puts a stored report together again from its manifest and the pages of its files. */
export function restoreReport(
  manifest: Manifest,
  pages: PagesByCode,
  denied: PagesByCode = new Map(),
): Report {
  const { edition, sources, parameters, counts, cross_check } = manifest;
  return {
    period: parsePeriod(manifest.period),
    edition,
    sources,
    parameters,
    counts,
    ...cross_check !== undefined && { crossCheck: cross_check },
    domains: Object.entries(manifest.domain_views)
      .map(([code, views]) =>
        reportDomainIn(edition, {
          code,
          views,
          pages: pages.get(code) ?? [],
          denied: denied.get(code) ?? [],
        })
      )
      .sort((a, b) => compareText(a.code, b.code)),
  };
}

/**
 * Tells whether a value, read from a file that anybody may have changed, has what the manifest of a
 * report has.
 *
 * @param value Any value.
 * @returns Whether it is a manifest. What it says may still be wrong.
 */
export function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value)) return false;
  const { version, period, unit, edition, rows, sources, parameters, counts, file } = value;
  const { domain_views, domain_offsets, made, companions } = value;
  return isCount(version) && isText(period) && isOneOf(UNITS, unit) &&
    isText(value.period_start) && isText(value.period_end) &&
    isOneOf(EDITIONS, edition) && isCount(rows) &&
    Array.isArray(sources) && sources.every(isSource) &&
    (value.hours === undefined ||
      isRecord(value.hours) && isCount(value.hours.present) && isCount(value.hours.expected)) &&
    isRecord(parameters) && isCount(parameters.top) && isOneOf(TIES, parameters.ties) &&
    (parameters.denylist === null ||
      isRecord(parameters.denylist) && isText(parameters.denylist.url) &&
        isText(parameters.denylist.sha256)) &&
    isRecord(counts) &&
    [counts.lines, counts.views, counts.domains, counts.denied, counts.repeated].every(isCount) &&
    (value.cross_check === undefined || isCrossCheck(value.cross_check)) &&
    isRecord(counts.malformed) && Object.values(counts.malformed).every(isMalformed) &&
    isRecord(made) && isText(made.by) && !Number.isNaN(Date.parse(String(made.at))) &&
    typeof made.seconds === "number" &&
    isRecord(domain_views) && Object.values(domain_views).every(isCount) &&
    isRecord(domain_offsets) && Object.values(domain_offsets).every(isCount) &&
    isFile(file) &&
    (companions === undefined || Array.isArray(companions) && companions.every(isFile));
}

function isFile(file: unknown): boolean {
  return isRecord(file) && isText(file.name) && isText(file.sha256) && isCount(file.bytes);
}

function isSource(source: unknown): boolean {
  return isRecord(source) && isText(source.hour) && isText(source.url) && isCount(source.bytes) &&
    [source.sha256, source.etag, source.last_modified]
      .every((value) => value === null || isText(value));
}

function isCrossCheck(check: unknown): boolean {
  return isRecord(check) && (check.url === null || isText(check.url)) &&
    isCount(check.domains) && isCount(check.differing) && Array.isArray(check.examples) &&
    check.examples.every((example) =>
      isRecord(example) && isText(example.code) && isCount(example.dump) && isCount(example.totals)
    ) &&
    (check.problem === undefined || isText(check.problem));
}

function isMalformed(lines: unknown): boolean {
  return isRecord(lines) && isCount(lines.count) && Array.isArray(lines.examples) &&
    lines.examples.every((example) =>
      isRecord(example) && isCount(example.line) && isText(example.text)
    );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isOneOf(values: readonly string[], value: unknown): boolean {
  return typeof value === "string" && values.includes(value);
}
