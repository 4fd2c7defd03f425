import type { RankedPage } from "../../rank/page.ts";
import { type Column, columnsOf, NO_DOMAIN, NO_PAGE } from "../columns.ts";
import type { Chunk } from "../encode.ts";
import { coveredHours, projectIn, type Report, type ReportDomain, type Row } from "../report.ts";

/**
 * Writes a report as one JSON document: what is known of it, and `domains`, each on a line of its
 * own with its pages, and with the denied ones that would rank. The columns stand where their scope is: in the document, a domain or a page.
 */
export function* encodeJson(report: Report): Generator<Chunk> {
  const encoder = new TextEncoder();
  const head = JSON.stringify(jsonHead(report), null, 2);
  yield { bytes: encoder.encode(`${head.slice(0, -"\n}".length)},\n  "domains": [`) };
  for (const [i, domain] of report.domains.entries()) {
    const line = JSON.stringify(jsonDomain(report, domain));
    yield { code: domain.code, bytes: encoder.encode(`${i === 0 ? "" : ","}\n    ${line}`) };
  }
  yield { bytes: encoder.encode("\n  ]\n}\n") };
}

/** What a JSON document says of a report before its domains. */
export function jsonHead(report: Omit<Report, "domains">): Record<string, unknown> {
  const { period, edition, sources, parameters, counts } = report;
  return {
    period: period.label,
    ...valuesOf(columnsOf("report"), { report, domain: NO_DOMAIN, page: NO_PAGE }),
    period_end: period.end,
    edition,
    ...period.unit !== "hour" && { hours: coveredHours(report) },
    sources,
    parameters,
    counts,
  };
}

/** A domain as it stands in a JSON document. */
export function jsonDomain(
  report: Row["report"],
  domain: ReportDomain,
): Record<string, unknown> {
  const pageColumns = columnsOf("page");
  const valuesOfPages = (pages: readonly RankedPage[]) =>
    pages.map((page) => valuesOf(pageColumns, { report, domain, page }));
  return {
    ...valuesOf(columnsOf("domain"), { report, domain, page: NO_PAGE }),
    host: projectIn(report.edition, domain.code).host,
    views: domain.views,
    pages: valuesOfPages(domain.pages),
    denied: valuesOfPages(domain.denied ?? []),
  };
}

function valuesOf(columns: readonly Column[], row: Row): Record<string, string | number | null> {
  return Object.fromEntries(columns.map(({ name, read }) => [name, read(row)]));
}
