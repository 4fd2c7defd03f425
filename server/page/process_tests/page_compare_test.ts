import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { DAY } from "../testing/day.ts";
import { seriousFindings, shown } from "../testing/reading.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";

const ignore = CHROMIUM_PATH === undefined;
const query = "?project=de.wikipedia&access=desktop";

/** The titles, views and other places of a side. */
async function sideOf(page: Page, index: number): Promise<string[][]> {
  const side = page.locator(".side").nth(index);
  await side.locator("tbody tr").first().waitFor();
  return await side.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) =>
      [".title bdi", ".views", ".other"].map((part) => row.querySelector(part)?.textContent ?? "")
    )
  );
}

Deno.test("Page shows two hours, or two projects, side by side", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query }, async (page) => {
    await shown(page, DAY.newest);
    const compare = async () => {
      await page.getByRole("button", { name: "Compare" }).click();
      return page.getByRole("dialog", { name: "Compare with" });
    };
    const dialog = await compare();
    assertEquals(await seriousFindings(page), []);
    await dialog.getByRole("button", { name: /^A day before 10 Sept? 2026/ }).click();
    await page.waitForURL(/vs=2026-09-10T18$/);
    // Only when the right one is there, the left one can be compared with it.
    const right = await sideOf(page, 1);
    const left = await sideOf(page, 0);
    assertEquals([left.length, right.length], [23, 23]);
    const places = new Map(right.map(([title, views], i) => [title, `#${i + 1}, ${views}`]));
    for (const [title, _views, other] of left) {
      assertEquals(other, places.get(title) ?? "only here", title);
    }
    assert(left.some(([, , other]) => other === "only here"));
    assertEquals(await seriousFindings(page), []);
    await page.getByRole("button", { name: "Swap" }).click();
    await page.waitForURL(/hour=2026-09-10T18.*vs=2026-09-11T18/);
    await page.getByRole("button", { name: "Leave the comparison" }).click();
    await shown(page, "hour=2026-09-10T18");

    await (await compare()).getByRole("combobox").click();
    await page.getByRole("option", { name: /English Wikipedia/ }).click();
    await page.waitForURL(/vs=en\.wikipedia/);
    assertEquals((await sideOf(page, 1))[0]!.slice(0, 1), ["AC/DC"]);
  });
  const phone = { viewport: { width: 320, height: 740 } };
  await served.visit({ query: `${query}&vs=2026-09-10T18`, ...phone }, async (page) => {
    await sideOf(page, 1);
    assertEquals(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0);
    assertEquals(await seriousFindings(page), []);
  });
});
