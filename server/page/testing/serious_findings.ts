import axe from "axe-core";
import type { Page } from "playwright-core";

/**
 * Looks for what keeps people from using a page.
 *
 * @param page The page.
 * @returns What axe-core finds serious or critical, one line each.
 */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>("axe.run()");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`)
    );
}
