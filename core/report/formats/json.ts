import { projectOf } from "../../wiki/project.ts";
import type { RankedPage } from "../../rank/ranker.ts";
import type { Report } from "../report.ts";

/**
 * Writes a report as one JSON document: `hour`, `period`, `source`, `parameters`, `counts`, and
 * `domains`, each on a line of its own.
 *
 * @param report The report.
 * @returns The text in pieces: what comes before the domains, one for each domain, the end.
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
  const { domains } = JSON.parse(text) as { domains: WrittenDomain[] };
  return new Map(domains.map(({ domain_code, pages }) => [domain_code, pages]));
}

/**
 * Reads one domain, a piece that {@linkcode writeJson} wrote.
 *
 * @param text The piece, which may have the end of the document behind it.
 * @returns The pages of the domain, by its code.
 * @throws {SyntaxError} If the text is no such piece.
 */
export function readJsonDomain(text: string): Map<string, RankedPage<string>[]> {
  const line = text.split("\n").find((line) => line.startsWith("    {"));
  if (line === undefined) throw new SyntaxError("Cannot read report: it has no domain there");
  const { domain_code, pages } = JSON.parse(line) as WrittenDomain;
  return new Map([[domain_code, pages]]);
}

interface WrittenDomain {
  domain_code: string;
  pages: RankedPage<string>[];
}
