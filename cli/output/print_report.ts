import { formatCount } from "../../core/format_count.ts";
import {
  domainPattern,
  encodeReport,
  type Format,
  type Report,
  type ReportDomain,
} from "../../core/mod.ts";
import { didYouMean } from "../../core/did_you_mean.ts";
import type { Runtime } from "../runtime.ts";
import { drawTable } from "./table.ts";

/** How many domains a table shows if none is named: the busiest. */
const TABLES = 5;

/**
 * Prints a report, or the domains of it that match patterns: by code or project. Without a pattern it is
 * all of them, of a table the busiest.
 *
 * @throws {Error} If no domain matches one of the patterns.
 */
export async function printReport(
  report: Report,
  format: Format | "table",
  patterns: readonly string[],
  runtime: Pick<Runtime, "write" | "note" | "columns">,
): Promise<void> {
  const domains = chooseDomains(report, patterns);
  if (format !== "table") {
    const chunks = Array.from(encodeReport({ ...report, domains }, format), ({ bytes }) => bytes);
    return await runtime.write(await new Blob(chunks).text());
  }
  const shown = patterns.length > 0
    ? domains
    : domains.toSorted((a, b) => b.views - a.views).slice(0, TABLES);
  const { period, parameters } = report;
  const denylist = parameters.denylist === null ? " · no denylist" : "";
  const heading = `${period} · ${period.start} to ${period.end}${denylist}\n`;
  const tables = shown.map((domain) => drawTable(domain, runtime.columns));
  await runtime.write([heading, ...tables].join("\n"));
  const more = domains.length - shown.length;
  if (more > 0) runtime.note(`${formatCount(more)} more domains: name them to see them`);
}

function chooseDomains(report: Report, patterns: readonly string[]): ReportDomain[] {
  if (patterns.length === 0) return report.domains;
  const filters = patterns.map(domainPattern);
  for (const [i, pattern] of patterns.entries()) {
    if (!report.domains.some(({ code }) => filters[i]!(code))) {
      const names = report.domains.flatMap(({ code, project }) => [code, project]);
      throw new Error(
        `Cannot show domain "${pattern}": ${report.period.unit} "${report.period}" has none of that code or project` +
          didYouMean(pattern, names),
      );
    }
  }
  return report.domains.filter((domain) => filters.some((matches) => matches(domain.code)));
}
