import { type Column, columnsOf, NO_DOMAIN, NO_PAGE } from "../report/columns.ts";
import { CsvBytes } from "../report/csv_bytes.ts";
import type { Chunk } from "../report/encode.ts";
import type { Format } from "../report/formats/format.ts";
import { jsonDomain } from "../report/formats/json.ts";
import { jsonLine } from "../report/formats/json_line.ts";
import type { ReportDomain, Row } from "../report/report.ts";

/** A domain, with something else for its pages. */
export type TableDomain<Page> = Omit<ReportDomain, "pages" | "denied"> & { pages: Page[] };

/** A column of pages that know more than their place. */
export interface PageColumn<Page> extends Omit<Column, "scope" | "read"> {
  /** Reads its value off a row. */
  read(row: Omit<Row, "page"> & { page: Page }): string | number | null;
}

/** Something reckoned from reports that can be written as they are. */
export interface Table<Page> {
  /** What the columns of a report are read off. */
  report: Row["report"];
  /** What else JSON says before the domains. */
  head: Record<string, unknown>;
  /** More columns that are the same for all rows. */
  reportColumns?: readonly Column[];
  /** The columns of pages. */
  pageColumns: readonly PageColumn<Page>[];
  /** The domains, in order. */
  domains: readonly TableDomain<Page>[];
}

/** Writes a table down, as reports are written. The same table gives the same bytes. */
export function* encodeTable<Page>(table: Table<Page>, format: Format): Generator<Chunk> {
  const encoder = new TextEncoder();
  if (format === "csv") return yield* encodeCsv(table);
  if (format === "ndjson") {
    for (const domain of table.domains) {
      const lines = domain.pages.map((page) =>
        jsonLine(Object.fromEntries(row(table, domain, page)))
      );
      yield { code: domain.code, bytes: encoder.encode(lines.join("")) };
    }
    return;
  }
  const { period } = table.report;
  const values = { period, ...Object.fromEntries(ofReport(table)), ...table.head };
  const head = JSON.stringify(values, null, 2);
  yield { bytes: encoder.encode(`${head.slice(0, -"\n}".length)},\n  "domains": [`) };
  for (const [i, domain] of table.domains.entries()) {
    const { denied: _, ...known } = jsonDomain(table.report, { ...domain, pages: [] });
    const pages = domain.pages.map((page) => Object.fromEntries(ofPage(table, domain, page)));
    const line = JSON.stringify({ ...known, pages });
    yield { code: domain.code, bytes: encoder.encode(`${i === 0 ? "" : ","}\n    ${line}`) };
  }
  yield { bytes: encoder.encode(table.domains.length === 0 ? "]\n}\n" : "\n  ]\n}\n") };
}

function* encodeCsv<Page>(table: Table<Page>): Generator<Chunk> {
  const csv = new CsvBytes();
  const { reportColumns = [], pageColumns } = table;
  const columns = [
    ...columnsOf("report"),
    ...reportColumns,
    ...columnsOf("domain"),
    ...pageColumns,
  ];
  for (const { name } of columns) csv.field(name);
  csv.endLine();
  yield { bytes: csv.take() };
  for (const domain of table.domains) {
    for (const page of domain.pages) {
      for (const [, value] of row(table, domain, page)) csv.field(value);
      csv.endLine();
    }
    yield { code: domain.code, bytes: csv.take() };
  }
}

/** The names and values of a row. */
type Values = [name: string, value: string | number | null][];

function row<Page>(table: Table<Page>, domain: TableDomain<Page>, page: Page): Values {
  const { report } = table;
  const ofDomain = columnsOf("domain").map(({ name, read }): Values[number] => [
    name,
    read({ report, domain, page: NO_PAGE }),
  ]);
  return [...ofReport(table), ...ofDomain, ...ofPage(table, domain, page)];
}

function ofReport<Page>({ report, reportColumns = [] }: Table<Page>): Values {
  return [...columnsOf("report"), ...reportColumns].map(({ name, read }) => [
    name,
    read({ report, domain: NO_DOMAIN, page: NO_PAGE }),
  ]);
}

function ofPage<Page>(
  { report, pageColumns }: Table<Page>,
  domain: TableDomain<Page>,
  page: Page,
): Values {
  return pageColumns.map(({ name, read }) => [name, read({ report, domain, page })]);
}
