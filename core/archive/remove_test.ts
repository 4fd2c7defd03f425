import { assertEquals } from "@std/assert";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";
import { entryKey } from "./layout.ts";
import { removeReport } from "./remove.ts";

const HOUR = Hour.parse("2026-09-10T18");
const NAME = { period: HOUR, edition: "each" } as const;
const UUID = "0f8fad5b-d9cb-469f-a165-70867728950e";

async function namesIn(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
}

Deno.test("removeReport() removes a report and its manifest, and leaves the locks", async () => {
  await using temp = await tempFolder();
  const manifest = await storeHour(temp.path, "2026-09-10T18");
  const { size } = await Deno.stat(`${temp.path}/${entryKey(HOUR)}.manifest`);
  assertEquals(await removeReport(storeIn(temp.path), NAME), manifest.file.bytes + size);
  assertEquals(await namesIn(temp.path), [".locks"]);
  assertEquals((await namesIn(`${temp.path}/.locks`)).length, 1);
});

Deno.test("removeReport() leaves other hours, and what people put beside a finished report", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  await storeHour(temp.path, "2026-09-10T19");
  const folder = `${temp.path}/2026/09`;
  for (const name of ["2026-09-10T18.json", "2026-09-10T18.xlsx"]) {
    await Deno.writeTextFile(`${folder}/${name}`, "mine");
  }
  await removeReport(storeIn(temp.path), NAME);
  assertEquals(await namesIn(folder), [
    "2026-09-10T18.json",
    "2026-09-10T18.xlsx",
    "2026-09-10T19.csv",
    "2026-09-10T19.manifest",
  ]);
});

Deno.test("removeReport() removes what killed writers left", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  const path = `${temp.path}/${entryKey(HOUR)}`;
  await Deno.remove(`${path}.manifest`);
  await Deno.writeTextFile(`${path}.${UUID}.tmp`, "half a rep");
  await removeReport(storeIn(temp.path), NAME);
  assertEquals(await namesIn(temp.path), [".locks"]);
});

Deno.test("removeReport() of an hour that is not there removes nothing", async () => {
  await using temp = await tempFolder();
  assertEquals(await removeReport(storeIn(temp.path), NAME), 0);
});

Deno.test("removeReport() waits for whoever is making the hour", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  const lock = await storeIn(temp.path).lock(entryKey(HOUR));
  const order: string[] = [];
  const removing = removeReport(storeIn(temp.path), NAME).then(() => order.push("removed"));
  await new Promise((resolve) => setTimeout(resolve, 120));
  assertEquals((await namesIn(`${temp.path}/2026/09`)).length, 2);
  order.push("made");
  lock[Symbol.dispose]();
  await removing;
  assertEquals(order, ["made", "removed"]);
});

Deno.test("removeReport() removes an edition, and leaves the others", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  await storeHour(temp.path, "2026-09-10T18", { edition: "all" });
  await storeHour(temp.path, "2026-09-10");
  await removeReport(storeIn(temp.path), NAME);
  const folder = `${temp.path}/2026/09`;
  const others = ["2026-09-10.csv", "2026-09-10.manifest"];
  const all = ["2026-09-10T18.all.csv", "2026-09-10T18.all.manifest"];
  assertEquals(await namesIn(folder), [...others, ...all]);
  await removeReport(storeIn(temp.path), { period: HOUR, edition: "all" });
  assertEquals(await namesIn(folder), others);
});
