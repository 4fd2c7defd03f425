import { assertEquals } from "@std/assert";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { WatchedStore } from "../testing/watched_store.ts";
import { newestHour } from "./newest.ts";

const NOW = new Date("2026-03-01T00:59:59Z");

async function newest(folder: string, now = NOW): Promise<string | undefined> {
  return (await newestHour(storeIn(folder), now))?.toString();
}

Deno.test("newestHour() finds the newest hour, wherever in a month it is", async () => {
  await using temp = await tempFolder();
  assertEquals(await newest(temp.path), undefined);
  const names = ["2015-05-01T01", "2025-12-31T23", "2026-01-01T00", "2026-02-28T23"];
  for (const name of [...names, "2026-03-01T00"]) {
    await storeHour(temp.path, name);
    assertEquals(await newest(temp.path), name);
  }
  await storeHour(temp.path, "2026-02-10T00");
  assertEquals(await newest(temp.path), "2026-03-01T00");
});

Deno.test("newestHour() passes over hours that are not finished, or have not been", async () => {
  await using temp = await tempFolder();
  for (const name of ["2026-02-10T00", "2026-02-11T00"]) await storeHour(temp.path, name);
  await Deno.remove(`${temp.path}/2026/02/2026-02-11T00.manifest`);
  await Deno.mkdir(`${temp.path}/2026/03`);
  for (const extension of ["csv", "manifest"]) {
    await Deno.writeTextFile(`${temp.path}/2026/03/2026-03-01T01.${extension}`, "");
  }
  assertEquals(await newest(temp.path), "2026-02-10T00");
  assertEquals(await newest(temp.path, new Date("2026-02-09T23:59:59Z")), undefined);
});

Deno.test("newestHour() looks no further back than it has to", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2025-12-10T00");
  await storeHour(temp.path, "2026-01-10T00");
  const store = new WatchedStore(temp.path);
  await newestHour(store, NOW);
  // Nor into a month that has no folder: the store is asked once which there are.
  assertEquals(store.calls, [
    "names 2026/03",
    "folders ",
    "folders 2025",
    "folders 2026",
    "names 2026/01",
  ]);
});

Deno.test("newestHour() ends at the first dump", async () => {
  await using temp = await tempFolder();
  const store = new WatchedStore(temp.path);
  assertEquals(await newestHour(store, new Date("2015-07-01T00:00:00Z")), undefined);
  assertEquals(store.calls, ["names 2015/07", "names 2015/06", "names 2015/05"]);
});
