import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { DAY } from "../testing/day.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";
import { shown } from "../testing/reading.ts";

const ignore = CHROMIUM_PATH === undefined;
const query = "?project=en.wikipedia&access=desktop&pages=all";

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

Deno.test("Page steps by the arrow keys, by hours and by days", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query }, async (page) => {
    await shown(page, DAY.newest);
    await press(page, "ArrowLeft");
    await shown(page, "hour=2026-09-11T17");
    await press(page, "Shift+ArrowLeft");
    await shown(page, "hour=2026-09-10T17");
    await press(page, "ArrowRight");
    await shown(page, "hour=2026-09-10T18");
    await press(page, "n");
    await shown(page, `hour=${DAY.newest}`);
  });
});

Deno.test("Page leaves the arrow keys to fields", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query }, async (page) => {
    await shown(page, DAY.newest);
    await press(page, "/");
    await page.keyboard.type("n?d");
    await press(page, "ArrowLeft");
    assertEquals(await page.getByLabel("Search in the list").inputValue(), "n?d");
    await press(page, "Escape");
    await shown(page, `hour=${DAY.newest}&project=en.wikipedia&access=desktop&pages=all`);
    await page.getByRole("radio", { name: "Desktop" }).focus();
    await press(page, "ArrowRight");
    await shown(page, `hour=${DAY.newest}&project=en.wikipedia&access=mobile`);
  });
});

Deno.test("Page picks hour, project and access by keys alone", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query }, async (page) => {
    await shown(page, DAY.newest);
    await press(page, "c");
    await page.getByRole("dialog").getByRole("button", { name: /^Thursday, 10 .*stored/ })
      .waitFor();
    // From Friday up a week, down again, and to the Thursday before; then to its hours.
    await press(page, "ArrowUp", "ArrowDown", "ArrowLeft", "Enter");
    await press(page, "ArrowRight", "ArrowUp", "Enter");
    await shown(page, "hour=2026-09-10T15");
    assertEquals(await page.getByRole("dialog").count(), 0);
    // The focus is back where it was.
    await press(page, "p");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.type("de");
    await press(page, "ArrowDown", "ArrowUp", "Enter");
    await shown(page, "hour=2026-09-10T15&project=de.wikipedia");
    await press(page, "m");
    await shown(page, "hour=2026-09-10T15&project=de.wikipedia&access=mobile");
    await press(page, "a");
    await shown(page, "hour=2026-09-10T15&project=de.wikipedia&access=all");
  });
});

Deno.test("Page closes its dialogs by Escape, and gives the focus back", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query }, async (page) => {
    await shown(page, DAY.newest);
    const opener = page.getByRole("button", { name: /Pick an hour/ });
    await opener.focus();
    await press(page, "Enter", "PageUp", "Shift+PageUp", "Escape");
    assertEquals(await page.getByRole("dialog").count(), 0);
    assertEquals(await page.locator(".pick-hour:focus").count(), 1);
    await press(page, "?");
    const help = page.getByRole("dialog", { name: "Keys" });
    await help.getByRole("checkbox").uncheck();
    await press(page, "Escape", "m", "?");
    assertEquals(await help.count(), 0);
    // Keys that are no characters still work, also after the page is loaded again.
    await page.reload();
    await shown(page, `hour=${DAY.newest}&project=en.wikipedia&access=desktop`);
    await press(page, "m", "ArrowLeft");
    await shown(page, "hour=2026-09-11T17&project=en.wikipedia&access=desktop");
  });
});

Deno.test("Page leads the Tab key past its head into the list", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query }, async (page) => {
    await shown(page, DAY.newest);
    const focused = () => page.locator(":focus").textContent();
    await press(page, "Tab");
    assertEquals(await focused(), "Skip to the list");
    await press(page, "Enter", "Shift+Tab", "Shift+Tab");
    assertEquals(await page.locator("#search:focus").count(), 1);
    // Past what leaves out pages, and what the list can be sorted by.
    await press(page, "Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
    assertEquals(await focused(), "Main Page");
    // The row that has the focus is the one that the chart shows.
    assertEquals(await page.locator('tr[data-highlighted="true"] .rank').textContent(), "1");
  });
});
