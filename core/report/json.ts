import { projectOf } from "../project.ts";
import type { RankedPage } from "../rank/ranker.ts";
import type { Report } from "./report.ts";

/**
 * Writes a report as one JSON document: `hour`, `period`, `source`, `parameters`, `counts`, and
 * `domains`, each on a line of its own.
 *
 * @param report The report.
 * @returns The text in pieces, one for each domain.
 */
export function* writeJson(report: Report): Generator<string> {
  const { hour, source, parameters, counts, domains } = report;
  const period = { hour_start: hour.start, hour_end: hour.end };
  const head = JSON.stringify({ hour, period, source, parameters, counts }, null, 2);
  yield `${head.slice(0, -"\n}".length)},\n  "domains": [`;
  for (const [i, { code, views, pages }] of domains.entries()) {
    const domain = { domain_code: code, ...projectOf(code), views, pages };
    yield `${i === 0 ? "" : ","}\n    ${JSON.stringify(domain)}`;
  }
  yield "\n  ]\n}\n";
}

/**
 * Reads the rows of a report that {@linkcode writeJson} wrote.
 *
 * @param text The whole text.
 * @returns The pages of each domain, by domain code.
 * @throws {SyntaxError} If the text is no such report.
 */
export function readJson(text: string): Map<string, RankedPage<string>[]> {
  const { domains } = JSON.parse(text) as {
    domains: { domain_code: string; pages: RankedPage<string>[] }[];
  };
  return new Map(domains.map(({ domain_code, pages }) => [domain_code, pages]));
}
