import { assertEquals } from "@std/assert";
import { DAY } from "../testing/day.ts";
import { rowsOf, seriousFindings, shown } from "../testing/reading.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";

const ignore = CHROMIUM_PATH === undefined;
const query = "?project=de.wikipedia&access=desktop&pages=all";

Deno.test("Page says what the denylist left out, and lists it", { ignore }, async () => {
  const denied = "de.wikipedia AC/DC\n* Talk:*\nde Wikipedia:Hauptseite\n";
  await using served = await ServedPage.open({ denied });
  for (const width of [1280, 320]) {
    const viewport = { width, height: 800 };
    await served.visit({ query, viewport }, async (page) => {
      await shown(page, DAY.newest);
      const list = page.locator(".left-out table");
      assertEquals(await list.isVisible(), false);
      const titles = (await rowsOf(page)).map(({ title }) => title);
      assertEquals([titles.length, titles.includes("AC/DC")], [25, false]);

      await page.getByText("3 pages left out by the denylist").click();
      await list.waitFor();
      const rows = await list.locator("tbody tr").evaluateAll((rows) =>
        rows.map((row) => Array.from(row.children, ({ textContent }) => textContent))
      );
      assertEquals(rows.map(([rank, title]) => [rank, title]), [
        ["1", "Wikipedia:Hauptseite"],
        ["2", "AC/DC"],
        ["8", "Talk:Ada Lovelace"],
      ]);
      assertEquals(
        await list.getByRole("link", { name: "AC/DC" }).getAttribute("href"),
        "https://de.wikipedia.org/wiki/AC/DC",
      );
      assertEquals(await seriousFindings(page), []);
      const overflow = "document.documentElement.scrollWidth > innerWidth";
      assertEquals(await page.evaluate(overflow), false, `${width} pixels`);
      const shot = Deno.env.get("WIKITOP_SHOT");
      if (shot !== undefined) {
        await page.locator(".left-out").scrollIntoViewIfNeeded();
        await page.screenshot({ path: `${shot}${width}.png` });
      }
    });
  }
});

Deno.test("Page says nothing where the denylist left nothing out", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query }, async (page) => {
    await shown(page, DAY.newest);
    assertEquals(await page.locator(".left-out").count(), 0);
  });
});
