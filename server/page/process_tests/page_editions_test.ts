import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { DAY } from "../testing/day.ts";
import { rowsOf, seriousFindings, shown } from "../testing/reading.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";

const ignore = CHROMIUM_PATH === undefined;
const query = "?project=de.wikipedia";

const radio = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
const articles = (page: Page) => page.getByRole("checkbox", { name: /Articles only/ });

/** The views of a page in an hour, by access. */
function viewsOf(title: string, code: string): number {
  const line = DAY.dumpOf(0).split("\n").find((line) => line.startsWith(`${code} ${title} `))!;
  return Number(line.split(" ")[2]);
}

Deno.test(
  "Page lists articles only, says how many pages it hides, and adds desktop and mobile up",
  { ignore },
  async () => {
    await using served = await ServedPage.open();
    await served.visit({ query }, async (page) => {
      await shown(page, "access=desktop");
      assert(await articles(page).isChecked());
      await page.getByText("Articles only, 2 hidden").waitFor();
      const rows = await rowsOf(page);
      assertEquals(rows.map(({ rank }) => rank), rows.map((_, i) => `${i + 1}`));
      const titles = rows.map(({ title }) => title);
      assertEquals([titles[0], titles.length], ["AC/DC", 23]);
      assert(!titles.includes("Wikipedia:Hauptseite") && !titles.includes("Talk:Ada Lovelace"));

      await articles(page).uncheck();
      await shown(page, "access=desktop&pages=all");
      assertEquals((await rowsOf(page)).length, 25);
      assertEquals(await page.locator("tbody .flag").allTextContents(), [
        "no article",
        "no article",
      ]);
      assertEquals(await seriousFindings(page), []);
      await articles(page).check();

      await radio(page, "All").check();
      await shown(page, "access=all");
      await page.getByText(/Added up from the lists of desktop and mobile/).waitFor();
      const summed = new Map((await rowsOf(page)).map(({ title, views }) => [title, views]));
      const [desktop, mobile] = [viewsOf("Zürich", "de"), viewsOf("Zürich", "de.m")];
      assertEquals(summed.get("Zürich"), (desktop + mobile).toLocaleString("en"));
      const row = page.locator("tbody tr").filter({ hasText: "Zürich" });
      const share = Math.round(100 * mobile / (desktop + mobile));
      assertMatch(await row.locator(".mobile").innerText(), new RegExp(`${share}\u2009%`));
      assert([...summed.values()].some((views) => views.includes("at least")));
      assertMatch(await page.locator(".figures").innerText(), /views, desktop and mobile/);
      assertEquals(await seriousFindings(page), []);
    });
  },
);

Deno.test("Page shows all access first where it is stored, and of articles as many as there are", {
  ignore,
}, async () => {
  await using served = await ServedPage.open();
  for (const edition of ["all", "articles"] as const) {
    await served.handlers.store(DAY.newest, { dump: DAY.dumpOf(0), edition });
  }
  await served.visit({ query }, async (page) => {
    await shown(page, "access=all");
    assertEquals(await page.getByText(/Added up/).count(), 0);
    const [first] = await rowsOf(page);
    const sum = viewsOf("AC/DC", "de") + viewsOf("AC/DC", "de.m");
    assertEquals([first!.title, first!.views], ["AC/DC", sum.toLocaleString("en")]);
    assertMatch(await page.locator("tbody tr:first-child .mobile").innerText(), /\d\u2009%$/);
    const csv = page.getByRole("link", { name: "Download as CSV" });
    assertMatch((await csv.getAttribute("href"))!, /access=all&top=25&edition=all&format=csv$/);

    await radio(page, "Desktop").check();
    await shown(page, "access=desktop");
    await page.getByText("Articles only, 2 hidden").waitFor();
    const rows = await rowsOf(page);
    assertEquals([rows.length, rows[0]!.title], [25, "AC/DC"]);
  });
});

Deno.test(
  "Page reads projects as the command line does, and tells no such project from one that nobody viewed",
  { ignore },
  async () => {
    await using served = await ServedPage.open();
    await served.visit({ query: "?project=*.wikipedia" }, (page) => shown(page, "en.wikipedia"));
    await served.visit({ query: "?project=dewiki" }, (page) => shown(page, "de.wikipedia"));
    const expected = /status of 404/;
    await served.visit({ query: "?project=klingon.wikipedia", expected }, async (page) => {
      const alert = page.getByRole("alert");
      await alert.getByRole("heading", { name: /There is no project “klingon.wikipedia”/ })
        .waitFor();
      assertEquals((await alert.innerText()).includes("/v1"), false);
      await alert.getByRole("button", { name: "German Wikipedia" }).click();
      await shown(page, "project=de.wikipedia");
    });
    await served.visit({ query: "?project=is.wikipedia", expected }, async (page) => {
      const name = "Nobody viewed Icelandic Wikipedia in this hour";
      await page.getByRole("alert").getByRole("heading", { name }).waitFor();
      assertEquals(await seriousFindings(page), []);
    });
  },
);
