import { assert, assertEquals, assertMatch } from "@std/assert";
import { DatabaseHistory } from "../../../core/database/database_history.ts";
import { loadReports } from "../../../core/database/load_reports.ts";
import { SqliteDatabase } from "../../../core/node/sqlite_database.ts";
import { storeIn } from "../../../core/testing/store_hour.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { DAY } from "../testing/day.ts";
import { shown } from "../testing/reading.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";

const ignore = CHROMIUM_PATH === undefined;

Deno.test("Page draws its lines from a database, in one answer, of hours that the store lacks", {
  ignore,
}, async () => {
  await using temp = await tempFolder();
  const database = SqliteDatabase.open(`${temp.path}/top.db`);
  await using served = await ServedPage.open({ history: new DatabaseHistory(database) });
  const { folder } = served.handlers;
  const loading = loadReports(storeIn(folder), database, {
    now: new Date(DAY.now),
    onUnfinished: (entry) => assertEquals(entry, undefined),
    onError: (error) => assertEquals(error, undefined),
  });
  await Array.fromAsync(loading);
  for await (const { name } of Deno.readDir(`${folder}/2026/09`)) {
    if (!name.startsWith(`${DAY.newest}.`)) await Deno.remove(`${folder}/2026/09/${name}`);
  }
  const query = `?hour=${DAY.newest}&project=en.wikipedia&access=desktop&pages=all`;
  await served.visit({ query }, async (page) => {
    await shown(page, query);
    const label = async (row: number) =>
      await page.locator(`tbody tr:nth-child(${row}) .sparkline`).getAttribute("aria-label");
    await page.locator('.sparkline[aria-label*="of the last 24 stored"]').first().waitFor();
    assertMatch((await label(1))!, /^In the top in 24 of the last 24 stored/);
    await page.locator(".plot .label").first().waitFor();
    const asked = served.asked.filter((path) => path.startsWith("/v1/tops/"));
    assertEquals(asked.length, 1, asked.join("\n"));
    assert(asked[0]!.includes("/v1/tops/en.wikipedia?unit=hour&to="), asked[0]);
  });
  assertEquals(served.handlers.errors, []);
  await database.close();
});
