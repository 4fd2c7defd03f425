import { didYouMean } from "../../core/did_you_mean.ts";
import { domainPattern, reportDomain, type StoredReport } from "../../core/mod.ts";

/**
 * Tells which domains of some reports are meant by the words behind the period, all without any.
 *
 * @throws {Error} If none of the reports has a domain that one of the words means.
 */
export function wantedDomains(
  patterns: readonly string[],
  reports: readonly StoredReport[],
): (code: string) => boolean {
  if (patterns.length === 0) return () => true;
  const filters = patterns.map(domainPattern);
  const codes = [...new Set(reports.flatMap(({ manifest }) => Object.keys(manifest.domain_views)))];
  for (const [i, pattern] of patterns.entries()) {
    if (codes.some(filters[i]!)) continue;
    const names = codes.flatMap((code) => [
      code,
      reportDomain({ code, views: 0, pages: [] }).project,
    ]);
    const [{ unit } = { unit: "hour" }] = reports.map(({ period }) => period);
    const labels = reports.map(({ period }) => `"${period}"`).join(" and ");
    throw new Error(
      `Cannot show domain "${pattern}": ${unit} ${labels} ${
        reports.length === 1 ? "has" : "have"
      } none of that code or project${didYouMean(pattern, names)}`,
    );
  }
  return (code) => filters.some((matches) => matches(code));
}
