import { formatCount } from "../../core/format_count.ts";
import type { CrossCheck } from "../../core/mod.ts";

/** How many of the domains that differ are named. */
const NAMED = 3;

/** What came of a cross-check, in words. */
export function describeCrossCheck(
  { domains, differing, examples, problem }: CrossCheck,
): { message: string; isFine: boolean } {
  if (problem !== undefined) {
    return { message: `Warning: nothing to cross-check with: ${problem}`, isFine: false };
  }
  if (differing === 0) {
    const message = `projectviews has the same views of all ${formatCount(domains)} domains`;
    return { message, isFine: true };
  }
  const named = examples.slice(0, NAMED).map(({ code, dump, totals }) =>
    `"${code}" has ${formatCount(dump)} in the dump and ${formatCount(totals)} there`
  );
  const more = differing - named.length;
  if (more > 0) named.push(`and ${formatCount(more)} more`);
  const message = `Warning: projectviews has other views of ${formatCount(differing)} of ` +
    `${formatCount(domains)} domains: ${named.join(", ")}`;
  return { message, isFine: false };
}
