import { encodeCsv } from "../csv.ts";
import type { Chunk } from "../encode.ts";
import type { Report } from "../report.ts";
import { encodeJson } from "./json.ts";
import { encodeNdjson } from "./ndjson.ts";

/** A way to write a report down; also the extension of its file. */
export type Format = "csv" | "ndjson" | "json";

/** What a report is exported as: a format, or what suits a file and nothing else. */
export type FileFormat = Format | "csv.gz" | "parquet";

/** What is known of a format. */
export interface FormatDescription {
  /** Its media type, as HTTP names it. */
  mediaType: string;
  /** Other media types that mean the same. */
  aliases?: readonly string[];
  /** Writes a report in it. */
  encode(report: Report): Iterable<Chunk>;
}

/** All formats, the default first. A new one is an entry here. */
export const FORMATS: Readonly<Record<Format, FormatDescription>> = {
  csv: {
    mediaType: "text/csv; charset=utf-8; header=present",
    encode: (report) => encodeCsv(report),
  },
  ndjson: {
    mediaType: "application/x-ndjson",
    aliases: ["application/ndjson", "application/jsonl"],
    encode: (report) => encodeNdjson(report),
  },
  json: { mediaType: "application/json", encode: encodeJson },
};

/** The names of all formats, the default first. */
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** All formats of exported files, the default first; `core/export/encode_file.ts` writes them. */
export const FILE_FORMATS: readonly FileFormat[] = ["csv", "csv.gz", "ndjson", "json", "parquet"];

/**
 * Writes a report down. The same report gives the same bytes.
 *
 * @param report The report.
 * @param format How to write it.
 * @returns Its bytes in chunks; one that belongs to a domain alone says to which.
 *
 * @example Usage
 * ```ts
 * import { encodeReport, Hour, rankHour, type Report, reportDomain } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const { domains, counts } = await rankHour(new Blob(["en.m Ada_Lovelace 7 0\n"]).stream());
 * const report: Report = {
 *   period: Hour.parse("2026-09-10T18"),
 *   edition: "each",
 *   sources: [],
 *   parameters: { top: 25, ties: "row", denylist: null },
 *   counts,
 *   domains: domains.map(reportDomain),
 * };
 * const chunks = [...encodeReport(report, "csv")].map(({ bytes }) => bytes);
 * assertEquals(
 *   await new Blob(chunks).text(),
 *   "unit,period_start,domain_code,project,access,rank,views,title,mobile_share,flags\n" +
 *     "hour,2026-09-10T17:00:00Z,en.m,en.wikipedia,mobile,1,7,Ada_Lovelace,,\"\"\n",
 * );
 * ```
 */
export function encodeReport(report: Report, format: Format): Iterable<Chunk> {
  return FORMATS[format].encode(report);
}
