import { formatCount } from "../../core/format_count.ts";
import type { Format, RankedPage, Report, ReportDomain } from "../../core/mod.ts";
import { encodeReport } from "../../core/report/formats/format.ts";
import { domainPattern } from "../../core/wiki/domain_pattern.ts";
import { isOfProjects } from "../../core/rank/edition.ts";
import { flagsOf } from "../../core/report/flags.ts";
import { projectPattern } from "../../core/wiki/domain_pattern.ts";
import { MOST_DENIED } from "../../core/rank/denied_top.ts";
import type { Arguments } from "../args/arguments.ts";
import type { Runtime } from "../runtime.ts";
import { UsageError } from "../args/usage_error.ts";

/** How many domains a table shows if none is named: the busiest. */
export const TABLES = 5;

/** What to print of a report, and how. */
export interface PrintReportOptions {
  format: Format | "table";
  /** Domains by code or project; without any it is all of them, of a table the busiest. */
  patterns: readonly string[];
  /** Whether tables list the pages that the denylist left out. */
  showDenied: boolean;
}

/** Refuses to list denied pages in a format that has no place for them, or has them anyway. */
export function checkShowDenied(args: Arguments): void {
  const format = args.value("format");
  if (!args.value("show-denied") || format === "table" || format === "json") return;
  throw new UsageError(
    `Cannot use --show-denied with --format ${format}: its rows are those that rank; ` +
      "write --format table or json",
  );
}

/**
 * Prints a report, or the domains of it that match patterns.
 *
 * @throws {Error} If no domain matches one of the patterns.
 */
export async function printReport(
  report: Report,
  { format, patterns, showDenied }: PrintReportOptions,
  runtime: Pick<Runtime, "write" | "note" | "columns">,
): Promise<void> {
  const domains = await chooseDomains(report, patterns);
  if (format !== "table") {
    const chunks = Array.from(encodeReport({ ...report, domains }, format), ({ bytes }) => bytes);
    return await runtime.write(await new Blob(chunks).text());
  }
  const { drawTable, tableLayout } = await import("./table.ts");
  const { drawLeftOut } = await import("./draw_left_out.ts");
  const { wrapLines } = await import("../printable.ts");
  const shown = patterns.length > 0
    ? domains
    : domains.toSorted((a, b) => b.views - a.views).slice(0, TABLES);
  const { period, parameters } = report;
  const kind = report.edition === "each" ? "" : ` · edition ${report.edition}`;
  const denylist = parameters.denylist === null ? " · no denylist" : "";
  const { columns } = runtime;
  const heading = wrapLines(
    `${period} · ${period.start} to ${period.end}${kind}${denylist}\n`,
    columns,
  );
  const isAll = parameters.ties === "row" && parameters.top <= MOST_DENIED;
  const { edition } = report;
  const marked = shown.map((domain) => ({
    domain,
    marksOf: (page: RankedPage) => flagsOf({ report, domain, page }).join(", "),
  }));
  const layout = tableLayout(marked, columns);
  const tables = marked.map(({ domain, marksOf }) =>
    drawTable(domain, columns, { edition, marksOf, layout }) +
    drawLeftOut(domain.denied, { isAll, list: showDenied, columns })
  );
  await runtime.write([heading, ...tables].join("\n"));
  const more = domains.length - shown.length;
  if (more > 0) runtime.note(`${formatCount(more)} more domains: name them to see them`);
}

/**
 * The domains of a report that match patterns, by code or project; where none does, the command that
 * lists them may be named.
 */
export async function chooseDomains(
  report: Report,
  patterns: readonly string[],
  listing?: string,
): Promise<ReportDomain[]> {
  if (patterns.length === 0) return report.domains;
  const isOfProject = isOfProjects(report.edition);
  const filters = patterns.map((pattern) =>
    isOfProject ? projectPattern(pattern) : domainPattern(pattern)
  );
  for (const [i, pattern] of patterns.entries()) {
    if (!report.domains.some(({ code }) => filters[i]!(code))) {
      const { nearProject } = await import("../args/wanted_domains.ts");
      const names = report.domains.flatMap(({ code, project }) => [code, project]);
      throw new Error(
        `Cannot show domain "${pattern}": ${report.period.unit} "${report.period}" has none of that code or project` +
          nearProject(pattern, { names, listing }),
      );
    }
  }
  return report.domains.filter((domain) => filters.some((matches) => matches(domain.code)));
}
