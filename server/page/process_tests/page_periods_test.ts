import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { DAY } from "../testing/day.ts";
import { rowsOf, seriousFindings, shown } from "../testing/reading.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";
import { withoutHours } from "../../testing/without_hours.ts";

const ignore = CHROMIUM_PATH === undefined;
const query = "?project=en.wikipedia&access=desktop&pages=all";

/** Days of two weeks, with a gap, the weeks, a month, and a day that lacks an hour. */
async function openPeriods(): Promise<ServedPage> {
  const served = await ServedPage.open();
  for (const [ago, day] of ["10", "09", "08", "06", "05"].entries()) {
    await served.handlers.store(`2026-09-${day}`, { dump: DAY.dumpOf(ago) });
  }
  await withoutHours(served.handlers, "2026-09-04", 1);
  for (const [ago, week] of ["36", "35"].entries()) {
    await served.handlers.store(`2026-W${week}`, { dump: DAY.dumpOf(ago) });
  }
  for (const [ago, month] of ["08", "07"].entries()) {
    await served.handlers.store(`2026-${month}`, { dump: DAY.dumpOf(ago) });
  }
  return served;
}

const pick = (page: Page, unit: string) =>
  page.getByRole("radio", { name: unit, exact: true }).check();
const when = async (page: Page) => (await page.locator(".when").innerText()).replace(",", "");

Deno.test(
  "Page shows a day as it shows an hour, and steps from day to day",
  { ignore },
  async () => {
    await using served = await openPeriods();
    await served.visit({ query: `${query}&period=2026-09-09` }, async (page) => {
      await shown(page, "period=2026-09-09");
      assertEquals(await when(page), "Wednesday 9 September 2026");
      assertEquals((await rowsOf(page))[0]!.title, "Main Page");
      assertMatch(
        await page.locator(".across .note").innerText(),
        /^Views a day since 4 Sept? 2026/,
      );
      assertEquals(await page.locator("thead .day").innerText(), "Last 5 days");
      await page.keyboard.press("ArrowRight");
      await shown(page, "period=2026-09-10");
      await page.getByRole("button", { name: "Day before" }).click();
      await shown(page, "period=2026-09-09");
      const link = page.getByRole("link", { name: "Download as CSV" });
      assertMatch((await link.getAttribute("href"))!, /^\/v1\/periods\/2026-09-09\?/);
      assertEquals(await seriousFindings(page), []);
    });
  },
);

Deno.test("Page goes from an hour to its day, week and month, and back", { ignore }, async () => {
  await using served = await openPeriods();
  const expected = /status of 404/;
  await served.visit({ query: `${query}&hour=2026-09-11T03`, expected }, async (page) => {
    await shown(page, "hour=2026-09-11T03");
    await pick(page, "Day");
    await page.waitForURL(/period=2026-09-11/);
    const problem = page.getByRole("alert");
    assertMatch(await problem.innerText(), /This day is not stored/);
    assertEquals((await problem.innerText()).match(/wikitop|\/v1/), null);
    await problem.getByText("Details").click();
    assertMatch(await problem.innerText(), /wikitop run 2026-09-11/);
    await problem.getByRole("button", { name: /10 Sept? 2026/ }).click();
    await shown(page, "period=2026-09-10");
    await pick(page, "Week");
    // Its own week has not ended.
    await shown(page, "period=2026-W36");
    assertMatch(await when(page), /^Week 36 31 August\s–\s6 September 2026$/);
    await pick(page, "Month");
    await shown(page, "period=2026-08");
    assertEquals(await when(page), "August 2026");
    assertMatch(await page.locator(".across .note").innerText(), /^Views a month since July 2026/);
    await pick(page, "Hour");
    await page.waitForURL(/hour=2026-08-01T01/);
    await page.getByRole("button", { name: "Newest", exact: true }).click();
    await shown(page, `hour=${DAY.newest}`);
  });
});

Deno.test(
  "Page says of how many hours a day is, and picks days in the calendar",
  { ignore },
  async () => {
    await using served = await openPeriods();
    await served.visit({ query: `${query}&period=2026-09-10` }, async (page) => {
      await shown(page, "period=2026-09-10");
      await page.getByRole("button", { name: /Pick a day/ }).click();
      const dialog = page.getByRole("dialog", { name: "Pick a day" });
      assertEquals(await dialog.locator(".hours").count(), 0);
      const day = (name: string) => dialog.getByRole("button", { name, exact: true });
      await day("Sunday, 6 September 2026, day stored").waitFor();
      assert(await day("Saturday, 12 September 2026").isDisabled());
      await day("Friday, 4 September 2026, day stored").click();
      await page.waitForURL(/period=2026-09-04/);
      await page.getByText("23 of 24 hours").waitFor();
      await page.keyboard.press("n");
      await shown(page, "period=2026-09-10");
      assertEquals(await page.getByText("of 24 hours").count(), 0);
      await pick(page, "Week");
      await shown(page, "period=2026-W36");
      await page.getByRole("button", { name: /Pick a week/ }).click();
      const weeks = page.getByRole("dialog", { name: "Pick a week" });
      await weeks.getByRole("button", { name: /^Thursday, 27 August 2026, week stored$/ })
        .waitFor();
      assertEquals(await weeks.locator('[aria-current="date"]').count(), 1);
    });
  },
);
