import type { Page } from "playwright-core";

/** What a row of the list says. */
export interface ShownRow {
  /** The rank. */
  rank: string;
  /** The movement, as a screen reader has it. */
  movement: string;
  /** The title. */
  title: string;
  /** Where the title leads, `null` if nowhere. */
  href: string | null;
  /** The views. */
  views: string;
}

/**
 * Waits for the list of a place, and for the lines of all its hours.
 *
 * @param page The page.
 * @param query What its URL is to say, as a part of it.
 */
export async function shown(page: Page, query: string): Promise<void> {
  await page.waitForURL((url) => url.search.includes(query));
  await page.locator('main[aria-busy="false"] .chart[data-complete="true"] svg').waitFor();
}

/**
 * Reads the list.
 *
 * @param page The page.
 * @returns Its rows.
 */
export async function rowsOf(page: Page): Promise<ShownRow[]> {
  return await page.locator(".pages tbody tr").evaluateAll((rows) =>
    rows.map((row) => {
      const text = (selector: string) => row.querySelector(selector)?.textContent ?? "";
      return {
        rank: text(".rank"),
        movement: text(".movement .hidden") || text(".movement"),
        title: text(".title bdi"),
        href: row.querySelector(".title a")?.getAttribute("href") ?? null,
        views: text(".views"),
      };
    })
  );
}
