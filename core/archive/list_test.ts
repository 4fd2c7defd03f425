import { assertEquals, assertMatch } from "@std/assert";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";
import { type StoredHour, storedHours, type StoredHoursOptions } from "./list.ts";

const NOW = new Date("2026-09-15");
const UUID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const FOLDER = "2026/09";

async function list(folder: string, options: StoredHoursOptions = {}): Promise<StoredHour[]> {
  return await Array.fromAsync(storedHours(storeIn(folder), { now: NOW, ...options }));
}

async function namesIn(folder: string, options?: StoredHoursOptions): Promise<string[]> {
  return (await list(folder, options)).map(({ hour }) => hour.toString());
}

/** What is wrong with the only hour of a folder. */
async function whyUnfinished(folder: string): Promise<string | undefined> {
  const [stored, ...others] = await list(folder);
  assertEquals(others, []);
  assertEquals(stored.manifest, undefined);
  return stored.unfinished;
}

Deno.test("storedHours() finds nothing in a store that is not there", async () => {
  await using temp = await tempFolder();
  assertEquals(await list(`${temp.path}/none`), []);
});

Deno.test("storedHours() gives the hours in their order, over months and years", async () => {
  await using temp = await tempFolder();
  const names = ["2015-05-01T01", "2025-12-31T23", "2026-01-01T00", "2026-09-10T02"];
  for (const name of names.toReversed()) await storeHour(temp.path, name);
  assertEquals(await namesIn(temp.path), names);
});

Deno.test("storedHours() gives the hours of a range, both ends included", async () => {
  await using temp = await tempFolder();
  const names = ["2026-07-31T23", "2026-08-01T00", "2026-08-01T01", "2026-08-01T02"];
  for (const name of names) await storeHour(temp.path, name);
  const [first, last] = ["2026-08-01T00", "2026-08-01T01"].map((name) => Hour.parse(name));
  assertEquals(await namesIn(temp.path, { first, last }), names.slice(1, 3));
  assertEquals(await namesIn(temp.path, { first: last, last }), names.slice(2, 3));
  assertEquals(await namesIn(temp.path, { last: first }), names.slice(0, 2));
});

Deno.test("storedHours() finds an hour that a clock ahead of this one has made", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-01T01");
  assertEquals(await namesIn(temp.path, { now: new Date("2026-08-31T23:50Z") }), ["2026-09-01T01"]);
});

Deno.test("storedHours() tells the manifest, the length of the files and where they are", async () => {
  await using temp = await tempFolder();
  const manifest = await storeHour(temp.path, "2026-09-10T18", { format: "ndjson", top: 3 });
  const [stored] = await list(temp.path);
  assertEquals(stored.manifest, manifest);
  assertEquals(stored.unfinished, undefined);
  const path = `${temp.path}/${FOLDER}/2026-09-10T18`;
  assertEquals(stored.location, `${path}.ndjson`);
  const sizes = ["ndjson", "manifest"].map((ending) => Deno.statSync(`${path}.${ending}`).size);
  assertEquals(stored.bytes, sizes[0] + sizes[1]);
});

Deno.test("storedHours() leaves out the files of people, and other things of the store", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  const [{ bytes }] = await list(temp.path);
  const theirs = ["2026-09-10T18.xlsx", "2026-09-10T18.json", "2026-09-10T19.de.csv", "x.manifest"];
  for (const name of [...theirs, "2026-09-31T18.csv", "2026-08-10T18.csv", "2026-09-10T20"]) {
    await Deno.writeTextFile(`${temp.path}/${FOLDER}/${name}`, "mine");
  }
  await Deno.mkdir(`${temp.path}/${FOLDER}/2026-09-10T21.csv`);
  await Deno.mkdir(`${temp.path}/denylist`);
  await Deno.writeTextFile(`${temp.path}/denylist/2026-09-10T22.csv`, "mine");
  const hours = await list(temp.path);
  assertEquals(hours.map(({ hour, bytes }) => [`${hour}`, bytes]), [["2026-09-10T18", bytes]]);
});

const UNFINISHED: Record<string, [leave: (path: string) => Promise<void>, why: string]> = {
  "a report without a manifest": [
    (path) => Deno.remove(`${path}.manifest`),
    "its report has no manifest",
  ],
  "a manifest without a report": [
    (path) => Deno.remove(`${path}.csv`),
    "its manifest has no report",
  ],
  "a manifest of a report that has another ending": [
    (path) => Deno.rename(`${path}.csv`, `${path}.json`),
    "its manifest has no report",
  ],
  "a report that was cut short": [
    (path) => Deno.truncate(`${path}.csv`, 50),
    "its report is of another length than its manifest says",
  ],
  "a manifest that was cut short": [
    (path) => Deno.truncate(`${path}.manifest`, 50),
    "its manifest cannot be read",
  ],
  "a temporary file alone": [
    async (path) => {
      await Deno.remove(`${path}.manifest`);
      await Deno.rename(`${path}.csv`, `${path}.${UUID}.tmp`);
    },
    "its writer was killed, or is at work right now",
  ],
};

for (const [what, [leave, why]] of Object.entries(UNFINISHED)) {
  Deno.test(`storedHours() names an hour of which there is ${what}`, async () => {
    await using temp = await tempFolder();
    await storeHour(temp.path, "2026-09-10T18");
    await leave(`${temp.path}/${FOLDER}/2026-09-10T18`);
    assertEquals(await whyUnfinished(temp.path), why);
    const [{ bytes, location }] = await list(temp.path);
    const files = [...Deno.readDirSync(`${temp.path}/${FOLDER}`)]
      .map(({ name }) => `${temp.path}/${FOLDER}/${name}`);
    assertEquals(bytes, files.reduce((sum, path) => sum + Deno.statSync(path).size, 0));
    assertEquals(files.includes(location) || what === "a manifest without a report", true);
  });
}

Deno.test("storedHours() names an hour that was made by other rules", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", { facts: { version: 0 } });
  assertMatch(
    (await whyUnfinished(temp.path))!,
    /^it was made by the rules of version 0, not \d+$/,
  );
});

Deno.test("storedHours() names an hour whose manifest is not that of a report", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", { facts: { parameters: null } });
  assertEquals(await whyUnfinished(temp.path), "its manifest is not that of a report");
});

Deno.test("storedHours() does not take an hour for unfinished that is being replaced", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", { top: 1 });
  const path = `${temp.path}/${FOLDER}/2026-09-10T18`;
  const old = Deno.readFileSync(`${path}.csv`);
  await storeHour(temp.path, "2026-09-10T18");
  const report = Deno.readFileSync(`${path}.csv`);
  Deno.writeFileSync(`${path}.csv`, old);
  const listing = list(temp.path);
  setTimeout(() => Deno.writeFileSync(`${path}.csv`, report), 30);
  const [{ manifest, unfinished }] = await listing;
  assertEquals([manifest?.parameters.top, unfinished], [25, undefined]);
});

Deno.test("storedHours() leaves out an hour that is removed while it looks", async () => {
  await using temp = await tempFolder();
  for (const name of ["2026-09-10T18", "2026-09-10T19"]) await storeHour(temp.path, name);
  const seen: string[] = [];
  for await (const { hour } of storedHours(storeIn(temp.path), { now: NOW })) {
    seen.push(`${hour}`);
    await storeIn(temp.path).remove("2026/09/2026-09-10T19", ["csv"]);
  }
  assertEquals(seen, ["2026-09-10T18"]);
});
