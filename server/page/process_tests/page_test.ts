import { assert, assertEquals, assertMatch } from "@std/assert";
import { DAY } from "../testing/day.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";
import { rowsOf, shown } from "../testing/reading.ts";

const ignore = CHROMIUM_PATH === undefined;
const NEWEST = `hour=${DAY.newest}`;

Deno.test("Page shows the newest stored hour, and its URL says so", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query: "?pages=all", locale: "en-US" }, async (page) => {
    await shown(page, `?${NEWEST}&project=en.wikipedia&access=desktop&pages=all`);
    assertEquals(await page.locator("h1").textContent(), "English Wikipedia");
    assertMatch(
      await page.title(),
      /^English Wikipedia · 11 Sept? 2026, 17:00–18:00 UTC · wikitop$/,
    );
    assertMatch(await page.locator(".when").innerText(), /17:00–18:00 UTC\s+19:00–20:00 your time/);
    const rows = await rowsOf(page);
    assertEquals(rows.length, 25);
    assertEquals(rows.map(({ rank }) => rank), rows.map((_, i) => `${i + 1}`));
    assertEquals(rows[0], {
      rank: "1",
      movement: "unmoved",
      title: "Main Page",
      href: "https://en.wikipedia.org/wiki/Main_Page",
      views: "150,000",
    });
    const hrefs = new Map(rows.map(({ title, href }) => [title, href]));
    const wiki = "https://en.wikipedia.org/wiki/";
    assertEquals(hrefs.get("AC/DC"), `${wiki}AC/DC`);
    assertEquals(hrefs.get("What? (film)"), `${wiki}What%3F_(film)`);
    assertEquals(hrefs.get("100% Wolf"), `${wiki}100%25_Wolf`);
    assertEquals(hrefs.get('C++, "Heroes"'), `${wiki}C%2B%2B,_%22Heroes%22`);
    assertEquals(hrefs.get("Talk:Ada Lovelace"), `${wiki}Talk:Ada_Lovelace`);
    assert(rows.some(({ movement }) => /^up \d+ places?$/.test(movement)));
    assert(rows.some(({ movement }) => /^down \d+ places?$/.test(movement)));
    const share = await page.locator("tbody tr:first-child .percent").textContent();
    assertMatch(share!, /^\d+(\.\d+)?\u2009%$/);
    const line = page.locator("tbody tr:first-child .sparkline");
    assertMatch(
      (await line.getAttribute("aria-label"))!,
      /^In the top in 24 of the last 24 stored/,
    );
  });
});

Deno.test("Page shows what its URL says, also when it is loaded again", { ignore }, async () => {
  await using served = await ServedPage.open();
  const query = "?hour=2026-09-11T09&project=de.wikipedia&access=mobile&pages=all&q=page";
  await served.visit({ query }, async (page) => {
    for (let load = 1; load <= 2; load++) {
      await shown(page, query);
      assertEquals(await page.locator("h1").textContent(), "Deutsch Wikipedia");
      assert(await page.getByRole("radio", { name: "Mobile" }).isChecked());
      assertEquals(await page.getByLabel("Search in the list").inputValue(), "page");
      assertMatch((await rowsOf(page))[0]!.title, /^Page \d+$/);
      await page.reload();
    }
  });
});

Deno.test(
  "Page takes its reader's language where the URL names no project",
  { ignore },
  async () => {
    await using served = await ServedPage.open();
    await served.visit(
      { locale: "de-AT" },
      (page) => shown(page, `${NEWEST}&project=de.wikipedia`),
    );
    // Nobody has viewed that one: the busiest project is shown instead.
    const expected = / 404 .*project=is\.wikipedia/;
    await served.visit(
      { locale: "is-IS", expected },
      (page) => shown(page, `${NEWEST}&project=en.wikipedia`),
    );
  },
);

Deno.test("Page leads back by the browser's history", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query: "?project=en.wikipedia&pages=all" }, async (page) => {
    await shown(page, NEWEST);
    await page.getByRole("radio", { name: "Mobile" }).check();
    await shown(page, "access=mobile");
    assertEquals((await rowsOf(page))[0]!.title, "New 0");
    assertEquals((await rowsOf(page))[0]!.movement, "new");
    await page.goBack();
    await shown(page, "access=desktop");
    assertEquals((await rowsOf(page))[0]!.title, "Main Page");
  });
});

Deno.test("Page asks for one hour when it goes on by one", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query: "?hour=2026-09-11T15&project=en.wikipedia" }, async (page) => {
    await shown(page, "hour=2026-09-11T15");
    served.asked.length = 0;
    await page.getByRole("button", { name: "Hour after" }).click();
    await shown(page, "hour=2026-09-11T16");
    await page.getByRole("button", { name: "Hour before" }).click();
    await shown(page, "hour=2026-09-11T15");
    const query = "project=en.wikipedia&top=25&edition=articles%2Ceach&make=no";
    assertEquals(served.asked, [`/v1/hours/2026-09-11T16?${query}`]);
  });
});

Deno.test("Page draws the day of the top pages, and tells it in words", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query: "?project=de.wikipedia&access=desktop" }, async (page) => {
    await shown(page, NEWEST);
    const chart = page.locator(".chart svg");
    assertEquals(await chart.locator("style").count(), 0);
    assertEquals(await chart.locator(".label").count(), 6);
    const told = page.locator(".across li");
    assertEquals(await told.count(), 6);
    assertMatch((await told.first().textContent())!, /: In the top in 24 of the last 24 .*most at/);
    await page.locator("tbody tr:nth-child(9)").hover();
    await page.locator(".chart .label").nth(6).waitFor();
    const title = (await rowsOf(page))[8]!.title;
    assertEquals(await chart.locator(".label").nth(6).textContent(), `\u2068${title}\u2069`);
  });
});
