import { assertEquals, assertMatch } from "@std/assert";
import { listReports } from "../archive/list.ts";
import { openReport } from "../archive/open.ts";
import { FakeClock } from "../testing/fake_clock.ts";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";

const HOUR = Hour.parse("2026-09-10T18");

Deno.test({
  name: "listReports() and openReport() do not wait for a pipe",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using temp = await tempFolder();
    const store = storeIn(temp.path);
    await storeHour(temp.path, "2026-09-10T18");
    const path = `${temp.path}/2026/09/2026-09-10T18.manifest`;
    await Deno.remove(path);
    await new Deno.Command("mkfifo", { args: [path] }).output();
    const options = { first: HOUR, last: HOUR, clock: new FakeClock() };
    const [entry] = await Array.fromAsync(listReports(store, options));
    assertEquals(entry?.unfinished, "its report has no manifest");
    const error = await openReport(store, HOUR).catch((error) => error);
    assertMatch(
      error.message,
      /^Cannot read ".*": it is no file but a folder, a pipe or the like$/,
    );
  },
});
