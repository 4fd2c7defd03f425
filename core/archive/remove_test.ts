import { assertEquals } from "@std/assert";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";
import { removeHour } from "./remove.ts";
import { hourKey } from "./layout.ts";

const HOUR = Hour.parse("2026-09-10T18");
const UUID = "0f8fad5b-d9cb-469f-a165-70867728950e";

async function namesIn(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
}

Deno.test("removeHour() removes a report and its manifest, and leaves the locks", async () => {
  await using temp = await tempFolder();
  const manifest = await storeHour(temp.path, "2026-09-10T18");
  const { size } = await Deno.stat(`${temp.path}/${hourKey(HOUR)}.manifest`);
  assertEquals(await removeHour(storeIn(temp.path), HOUR), manifest.file.bytes + size);
  assertEquals(await namesIn(temp.path), [".locks"]);
  assertEquals((await namesIn(`${temp.path}/.locks`)).length, 1);
});

Deno.test("removeHour() leaves other hours, and what people put beside a finished report", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", { format: "json" });
  await storeHour(temp.path, "2026-09-10T19");
  const folder = `${temp.path}/2026/09`;
  for (const name of ["2026-09-10T18.csv", "2026-09-10T18.xlsx"]) {
    await Deno.writeTextFile(`${folder}/${name}`, "mine");
  }
  await removeHour(storeIn(temp.path), HOUR);
  assertEquals(await namesIn(folder), [
    "2026-09-10T18.csv",
    "2026-09-10T18.xlsx",
    "2026-09-10T19.csv",
    "2026-09-10T19.manifest",
  ]);
});

Deno.test("removeHour() removes what killed writers left", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  const path = `${temp.path}/${hourKey(HOUR)}`;
  await Deno.remove(`${path}.manifest`);
  await Deno.writeTextFile(`${path}.${UUID}.tmp`, "half a rep");
  await removeHour(storeIn(temp.path), HOUR);
  assertEquals(await namesIn(temp.path), [".locks"]);
});

Deno.test("removeHour() of an hour that is not there removes nothing", async () => {
  await using temp = await tempFolder();
  assertEquals(await removeHour(storeIn(temp.path), HOUR), 0);
});

Deno.test("removeHour() waits for whoever is making the hour", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  const lock = await storeIn(temp.path).lock(hourKey(HOUR));
  const order: string[] = [];
  const removing = removeHour(storeIn(temp.path), HOUR).then(() => order.push("removed"));
  await new Promise((resolve) => setTimeout(resolve, 120));
  assertEquals((await namesIn(`${temp.path}/2026/09`)).length, 2);
  order.push("made");
  lock[Symbol.dispose]();
  await removing;
  assertEquals(order, ["made", "removed"]);
});
