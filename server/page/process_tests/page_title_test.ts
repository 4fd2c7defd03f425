import { assertEquals, assertMatch } from "@std/assert";
import { DAY } from "../testing/day.ts";
import { seriousFindings, shown } from "../testing/reading.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";

const ignore = CHROMIUM_PATH === undefined;

Deno.test(
  "Page has a page for each title: its hours, its days, and where else it is",
  { ignore },
  async () => {
    await using served = await ServedPage.open();
    for (const [ago, day] of ["2026-09-10", "2026-09-09"].entries()) {
      await served.handlers.store(day, { dump: DAY.dumpOf(ago) });
    }
    await served.visit({ query: "?project=de.wikipedia&access=desktop" }, async (page) => {
      await shown(page, DAY.newest);
      const row = page.locator("tbody tr").filter({ hasText: "Zürich" });
      const views = await row.locator(".views").innerText();
      await row.getByRole("link", { name: "Hours and days" }).click();
      await page.waitForURL(/\/page\/de\.wikipedia\/Z%C3%BCrich$/);
      assertEquals(await page.locator("h1").innerText(), "Zürich");
      const [hours, days] = ["Its hours", "Its days"].map((name) =>
        page.getByRole("region", { name })
      ) as [ReturnType<typeof page.getByRole>, ReturnType<typeof page.getByRole>];
      await hours.getByText("Among the most viewed in 23 of the last 23 stored hours").waitFor();
      await hours.locator(".plot .label").first().waitFor();
      const labels = (await hours.locator(".plot .label").allTextContents()).sort();
      assertEquals(labels.map((text) => text.replace(/[\u2068\u2069]/g, "")), [
        "Desktop",
        "Mobile",
      ]);
      await hours.getByText("All 23 hours in numbers").click();
      const newest = await hours.locator("tbody tr").first().innerText();
      assertMatch(
        newest,
        new RegExp(`^11 Sept? 2026, 17:00–18:00 UTC\\s+${views}, #\\d+\\s+[\\d,]+, #`),
      );
      await days.getByText("Among the most viewed in 2 of the last 2 stored days").waitFor();
      const others = page.getByRole("region", { name: "Under the same title elsewhere" });
      assertMatch(await others.innerText(), /English Wikipedia #\d+, [\d,]+ views/);
      assertEquals(await seriousFindings(page), []);
      await others.getByRole("link", { name: "English Wikipedia" }).click();
      await page.waitForURL(/\/page\/en\.wikipedia\/Z%C3%BCrich$/);
      await page.getByRole("link", { name: "English Wikipedia" }).click();
      await shown(page, "project=en.wikipedia");
    });
    const phone = { viewport: { width: 320, height: 740 }, colorScheme: "dark" } as const;
    const path =
      "page/ar.wikipedia/%D9%85%D8%AD%D9%85%D8%AF_%D9%85%D8%AA%D9%88%D9%84%D9%8A_(%D9%85%D9%85%D8%AB%D9%84)";
    await served.visit({ path, ...phone }, async (page) => {
      await page.locator(".plot .label").first().waitFor();
      const direction = "getComputedStyle(document.querySelector('h1 bdi')).direction";
      assertEquals(await page.evaluate(direction), "rtl");
      assertEquals(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0);
      assertEquals(await seriousFindings(page), []);
    });
    await served.visit({ path: "page/de.wikipedia/Nobody/here" }, async (page) => {
      await page.getByText(/not among the most viewed pages in any of the last 23 stored hours/)
        .waitFor();
      assertEquals(await seriousFindings(page), []);
    });
  },
);
