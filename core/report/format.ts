import type { RankedPage } from "../rank/ranker.ts";
import { readCsv, readCsvDomain, writeCsv } from "./csv.ts";
import { readJson, readJsonDomain, writeJson } from "./formats/json.ts";
import { readNdjson, writeNdjson } from "./formats/ndjson.ts";
import type { Report } from "./report.ts";

/** A way to write a report down; also the ending of its file's name. */
export type Format = "csv" | "ndjson" | "json";

interface Codec {
  write(report: Report): Iterable<string>;
  read(text: string): Map<string, RankedPage<string>[]>;
  readDomain(text: string): Map<string, RankedPage<string>[]>;
}

const CODECS: Record<Format, Codec> = {
  csv: { write: writeCsv, read: readCsv, readDomain: readCsvDomain },
  ndjson: { write: writeNdjson, read: readNdjson, readDomain: readNdjson },
  json: { write: writeJson, read: readJson, readDomain: readJsonDomain },
};

/** All formats, the default first. */
export const FORMATS = Object.keys(CODECS) as Format[];

/**
 * Writes a report down. The same report gives the same text.
 *
 * @param report The report.
 * @param format How to write it.
 * @returns The text in pieces: what comes before the domains, one for each domain (which may be
 * empty), what comes after them.
 *
 * @example Usage
 * ```ts
 * import { Hour, rankHour, type Report, writeReport } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * const dump = new Blob(["en.m Ada_Lovelace 7 0\n"]).stream();
 * const report: Report = {
 *   ...await rankHour(dump),
 *   hour: Hour.parse("2026-09-10T18"),
 *   source: { url: "-", bytes: 22, sha256: null, etag: null, last_modified: null },
 *   parameters: { top: 25, ties: "row", denylist: null },
 * };
 * assertEquals(
 *   [...writeReport(report, "csv")].join(""),
 *   "hour_start,domain_code,project,access,rank,views,title\n" +
 *     "2026-09-10T17:00:00Z,en.m,en.wikipedia,mobile,1,7,Ada_Lovelace\n",
 * );
 * ```
 */
export function writeReport(report: Report, format: Format): Iterable<string> {
  return CODECS[format].write(report);
}

/**
 * Reads the rows of a report that {@linkcode writeReport} wrote.
 *
 * @param text The whole text.
 * @param format How it is written.
 * @returns The pages of the domains, by domain code; domains without pages may be missing.
 * @throws {SyntaxError} If the text is no report of that format.
 */
export function readReport(text: string, format: Format): Map<string, RankedPage<string>[]> {
  return CODECS[format].read(text);
}

/**
 * Reads one domain of a report that {@linkcode writeReport} wrote.
 *
 * @param text The domain's piece of the text, which may have the end of the report behind it.
 * @param format How it is written.
 * @returns The pages by domain code; none if the domain has none.
 * @throws {SyntaxError} If the text is no such piece.
 */
export function readReportDomain(text: string, format: Format): Map<string, RankedPage<string>[]> {
  return CODECS[format].readDomain(text);
}
