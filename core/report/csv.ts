import { parse } from "@std/csv";
import { projectOf } from "../wiki/project.ts";
import type { RankedPage } from "../rank/ranker.ts";
import type { Report } from "./report.ts";

/** The columns of a report's rows, in CSV and in NDJSON. */
export const COLUMNS = [
  "hour_start",
  "domain_code",
  "project",
  "access",
  "rank",
  "views",
  "title",
] as const;

const HEADER = COLUMNS.join(",");

/**
 * Writes a report as CSV, as RFC 4180 has it but for the line ends, which are LF: a field is quoted
 * only where it holds a comma, a quote or a line end. (`@std/csv` would end lines with CR LF, and
 * leaves a CR bare.)
 *
 * @param report The report.
 * @returns The text in pieces: what comes before the domains, then one for each domain.
 */
export function* writeCsv(report: Report): Generator<string> {
  yield HEADER + "\n";
  for (const { code, pages } of report.domains) {
    const { project, access } = projectOf(code);
    const front = [report.hour.start, quote(code), quote(project), access].join(",");
    let rows = "";
    for (const { rank, views, title } of pages) {
      rows += `${front},${rank},${views},${quote(title)}\n`;
    }
    yield rows;
  }
}

/**
 * Reads the rows of a report that {@linkcode writeCsv} wrote.
 *
 * @param text The whole text.
 * @returns The pages of each domain that has any, by domain code.
 * @throws {SyntaxError} If the text is no such report.
 */
export function readCsv(text: string): Map<string, RankedPage<string>[]> {
  const [header, ...rows] = parse(text);
  if (header?.join(",") !== HEADER) {
    throw new SyntaxError(`Cannot read report: its columns are "${header}", not "${HEADER}"`);
  }
  return readRows(rows);
}

/**
 * Reads the rows of one domain, a piece that {@linkcode writeCsv} wrote.
 *
 * @param text The piece, without the header.
 * @returns The pages of the domain, by its code.
 * @throws {SyntaxError} If the text is no such piece.
 */
export function readCsvDomain(text: string): Map<string, RankedPage<string>[]> {
  return readRows(parse(text));
}

function readRows(rows: readonly string[][]): Map<string, RankedPage<string>[]> {
  const domains = new Map<string, RankedPage<string>[]>();
  for (const [_start, code, _project, _access, rank, views, title] of rows) {
    const page = { rank: Number(rank), views: Number(views), title };
    const pages = domains.get(code);
    if (pages === undefined) domains.set(code, [page]);
    else pages.push(page);
  }
  return domains;
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
