import { didYouMean } from "../../core/did_you_mean.ts";
import { readProject } from "../../core/wiki/written_project.ts";
import type { Arguments } from "./arguments.ts";
import { advisedCommand } from "./values.ts";
import { domainPattern, type StoredReport } from "../../core/mod.ts";
import { isOfProjects } from "../../core/rank/edition.ts";
import { projectIn } from "../../core/report/report.ts";
import { projectPattern } from "../../core/wiki/domain_pattern.ts";

/**
 * Tells which domains of some reports of one edition are meant by the words behind the period, all without any.
 *
 * @throws {Error} If none of the reports has a domain that one of the words means.
 */
export function wantedDomains(
  patterns: readonly string[],
  reports: readonly StoredReport[],
  args: Arguments,
): (code: string) => boolean {
  if (patterns.length === 0) return () => true;
  const [{ edition, period: { unit } }] = reports as [StoredReport];
  const filters = patterns.map(isOfProjects(edition) ? projectPattern : domainPattern);
  const codes = [...new Set(reports.flatMap(({ manifest }) => Object.keys(manifest.domain_views)))];
  for (const [i, pattern] of patterns.entries()) {
    if (codes.some(filters[i]!)) continue;
    const names = codes.flatMap((code) => [code, projectIn(edition, code).project]);
    const listing = unit === "hour"
      ? advisedCommand(args, "projects", `${reports[0]!.period}`)
      : undefined;
    const labels = reports.map(({ period }) => `"${period}"`).join(" and ");
    throw new Error(
      `Cannot show domain "${pattern}": ${unit} ${labels} ${
        reports.length === 1 ? "has" : "have"
      } none of that code or project${nearProject(pattern, { names, listing })}`,
    );
  }
  return (code) => filters.some((matches) => matches(code));
}

/**
 * What may have been meant by the name of a project that is not among some names, however it was written
 * (`englishwiki`), and the command that lists those that are.
 */
export function nearProject(
  written: string,
  { names, listing }: { names: readonly string[]; listing?: string | undefined },
): string {
  const { project } = readProject(written);
  // Many a language's code is how its English name begins.
  const [, code, rest] = /^([a-z]{2})[a-z]{2,}(\..*)$/.exec(project) ?? [];
  const begun = names.find((name) => name === `${code}${rest}`);
  const databases = names.flatMap((name) => name.replace(/^(.*)\.wikipedia$/, "$1wiki"));
  const guess = begun === undefined
    ? didYouMean(project, [...names, ...databases])
    : `; did you mean "${begun}"?`;
  if (listing === undefined) return guess;
  return `${guess}${guess === "" ? ";" : ""} ${listing} lists them`;
}
