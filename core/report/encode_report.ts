import { type Format, writeReport } from "./format.ts";
import type { Report } from "./report.ts";

/** A report as bytes. */
export interface EncodedReport {
  /** How it is written. */
  format: Format;
  /** Its bytes. */
  content: Uint8Array<ArrayBuffer>;
  /** Where in them each domain begins that has something there, by its code. */
  offsets: Record<string, number>;
}

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
  const encoder = new TextEncoder();
  const pieces = Array.from(writeReport(report, format), (text) => encoder.encode(text));
  const content = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  const offsets: Record<string, number> = {};
  let offset = 0;
  for (const [i, piece] of pieces.entries()) {
    const domain = report.domains[i - 1];
    if (domain !== undefined && piece.length > 0) offsets[domain.code] = offset;
    content.set(piece, offset);
    offset += piece.length;
  }
  return { format, content, offsets };
}
