import { assertEquals, assertRejects } from "@std/assert";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";
import { presentHours } from "./present_hours.ts";

const hour = (name: string) => Hour.parse(name);

async function present(folder: string, first: string, last: string): Promise<string[]> {
  return (await presentHours(storeIn(folder), hour(first), hour(last))).map(String);
}

Deno.test("presentHours() lists the hours of a range in order, over the ends of months", async () => {
  await using temp = await tempFolder();
  const names = ["2026-03-01T00", "2026-02-28T23", "2026-02-01T00", "2026-01-31T23"];
  for (const name of names) await storeHour(temp.path, name);
  assertEquals(await present(temp.path, "2025-12-01T00", "2026-04-01T00"), names.toReversed());
  assertEquals(await present(temp.path, "2026-02-01T00", "2026-02-28T23"), [names[2], names[1]]);
  assertEquals(await present(temp.path, "2026-02-01T01", "2026-02-28T22"), []);
  assertEquals(await present(temp.path, "2026-03-01T00", "2026-03-01T00"), [names[0]]);
});

Deno.test("presentHours() lists hours of any format, each once", async () => {
  await using temp = await tempFolder();
  const formats = ["csv", "ndjson", "json"] as const;
  for (const [i, format] of formats.entries()) {
    await storeHour(temp.path, `2026-09-10T0${i}`, { format });
  }
  // What is left of another format.
  await Deno.writeTextFile(`${temp.path}/2026/09/2026-09-10T00.json`, "{}");
  assertEquals(await present(temp.path, "2026-09-10T00", "2026-09-10T23"), [
    "2026-09-10T00",
    "2026-09-10T01",
    "2026-09-10T02",
  ]);
});

Deno.test("presentHours() lists nothing that lacks its manifest or its report", async () => {
  await using temp = await tempFolder();
  const names = ["00", "01", "02"].map((hour) => `2026-09-10T${hour}`);
  for (const name of names) await storeHour(temp.path, name);
  const folder = `${temp.path}/2026/09`;
  await Deno.remove(`${folder}/${names[0]}.manifest`);
  await Deno.rename(`${folder}/${names[1]}.csv`, `${folder}/${names[1]}.csv.old`);
  for (const name of ["2026-09-31T00", "2026-09-10T24", "2026-10-10T00", "notes"]) {
    for (const ending of ["csv", "manifest"]) {
      await Deno.writeTextFile(`${folder}/${name}.${ending}`, "");
    }
  }
  await Deno.mkdir(`${folder}/2026-09-10T05.csv`);
  await Deno.writeTextFile(`${folder}/2026-09-10T05.manifest`, "");
  assertEquals(await present(temp.path, "2026-09-01T00", "2026-10-31T00"), [names[2]]);
});

Deno.test("presentHours() of a store that is not there is empty, but not of one that is none", async () => {
  await using temp = await tempFolder();
  const path = `${temp.path}/reports`;
  assertEquals(await present(path, "2026-09-10T00", "2026-09-10T23"), []);
  await Deno.writeTextFile(path, "");
  await assertRejects(() => present(path, "2026-09-10T00", "2026-09-10T23"), Error, "ENOTDIR");
});
