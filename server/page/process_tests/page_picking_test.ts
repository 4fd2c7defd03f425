import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { DAY } from "../testing/day.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";
import { rowsOf, shown } from "../testing/reading.ts";

const ignore = CHROMIUM_PATH === undefined;
const query = "?project=en.wikipedia&access=desktop";

async function pickProject(page: Page, search: string): Promise<string[]> {
  await page.getByRole("combobox", { name: "Project" }).click();
  await page.getByRole("option").first().waitFor();
  await page.keyboard.type(search);
  return await page.locator(".option code").allTextContents();
}

Deno.test("Page picks an hour in the calendar, which says what is stored", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query }, async (page) => {
    await shown(page, DAY.newest);
    await page.getByRole("button", { name: /Pick an hour/ }).click();
    const dialog = page.getByRole("dialog", { name: "Pick an hour" });
    const day = (name: string) => dialog.getByRole("button", { name });
    await day("Thursday, 10 September 2026, 12 of 24 hours stored").click();
    await day("Friday, 11 September 2026, 17 of 24 hours stored").click();
    assertEquals(await dialog.getByRole("button", { name: "03–04 stored" }).count(), 0);
    assert(await dialog.getByRole("button", { name: "03–04" }).isEnabled());
    await dialog.getByRole("button", { name: "02–03 stored" }).click();
    await shown(page, "hour=2026-09-11T03");
    assertEquals(await dialog.count(), 0);
    assertMatch(await page.locator(".when").innerText(), /11 September 2026\s+02:00–03:00 UTC/);
  });
});

Deno.test("Page goes back to 2015 in the calendar, and no further", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query }, async (page) => {
    await shown(page, DAY.newest);
    await page.getByRole("button", { name: /Pick an hour/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Year").selectOption("2015");
    await dialog.getByLabel("Month", { exact: true }).selectOption("January");
    assertEquals(await dialog.locator(".hours h3").textContent(), "Friday, 1 May 2015 UTC");
    assert(await dialog.getByRole("button", { name: "Month before" }).isDisabled());
    assert(await dialog.getByRole("button", { name: "00–01" }).isEnabled());
    await dialog.getByLabel("Year").selectOption("2026");
    await dialog.getByLabel("Month", { exact: true }).selectOption("December");
    assertMatch((await dialog.locator(".hours h3").textContent())!, /11 September 2026/);
    assert(await dialog.getByRole("button", { name: "Month after" }).isDisabled());
    assert(await dialog.getByRole("button", { name: "Saturday, 12 September 2026" }).isDisabled());
  });
});

Deno.test(
  "Page finds projects by own name, English name, code and family",
  { ignore },
  async () => {
    await using served = await ServedPage.open();
    await served.visit({ query }, async (page) => {
      await shown(page, DAY.newest);
      for (
        const [search, expected] of [
          ["العربية", ["ar.wikipedia"]],
          ["arabic", ["ar.wikipedia"]],
          ["GERMAN", ["de.wikipedia"]],
          ["en", ["en.wikipedia", "en.wiktionary", "en.x"]],
          ["wiktionary", ["en.wiktionary"]],
          ["wikidata", ["wikidata"]],
          ["english wikt", ["en.wiktionary"]],
          ["klingon", []],
        ] as const
      ) {
        assertEquals(await pickProject(page, search), [...expected], search);
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
        await page.getByRole("heading", { level: 1 }).click();
      }
      assertEquals(await pickProject(page, "arab"), ["ar.wikipedia"]);
      await page.getByRole("option", { name: /العربية/ }).click();
      await shown(page, `hour=${DAY.newest}&project=ar.wikipedia&access=desktop`);
      assertEquals(await page.locator("h1").textContent(), "العربية Wikipedia");
    });
  },
);

Deno.test("Page offers no access that a project lacks", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query: "?project=de.wikipedia&access=mobile" }, async (page) => {
    await shown(page, "access=mobile");
    const radio = (name: string) => page.getByRole("radio", { name, exact: true });
    assert(await radio("Desktop").isEnabled());
    await pickProject(page, "wikidata");
    await page.keyboard.press("Enter");
    await shown(page, "project=wikidata&access=desktop");
    assert(await radio("Mobile").isDisabled());
    await pickProject(page, "wikifunctions");
    await page.keyboard.press("Enter");
    await shown(page, "project=wikifunctions&access=all");
    assert(await radio("Desktop").isDisabled());
    assert(await radio("All").isChecked());
    const [row] = await rowsOf(page);
    assertEquals([row!.title, row!.href], ["Z801", "https://www.wikifunctions.org/wiki/Z801"]);
    await pickProject(page, "en.x");
    await page.keyboard.press("Enter");
    await shown(page, "project=en.x");
    assertEquals((await rowsOf(page)).map(({ title, href }) => [title, href]), [["Nowhere", null]]);
  });
});
