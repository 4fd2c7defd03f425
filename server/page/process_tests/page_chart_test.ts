import { assert, assertEquals, assertMatch } from "@std/assert";
import { DAY } from "../testing/day.ts";
import { rowsOf, shown } from "../testing/reading.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";

const ignore = CHROMIUM_PATH === undefined;
const query = "?project=de.wikipedia&access=desktop";

Deno.test(
  "Page tells the values of its chart by pointer and keys, and draws what is searched for",
  { ignore },
  async () => {
    await using served = await ServedPage.open();
    await served.visit({ query }, async (page) => {
      await shown(page, DAY.newest);
      const slider = page.getByRole("slider", { name: /^Views of the most viewed pages/ });
      const box = (await slider.boundingBox())!;
      const end = (await page.locator(".plot .label").first().boundingBox())!.x;
      await page.mouse.move(end - 6, box.y + 100);
      const readout = page.locator(".readout");
      await readout.waitFor();
      assertMatch(await readout.innerText(), /^11 Sept? 2026, 17:00–18:00 UTC/);
      const views = new Map((await rowsOf(page)).map((row) => [row.title, row.views]));
      const told = await readout.locator("li").allInnerTexts();
      assert(told.length >= 6, told.join());
      for (const one of told) {
        const [title = "", count] = one.trim().split("\n").map((part) => part.trim());
        assertEquals(count, views.get(title), one);
      }
      await page.mouse.move(10, 10);
      await readout.waitFor({ state: "detached" });

      await slider.focus();
      for (const key of ["ArrowLeft", "ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
      assertMatch(await readout.innerText(), /15:00–16:00 UTC/);
      assertMatch((await slider.getAttribute("aria-valuetext"))!, /15:00–16:00 UTC: .+, [\d,]+;/);
      await page.keyboard.press("Home");
      assertMatch(await readout.innerText(), /^10 Sept? 2026, 17:00–18:00 UTC/);
      // The keys of the chart are not those of the page.
      await shown(page, DAY.newest);
      await page.keyboard.press("Escape");

      await page.getByLabel("Search in the list").fill("page 1");
      await page.waitForURL(/q=page/);
      const found = await rowsOf(page);
      const drawn = page.locator(".plot .label");
      for (const { title } of found.slice(0, 6)) {
        await drawn.filter({ hasText: new RegExp(`^\u2068?${title}\u2069?$`) }).waitFor();
      }
      assertEquals(await drawn.count(), Math.min(found.length, 6));
    });
  },
);

Deno.test("Page tells the values of its chart by touch, in the reader's time on request", {
  ignore,
}, async () => {
  await using served = await ServedPage.open();
  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true };
  await served.visit({ query, ...phone }, async (page) => {
    await shown(page, DAY.newest);
    const local = page.getByRole("button", { name: "19:00–20:00 your time" });
    assertEquals(await local.getAttribute("aria-pressed"), "false");
    await local.click();
    const slider = page.getByRole("slider");
    await slider.scrollIntoViewIfNeeded();
    const box = (await slider.boundingBox())!;
    await page.touchscreen.tap(box.x + 60, box.y + 200);
    const readout = page.locator(".readout");
    await readout.waitFor();
    assertMatch(await readout.locator("p").innerText(), /UTC · .*\d\d:00–\d\d:00 your time$/);
    const place = (await readout.boundingBox())!;
    assert(place.x >= 0 && place.x + place.width <= 390, `${place.x} ${place.width}`);
    // The browser remembers it.
    await page.reload();
    await shown(page, DAY.newest);
    assertEquals(await local.getAttribute("aria-pressed"), "true");
  });
});

Deno.test("Page keeps the labels of its chart inside, in wide fonts, too", { ignore }, async () => {
  await using served = await ServedPage.open();
  const titles = ["W".repeat(60), "日本語版".repeat(12), "ﷺ".repeat(30)];
  const dump = titles.map((title, i) => `ja ${title} ${900 - i} 0\n`).join("");
  await served.handlers.store(DAY.newest, { dump: DAY.dumpOf(0) + dump });
  for (const width of [320, 1280]) {
    const viewport = { width, height: 800 };
    const expected = /status of 404 .*project=ja\.wikipedia/;
    await served.visit({ query: "?project=ja.wikipedia", viewport, expected }, async (page) => {
      await shown(page, DAY.newest);
      const inside = await page.locator(".plot .label").evaluateAll((labels) =>
        labels.map((label) =>
          label.getBoundingClientRect().right <=
            label.closest(".chart")!.getBoundingClientRect().right + 1
        )
      );
      assertEquals(inside, [true, true, true], `${width} pixels`);
      assertEquals(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0);
    });
  }
});
