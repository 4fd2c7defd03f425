import { parse } from "@std/csv";
import type { RankedPage } from "../rank/page.ts";
import { COLUMNS, NO_PAGE } from "./columns.ts";
import type { Chunk } from "./encode.ts";
import type { Report, Row } from "./report.ts";

/** The pages of each domain that has any, by domain code. */
export type PagesByCode = Map<string, RankedPage[]>;

/**
 * Writes a report as CSV, as RFC 4180 has it but for the line ends, which are LF: a field is quoted
 * only where it is empty, or holds a comma, a quote or a line end. An empty text is quoted because
 * PostgreSQL, Ruby and Spark read an empty field as an absent value. (`@std/csv` would end lines with
 * CR LF, and leaves a CR bare.)
 */
export function* encodeCsv(report: Report): Generator<Chunk> {
  const encoder = new TextEncoder();
  yield { bytes: encoder.encode(header() + "\n") };
  // Whatever comes before the first column of pages is the same for all rows of a domain.
  const split = COLUMNS.findIndex(({ scope }) => scope === "page");
  const [front, back] = [COLUMNS.slice(0, split), COLUMNS.slice(split)];
  for (const domain of report.domains) {
    const row: Row = { report, domain, page: NO_PAGE };
    const first = front.map(({ read }) => field(read(row))).join(",");
    let lines = "";
    for (const page of domain.pages) {
      row.page = page;
      lines += first;
      for (const { read } of back) lines += `,${field(read(row))}`;
      lines += "\n";
    }
    yield { code: domain.code, bytes: encoder.encode(lines) };
  }
}

/**
 * Writes the denied pages of a report that would rank, as {@linkcode encodeCsv} does those that
 * rank; `undefined` if there are none.
 */
export function encodeDenied(report: Report): Iterable<Chunk> | undefined {
  const domains = report.domains.flatMap(({ denied, ...domain }) =>
    denied === undefined ? [] : { ...domain, pages: denied }
  );
  return domains.length === 0 ? undefined : encodeCsv({ ...report, domains });
}

/**
 * Reads the rows of a report that {@linkcode encodeCsv} wrote.
 *
 * @throws {SyntaxError} If the text is no such report.
 */
export function readCsv(text: string): PagesByCode {
  const [names, ...rows] = parse(text);
  if (names?.join(",") !== header()) {
    throw new SyntaxError(`Cannot read report: its columns are "${names}", not "${header()}"`);
  }
  return readRows(rows);
}

/**
 * Reads the rows of one domain, a chunk that {@linkcode encodeCsv} wrote.
 *
 * @throws {SyntaxError} If the text is no such chunk.
 */
export function readCsvDomain(text: string): PagesByCode {
  return readRows(parse(text));
}

function header(): string {
  return COLUMNS.map(({ name }) => name).join(",");
}

function readRows(rows: readonly string[][]): PagesByCode {
  const [code, rank, views, title] = ["domain_code", "rank", "views", "title"]
    .map((wanted) => COLUMNS.findIndex(({ name }) => name === wanted)) as [
      number,
      number,
      number,
      number,
    ];
  const domains: PagesByCode = new Map();
  for (const row of rows) {
    if (row.length !== COLUMNS.length) {
      throw new SyntaxError(`Cannot read report: a row has ${row.length} fields: ${row}`);
    }
    const page = { rank: Number(row[rank]), views: Number(row[views]), title: row[title]! };
    const pages = domains.get(row[code]!);
    if (pages === undefined) domains.set(row[code]!, [page]);
    else pages.push(page);
  }
  return domains;
}

function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  return value === "" || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
