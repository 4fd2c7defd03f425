import { assertEquals, assertMatch } from "@std/assert";
import { DAY } from "../testing/day.ts";
import { seriousFindings, shown } from "../testing/reading.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";

const ignore = CHROMIUM_PATH === undefined;

Deno.test("Page lists what rises, as the API tells it, on a phone, too", { ignore }, async () => {
  await using served = await ServedPage.open();
  const path = `/v1/trending/${DAY.newest}?project=de.wikipedia&access=desktop`;
  const { domains: [domain] } = await served.handlers.json(path);
  for (const width of [1280, 320]) {
    const viewport = { width, height: 800 };
    const query = "?project=de.wikipedia&access=desktop";
    await served.visit({ query, viewport }, async (page) => {
      await shown(page, DAY.newest);
      await page.getByRole("radio", { name: "What rises" }).check();
      await page.waitForURL(/view=rises/);
      await page.locator(".rises tbody tr").first().waitFor();
      const rows = await page.locator(".rises tbody tr").evaluateAll((rows) =>
        rows.map((row) => ({
          title: row.querySelector(".title bdi")?.textContent,
          rise: row.querySelector(".rise")?.textContent,
        }))
      );
      assertEquals(
        rows,
        domain.pages.map(({ title, rise, rise_is }: Record<string, string | number>) => ({
          title: String(title).replaceAll("_", " "),
          rise: `${rise_is === "at-least" ? "at least " : ""}×${Number(rise).toFixed(1)}`,
        })),
      );
      assertEquals(await seriousFindings(page), []);
      assertEquals(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0);
      await page.keyboard.press("t");
      await shown(page, DAY.newest);
    });
  }
});

Deno.test(
  "Page links each row to what tells the why, and the project to its feed",
  { ignore },
  async () => {
    await using served = await ServedPage.open();
    await served.visit({ query: "?project=de.wikipedia&access=desktop" }, async (page) => {
      await shown(page, DAY.newest);
      const row = page.locator("tbody tr").filter({ hasText: "What? (film)" });
      const hrefOf = (name: string) => row.getByRole("link", { name }).getAttribute("href");
      assertEquals(await hrefOf("What? (film)"), "https://de.wikipedia.org/wiki/What%3F_(film)");
      assertEquals(await hrefOf("Hours and days"), "/page/de.wikipedia/What%3F_(film)");
      assertMatch(
        (await hrefOf("History around then"))!,
        /title=What%3F_%28film%29&action=history&offset=20260911180000$/,
      );
      assertMatch((await hrefOf("News"))!, /[?&]q=What%3F&/);
      const feed = (await page.getByRole("link", { name: "Feed" }).getAttribute("href"))!;
      assertEquals(feed, "/feeds/de.wikipedia.atom");
      assertMatch(await served.handlers.text(feed), /^<\?xml/);
    });
  },
);
