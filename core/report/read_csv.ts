import { parse } from "@std/csv";
import type { RankedPage } from "../rank/page.ts";
import { COLUMNS } from "./columns.ts";

/** The pages of each domain that has any, by domain code. */
export type PagesByCode = Map<string, RankedPage[]>;

/**
 * Reads the rows of a report that `encodeCsv` wrote.
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
 * Reads the rows of one domain, a chunk that `encodeCsv` wrote.
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
  const placeOf = (wanted: string) => COLUMNS.findIndex(({ name }) => name === wanted);
  const [code, rank, views] = [placeOf("domain_code"), placeOf("rank"), placeOf("views")];
  const [title, mobileShare] = [placeOf("title"), placeOf("mobile_share")];
  const domains: PagesByCode = new Map();
  for (const row of rows) {
    if (row.length !== COLUMNS.length) {
      throw new SyntaxError(`Cannot read report: a row has ${row.length} fields: ${row}`);
    }
    const page: RankedPage = {
      rank: Number(row[rank]),
      views: Number(row[views]),
      title: row[title]!,
    };
    if (row[mobileShare] !== "") page.mobileShare = Number(row[mobileShare]);
    const pages = domains.get(row[code]!);
    if (pages === undefined) domains.set(row[code]!, [page]);
    else pages.push(page);
  }
  return domains;
}
