import axe from "axe-core";
import type { Page } from "playwright-core";

/** A row of the list, as text. */
export interface ShownRow {
  rank: string;
  /** The movement, as a screen reader has it. */
  movement: string;
  title: string;
  /** Where the title leads, `null` if nowhere. */
  href: string | null;
  views: string;
}

/** Waits until a query stands in the URL, and its list and the lines of all hours are shown. */
export async function shown(page: Page, query: string): Promise<void> {
  await page.waitForURL((url) => url.search.includes(query));
  await page.locator('main[aria-busy="false"] .chart[data-complete="true"] svg').waitFor();
}

/** Reads the rows of the list. */
export async function rowsOf(page: Page): Promise<ShownRow[]> {
  return await page.locator(".pages tbody tr").evaluateAll((rows) =>
    rows.map((row) => {
      const text = (selector: string) => row.querySelector(selector)?.textContent ?? "";
      return {
        rank: text(".rank"),
        movement: text(".movement .hidden") || text(".movement"),
        title: text(".title bdi"),
        href: row.querySelector(".title > a")?.getAttribute("href") ?? null,
        views: text(".views"),
      };
    })
  );
}

/** What axe-core finds serious or critical in a page, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>("axe.run()");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`)
    );
}
