import { didYouMean } from "../../core/did_you_mean.ts";
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
): (code: string) => boolean {
  if (patterns.length === 0) return () => true;
  const [{ edition, period: { unit } }] = reports as [StoredReport];
  const filters = patterns.map(isOfProjects(edition) ? projectPattern : domainPattern);
  const codes = [...new Set(reports.flatMap(({ manifest }) => Object.keys(manifest.domain_views)))];
  for (const [i, pattern] of patterns.entries()) {
    if (codes.some(filters[i]!)) continue;
    const names = codes.flatMap((code) => [code, projectIn(edition, code).project]);
    const labels = reports.map(({ period }) => `"${period}"`).join(" and ");
    throw new Error(
      `Cannot show domain "${pattern}": ${unit} ${labels} ${
        reports.length === 1 ? "has" : "have"
      } none of that code or project${didYouMean(pattern, names)}`,
    );
  }
  return (code) => filters.some((matches) => matches(code));
}
