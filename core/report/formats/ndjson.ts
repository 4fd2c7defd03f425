import { projectOf } from "../../wiki/project.ts";
import type { RankedPage } from "../../rank/ranker.ts";
import type { Report } from "../report.ts";

/**
 * Writes a report as NDJSON: one JSON object a line for each page, with the keys of the CSV's
 * columns.
 *
 * @param report The report.
 * @returns The text in pieces: nothing before the domains, then one for each domain.
 */
export function* writeNdjson(report: Report): Generator<string> {
  yield "";
  const hour_start = report.hour.start;
  for (const { code: domain_code, pages } of report.domains) {
    const { project, access } = projectOf(domain_code);
    yield pages
      .map(({ rank, views, title }) =>
        JSON.stringify({ hour_start, domain_code, project, access, rank, views, title }) + "\n"
      )
      .join("");
  }
}

/**
 * Reads the rows of a report that {@linkcode writeNdjson} wrote.
 *
 * @param text The whole text.
 * @returns The pages of each domain that has any, by domain code.
 * @throws {SyntaxError} If the text is no such report.
 */
export function readNdjson(text: string): Map<string, RankedPage<string>[]> {
  const domains = new Map<string, RankedPage<string>[]>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const { domain_code, rank, views, title } = JSON.parse(line);
    const pages = domains.get(domain_code);
    if (pages === undefined) domains.set(domain_code, [{ rank, views, title }]);
    else pages.push({ rank, views, title });
  }
  return domains;
}
