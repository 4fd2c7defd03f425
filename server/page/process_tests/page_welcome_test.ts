import { assertEquals, assertMatch } from "@std/assert";
import { DAY } from "../testing/day.ts";
import { rowsOf, seriousFindings, shown } from "../testing/reading.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";
import { SlowSource } from "../testing/slow_source.ts";

const ignore = CHROMIUM_PATH === undefined;
const expected = /status of 404 .*\/v1\/(hours\/latest|trending)/;

Deno.test("Page welcomes to an empty store, has an hour made, and then the hours before", {
  ignore,
}, async () => {
  await using source = new SlowSource();
  await using served = await ServedPage.open({ source: source.url, hours: [] });
  // What is just fading in has too little contrast.
  const visit = { query: "?project=en.wikipedia", expected, reducedMotion: "reduce" } as const;
  await served.visit(visit, async (page) => {
    const welcome = page.getByRole("region", { name: "Welcome to wikitop" });
    await welcome.getByRole("button", { name: "Make the last 24 hours" }).waitFor();
    assertEquals(await page.getByRole("alert").count(), 0);
    assertMatch(await welcome.innerText(), /from dumps\.example\.org/);
    assertEquals(await seriousFindings(page), []);
    await welcome.getByRole("button", { name: "Make the newest hour" }).click();
    const making = page.getByRole("region", { name: "1 hour is being made" });
    await making.getByText(/^0\.\d MB read$/).waitFor();
    await making.getByRole("status").filter({ hasText: "0 of 1 hour ready" }).waitFor();
    source.release();
    await page.locator(".pages tbody tr").first().waitFor();
    await page.waitForURL(/hour=2026-09-11T21/);
    // With one hour, what is missing is offered where it would be.
    await page.getByText("No hour shortly before this one is stored").waitFor();
    assertEquals(await seriousFindings(page), []);
    await page.getByRole("radio", { name: "What rises" }).check();
    await page.getByRole("heading", { name: "Too little is stored to tell what rises" }).waitFor();
    await page.getByRole("button", { name: "Make the 23 hours before" }).click();
    await page.getByText(/No page here has more views|Views over the median/).first().waitFor();
    await page.getByRole("radio", { name: "Most viewed" }).check();
    await shown(page, "hour=2026-09-11T21");
    await page.locator("thead .day", { hasText: "Last 24 hours" }).waitFor();
    assertEquals(source.requests.length, 24);
  });
});

Deno.test("Page says in words for readers that an empty store stays so", { ignore }, async () => {
  await using served = await ServedPage.open({ hours: [], readOnly: true });
  const viewport = { width: 320, height: 640 };
  await served.visit({ expected, viewport, colorScheme: "dark" }, async (page) => {
    const welcome = page.getByRole("region", { name: "Welcome to wikitop" });
    await welcome.getByText(/only shows what others store/).waitFor();
    assertEquals(await welcome.getByRole("button").count(), 0);
    assertEquals((await page.locator("main").innerText()).match(/\/v1|--|https?:/), null);
    const overflow = "document.documentElement.scrollWidth - innerWidth";
    assertEquals(await page.evaluate(overflow), 0);
  });
});

Deno.test("Page has no hours made by those who have no token", { ignore }, async () => {
  await using served = await ServedPage.open({ hours: [DAY.newest], token: "sesame" });
  const refused = /status of 401/;
  await served.visit({ query: "?project=de.wikipedia", expected: refused }, async (page) => {
    await page.getByRole("button", { name: "Make the 23 hours before" }).click();
    const alert = page.getByRole("alert");
    await alert.getByText(/only for those who have its token/).waitFor();
    assertEquals((await alert.innerText()).match(/Bearer|Authorization/), null);
    assertEquals((await rowsOf(page)).length, 23);
  });
});
