import { NO_DOMAIN, NO_PAGE } from "../report/columns.ts";
import type { Report, ReportDomain } from "../report/report.ts";
import { PERIOD_COLUMNS, PROJECT_COLUMNS, RANKING_COLUMNS } from "./schema.ts";

/** PostgreSQL cannot hold it, and much of what reads SQLite ends a text there: it is U+FFFD in both. */
const NUL = "\0";

/** A value of a row. */
export type Value = string | number | null;

/** The row of a report in the table `period`, but for its key and what tells it from another. */
export function periodRow(report: Report): Record<string, Value> {
  const { period, edition } = report;
  const row = { report, domain: NO_DOMAIN, page: NO_PAGE };
  return {
    label: period.label,
    edition,
    ...Object.fromEntries(PERIOD_COLUMNS.map(({ name, read }) => [name, read(row)])),
    period_end: period.end,
  };
}

/** The values of a domain in the table `project`, but for its key. */
export function projectValues(report: Report, domain: ReportDomain): Value[] {
  return PROJECT_COLUMNS.map(({ read }) => read({ report, domain, page: NO_PAGE }))
    .map((value) => typeof value === "string" ? heldText(value) : value);
}

/** How many titles of a report a database holds otherwise. */
export function changedTitles({ domains }: Report): number {
  return domains.reduce(
    (sum, { pages }) => sum + pages.filter(({ title }) => title.includes(NUL)).length,
    0,
  );
}

/** For each page of a domain its title as a database holds it, and its values in the table `ranking` but for the keys. */
export function* rankingValues(
  report: Report,
  domain: ReportDomain,
): Generator<[title: string, values: Value[]]> {
  for (const page of domain.pages) {
    const row = { report, domain, page };
    yield [heldText(page.title), RANKING_COLUMNS.map(({ read }) => read(row))];
  }
}

/** A text as a database holds it. */
export function heldText(text: string): string {
  return text.replaceAll(NUL, "\ufffd");
}
