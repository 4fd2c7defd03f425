import { assertEquals, assertMatch } from "@std/assert";
import { DAY } from "../testing/day.ts";
import { rowsOf, seriousFindings, shown } from "../testing/reading.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";

const ignore = CHROMIUM_PATH === undefined;

Deno.test(
  "Page sorts its list, shows more than 25 pages, and shares with equal digits",
  { ignore },
  async () => {
    await using served = await ServedPage.open();
    await served.handlers.store(DAY.newest, { dump: DAY.dumpOf(0), top: 40 });
    await served.visit(
      { query: "?project=de.wikipedia&access=desktop&pages=all" },
      async (page) => {
        await shown(page, DAY.newest);
        const titles = async () => (await rowsOf(page)).map(({ title }) => title);
        const ranked = await titles();
        assertEquals(ranked.length, 25);
        const header = (name: string) => page.getByRole("columnheader", { name, exact: true });
        await header("Page").getByRole("button").click();
        const order = new Intl.Collator("en", { numeric: true });
        assertEquals(await titles(), ranked.toSorted(order.compare));
        assertEquals(await header("Page").getAttribute("aria-sort"), "ascending");
        await header("Page").getByRole("button").click();
        assertEquals(await titles(), ranked.toSorted(order.compare).reverse());
        await header("Rank").getByRole("button").click();
        assertEquals(await titles(), ranked);

        const shares = await page.locator("tbody .percent").allTextContents();
        const digits = new Set(shares.map((share) => /\.(\d+)\u2009%$/.exec(share)![1]!.length));
        assertEquals(digits.size, 1, shares.join());

        await page.getByRole("button", { name: "Show all that is stored, up to 40" }).click();
        await shown(page, "top=all");
        assertEquals((await titles()).length, 40);
        assertEquals(await seriousFindings(page), []);
        await page.getByRole("button", { name: "Show the first 25" }).click();
        await shown(page, "access=desktop&pages=all");
        assertEquals((await titles()).length, 25);
      },
    );
    await served.visit({ query: "?project=en.x&pages=all" }, async (page) => {
      await shown(page, "project=en.x");
      assertMatch(await page.locator(".figures").innerText(), /on this 1 page/);
    });
  },
);
