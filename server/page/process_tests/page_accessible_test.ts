import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { DAY } from "../testing/day.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";
import { seriousFindings, shown } from "../testing/reading.ts";
import { SlowSource } from "../testing/slow_source.ts";

const ignore = CHROMIUM_PATH === undefined;

/** What the page can look like, and how to get there from a list. */
const VIEWS: Record<string, (page: Page) => Promise<void>> = {
  "its list": async () => {},
  "a search in its list": async (page) => {
    await page.getByLabel("Search in the list").fill("page 1");
    await page.locator("mark").first().waitFor();
  },
  "a list that nothing matches": (page) => page.getByLabel("Search in the list").fill("zzz"),
  "its calendar": async (page) => {
    await page.keyboard.press("c");
    await page.getByRole("button", { name: /of 24 hours stored/ }).first().waitFor();
  },
  "its projects": async (page) => {
    await page.keyboard.press("p");
    await page.getByRole("option").first().waitFor();
  },
  "its keys": (page) => page.keyboard.press("?"),
};

for (const colorScheme of ["light", "dark"] as const) {
  Deno.test(
    `Page has no serious finding of axe-core in ${colorScheme} colours`,
    { ignore },
    async (t) => {
      await using served = await ServedPage.open();
      for (const [name, open] of Object.entries(VIEWS)) {
        await t.step(
          name,
          () =>
            served.visit({ query: "?project=en.wikipedia", colorScheme }, async (page) => {
              await shown(page, DAY.newest);
              await open(page);
              assertEquals(await seriousFindings(page), []);
            }),
        );
      }
      await t.step("a phone", () => {
        const viewport = { width: 360, height: 740 };
        return served.visit(
          { query: "?project=ar.wikipedia", colorScheme, viewport },
          async (page) => {
            await shown(page, DAY.newest);
            assertEquals(await seriousFindings(page), []);
          },
        );
      });
      await t.step(
        "a problem",
        () =>
          served.visit({ query: "?hour=never&project=en.wikipedia", colorScheme }, async (page) => {
            await page.getByRole("alert").waitFor();
            assertEquals(await seriousFindings(page), []);
          }),
      );
    },
  );
}

Deno.test("Page has no serious finding of axe-core while an hour is made", { ignore }, async () => {
  await using source = new SlowSource();
  await using served = await ServedPage.open({ source: source.url });
  const query = `?hour=${DAY.gap}&project=en.wikipedia`;
  await served.visit({ query, expected: / 404 .*make=no/ }, async (page) => {
    await page.getByText(/MB of/).waitFor();
    assertEquals(await seriousFindings(page), []);
  });
  source.release();
});
