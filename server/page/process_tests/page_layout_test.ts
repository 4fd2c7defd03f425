import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { DAY } from "../testing/day.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";
import { shown } from "../testing/reading.ts";

const ignore = CHROMIUM_PATH === undefined;
const query = "?project=de.wikipedia&access=desktop";

/** By how many pixels the page is wider than the window. */
async function overflow(page: Page): Promise<number> {
  return await page.evaluate("document.documentElement.scrollWidth - innerWidth");
}

async function brightness(page: Page, property: string): Promise<number> {
  const color = await page.evaluate<string>(`getComputedStyle(document.body)["${property}"]`);
  const [red = NaN, green = NaN, blue = NaN] = color.match(/\d+/g)!.map(Number);
  return (red + green + blue) / 3;
}

for (const width of [320, 360, 390, 768, 1280]) {
  Deno.test(`Page fits into a window of ${width} pixels`, { ignore }, async () => {
    await using served = await ServedPage.open();
    await served.visit({ query, viewport: { width, height: 740 } }, async (page) => {
      await shown(page, DAY.newest);
      assertEquals(await overflow(page), 0);
      await page.getByRole("combobox").click();
      await page.getByRole("option").first().waitFor();
      assertEquals(await overflow(page), 0);
      await page.keyboard.press("Escape");
      for (const key of ["c", "?"]) {
        await page.getByRole("heading", { level: 1 }).click();
        await page.keyboard.press(key);
        const box = (await page.getByRole("dialog").boundingBox())!;
        assert(box.x >= 0 && box.x + box.width <= width, `${box.x} ${box.width}`);
        const inner = page.locator("dialog .modal");
        assertEquals(await inner.evaluate((one) => one.scrollWidth - one.clientWidth), 0);
        await page.keyboard.press("Escape");
      }
    });
  });
}

Deno.test("Page writes titles in their own direction and language", { ignore }, async () => {
  await using served = await ServedPage.open();
  const styleOf = "getComputedStyle(document.querySelector('.pages .title bdi')).direction";
  await served.visit({ query: "?project=ar.wikipedia" }, async (page) => {
    await shown(page, "project=ar.wikipedia");
    assertEquals(await page.evaluate(styleOf), "rtl");
    assertEquals(await page.locator(".pages .title bdi").first().getAttribute("lang"), "ar");
    assertEquals(await page.locator("h1 bdi").getAttribute("lang"), "ar");
    assertEquals(await page.evaluate("getComputedStyle(document.body).direction"), "ltr");
  });
  await served.visit({ query }, async (page) => {
    await shown(page, "project=de.wikipedia");
    assertEquals(await page.evaluate(styleOf), "ltr");
  });
});

Deno.test("Page is dark where its reader wants it dark", { ignore }, async () => {
  await using served = await ServedPage.open();
  for (const colorScheme of ["light", "dark"] as const) {
    await served.visit({ query, colorScheme }, async (page) => {
      const [paper, ink] = [
        await brightness(page, "backgroundColor"),
        await brightness(page, "color"),
      ];
      assert(colorScheme === "dark" ? paper < 50 && ink > 200 : paper > 230 && ink < 60);
    });
  }
});
