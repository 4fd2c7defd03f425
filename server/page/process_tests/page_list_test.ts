import { assertEquals, assertMatch } from "@std/assert";
import { DAY } from "../testing/day.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";
import { rowsOf, shown } from "../testing/reading.ts";

const ignore = CHROMIUM_PATH === undefined;
const query = "?project=de.wikipedia&access=desktop&pages=all";

Deno.test("Page searches its list without regard to case and accents", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query }, async (page) => {
    await shown(page, DAY.newest);
    const field = page.getByLabel("Search in the list");
    await field.fill("ZURICH");
    await page.waitForURL(/&q=ZURICH$/);
    const rows = await rowsOf(page);
    assertEquals(rows.map(({ title }) => title), ["Zürich"]);
    assertEquals(await page.locator("mark").textContent(), "Zürich");
    await field.fill("nowhere to be found");
    assertEquals(await rowsOf(page), []);
    assertMatch(await page.locator(".nothing").innerText(), /None of these 25 titles has/);
    await page.getByRole("button", { name: "Show all" }).click();
    assertEquals((await rowsOf(page)).length, 25);
    await page.waitForURL(/access=desktop&pages=all$/);
    // What is searched for is no place of its own in the browser's history.
    await page.goBack();
    assertEquals(page.url(), "about:blank");
  });
});

Deno.test("Page gives its list to take along as CSV and JSON", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query }, async (page) => {
    await shown(page, DAY.newest);
    const rows = await rowsOf(page);
    const save = async (name: string) => {
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name }).click();
      const file = await download;
      return { name: file.suggestedFilename(), text: await Deno.readTextFile(await file.path()) };
    };
    const csv = await save("Download as CSV");
    assertEquals(csv.name, `${DAY.newest}_de.wikipedia_desktop.csv`);
    const [header, ...lines] = csv.text.trimEnd().split("\n");
    assertEquals(
      header,
      "unit,period_start,domain_code,project,access,rank,views,title,mobile_share,flags",
    );
    assertEquals(lines.length, rows.length);
    assertMatch(lines[0]!, /^hour,2026-09-11T17:00:00Z,de,de\.wikipedia,desktop,1,/);
    const json = await save("Download as JSON");
    assertEquals(json.name, `${DAY.newest}_de.wikipedia_desktop.json`);
    const { period, domains } = JSON.parse(json.text);
    assertEquals([period, domains.length], [DAY.newest, 1]);
    assertEquals(
      domains[0].pages.map(({ title }: { title: string }) => title.replaceAll("_", " ")),
      rows.map(({ title }) => title),
    );
  });
});

Deno.test("Page copies the link to what it shows", { ignore }, async () => {
  await using served = await ServedPage.open();
  const permissions = ["clipboard-read", "clipboard-write"];
  await served.visit({ query, permissions }, async (page) => {
    await shown(page, DAY.newest);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    assertEquals(await page.evaluate("navigator.clipboard.readText()"), page.url());
    await page.getByRole("button", { name: "Copy link" }).waitFor();
  });
});

Deno.test("Page shows its link where the browser copies nothing", { ignore }, async () => {
  await using served = await ServedPage.open();
  await served.visit({ query }, async (page) => {
    await shown(page, DAY.newest);
    await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })');
    await page.getByRole("button", { name: "Copy link" }).click();
    const field = page.getByLabel("The link, to be copied from here");
    assertEquals(await field.inputValue(), page.url());
    assertEquals(await page.evaluate("`${getSelection()}`"), page.url());
  });
});
