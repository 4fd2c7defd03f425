import { type Format, writeReport } from "./format.ts";
import type { Report } from "./report.ts";
import { type EncodedReport, ReportEncoder } from "./report_encoder.ts";

/**
 * Writes a report down as bytes, and notes where its domains are, so that one can be read without
 * the others.
 *
 * @param report The report.
 * @param format How to write it.
 * @returns The bytes and the places of the domains.
 *
 * @example Usage
 * ```ts
 * import { encodeReport, Hour, type Report } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const report: Report = {
 *   hour: Hour.parse("2026-09-10T18", { now: new Date("2026-09-11") }),
 *   source: { url: "-", bytes: 40, sha256: null, etag: null, last_modified: null },
 *   parameters: { top: 25, ties: "row", denylist: null },
 *   counts: { lines: 1, views: 9, domains: 1, denied: 0, malformed: {} },
 *   domains: [{ code: "en", views: 9, pages: [{ rank: 1, views: 9, title: "A" }] }],
 * };
 * const header = "hour_start,domain_code,project,access,rank,views,title\n";
 * assertEquals(encodeReport(report, "csv").offsets, { en: header.length });
 * ```
 */
export function encodeReport(report: Report, format: Format): EncodedReport {
  const encoder = new ReportEncoder(report, format);
  for (const text of writeReport(report, format)) encoder.add(text);
  return encoder.finish();
}
