import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { StoreError } from "../store/store_error.ts";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";
import { parsePeriod, type Unit } from "../time/period.ts";
import { entryKey } from "./layout.ts";
import { type ListOptions, listPeriods, listReports, type StoredEntry } from "./list.ts";

const NOW = new Date("2026-09-15");
const UUID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const FOLDER = "2026/09";

async function list(folder: string, options: ListOptions = {}): Promise<StoredEntry[]> {
  return await Array.fromAsync(listReports(storeIn(folder), { now: NOW, ...options }));
}

async function namesIn(folder: string, options?: ListOptions): Promise<string[]> {
  return (await list(folder, options)).map(({ period }) => period.toString());
}

/** The only report of a folder, or of a range. */
async function only(folder: string, options?: ListOptions): Promise<StoredEntry> {
  const [stored, ...others] = await list(folder, options);
  assertEquals(others, []);
  return stored!;
}

/** What is wrong with the only hour of a folder. */
async function whyUnfinished(folder: string): Promise<string | undefined> {
  const { manifest, unfinished } = await only(folder);
  assertEquals(manifest, undefined);
  return unfinished;
}

Deno.test("listReports() finds nothing in a store that is not there", async () => {
  await using temp = await tempFolder();
  assertEquals(await list(`${temp.path}/none`), []);
});

Deno.test("listReports() gives the hours in their order, over months and years", async () => {
  await using temp = await tempFolder();
  const names = ["2015-05-01T01", "2025-12-31T23", "2026-01-01T00", "2026-09-10T02"];
  for (const name of names.toReversed()) await storeHour(temp.path, name);
  assertEquals(await namesIn(temp.path), names);
});

Deno.test("listReports() gives the hours of a range, both ends included", async () => {
  await using temp = await tempFolder();
  const names = ["2026-07-31T23", "2026-08-01T00", "2026-08-01T01", "2026-08-01T02"];
  for (const name of names) await storeHour(temp.path, name);
  const [first, last] = ["2026-08-01T00", "2026-08-01T01"].map((name) => Hour.parse(name));
  assertEquals(await namesIn(temp.path, { first, last }), names.slice(1, 3));
  assertEquals(await namesIn(temp.path, { first: last, last }), names.slice(2, 3));
  assertEquals(await namesIn(temp.path, { last: first }), names.slice(0, 2));
});

Deno.test("listReports() finds an hour that a clock ahead of this one has made", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-01T01");
  assertEquals(await namesIn(temp.path, { now: new Date("2026-08-31T23:50Z") }), ["2026-09-01T01"]);
});

Deno.test("listReports() tells the manifest, the length of the files and where they are", async () => {
  await using temp = await tempFolder();
  const manifest = await storeHour(temp.path, "2026-09-10T18", { top: 3 });
  const [stored] = await list(temp.path);
  assertEquals(stored!.manifest, manifest);
  assertEquals(stored!.unfinished, undefined);
  const path = `${temp.path}/${FOLDER}/2026-09-10T18`;
  assertEquals(stored!.location, `${path}.csv`);
  const sizes = ["csv", "manifest"].map((extension) => Deno.statSync(`${path}.${extension}`).size);
  assertEquals(stored!.bytes, sizes[0]! + sizes[1]!);
});

Deno.test("listReports() leaves out the files of people, and other things of the store", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  const { bytes } = await only(temp.path);
  const theirs = ["2026-09-10T18.xlsx", "2026-09-10T18.json", "2026-09-10T19.de.csv", "x.manifest"];
  for (const name of [...theirs, "2026-09-31T18.csv", "2026-08-10T18.csv", "2026-09-10T20"]) {
    await Deno.writeTextFile(`${temp.path}/${FOLDER}/${name}`, "mine");
  }
  await Deno.mkdir(`${temp.path}/${FOLDER}/2026-09-10T21.csv`);
  await Deno.mkdir(`${temp.path}/denylist`);
  await Deno.writeTextFile(`${temp.path}/denylist/2026-09-10T22.csv`, "mine");
  const reports = await list(temp.path);
  assertEquals(reports.map(({ period, bytes }) => [`${period}`, bytes]), [[
    "2026-09-10T18",
    bytes,
  ]]);
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
  "a manifest of a report of another extension": [
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
  Deno.test(`listReports() names an hour of which there is ${what}`, async () => {
    await using temp = await tempFolder();
    await storeHour(temp.path, "2026-09-10T18");
    await leave(`${temp.path}/${FOLDER}/2026-09-10T18`);
    assertEquals(await whyUnfinished(temp.path), why);
    const { bytes, location } = await only(temp.path);
    // A file of another extension is not the store's.
    const files = [...Deno.readDirSync(`${temp.path}/${FOLDER}`)]
      .filter(({ name }) => /\.(csv|manifest|tmp)$/.test(name))
      .map(({ name }) => `${temp.path}/${FOLDER}/${name}`);
    assertEquals(bytes, files.reduce((sum, path) => sum + Deno.statSync(path).size, 0));
    assertEquals(files.includes(location) || what === "a manifest without a report", true);
  });
}

Deno.test("listReports() names an hour that was made by other rules", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", { metadata: { version: 0 } });
  assertMatch(
    (await whyUnfinished(temp.path))!,
    /^it was made by the rules of version 0, not \d+$/,
  );
});

Deno.test("listReports() names an hour whose manifest is not that of a report", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", { metadata: { parameters: null } });
  assertEquals(await whyUnfinished(temp.path), "its manifest is not that of a report");
});

Deno.test("listReports() does not take an hour for unfinished that is being replaced", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", { top: 1 });
  const path = `${temp.path}/${FOLDER}/2026-09-10T18`;
  const old = Deno.readFileSync(`${path}.csv`);
  await storeHour(temp.path, "2026-09-10T18");
  const report = Deno.readFileSync(`${path}.csv`);
  Deno.writeFileSync(`${path}.csv`, old);
  const listing = list(temp.path);
  setTimeout(() => Deno.writeFileSync(`${path}.csv`, report), 30);
  const [stored] = await listing;
  assertEquals([stored?.manifest?.parameters.top, stored?.unfinished], [25, undefined]);
});

Deno.test("listReports() leaves out an hour that is removed while it looks", async () => {
  await using temp = await tempFolder();
  for (const name of ["2026-09-10T18", "2026-09-10T19"]) await storeHour(temp.path, name);
  const seen: string[] = [];
  for await (const { period } of listReports(storeIn(temp.path), { now: NOW })) {
    seen.push(`${period}`);
    await storeIn(temp.path).remove("2026/09/2026-09-10T19", ["csv"]);
  }
  assertEquals(seen, ["2026-09-10T18"]);
});

Deno.test("listReports() lists the editions of a period apart from it, and any if it is told to", async () => {
  await using temp = await tempFolder();
  for (const name of ["2026-09-10T18", "2026-09-10T19"]) {
    await storeHour(temp.path, name);
    await storeHour(temp.path, name, { edition: "all", top: 3 });
  }
  await storeHour(temp.path, "2026-09-10T18", { edition: "all.articles" });
  const shown = async (options: ListOptions) =>
    (await list(temp.path, options)).map(({ period, edition, manifest, unfinished }) => {
      assertEquals([unfinished, manifest?.edition], [undefined, edition]);
      return entryKey(period, edition).slice("2026/09/".length);
    });
  assertEquals(await shown({}), ["2026-09-10T18", "2026-09-10T19"]);
  assertEquals(await shown({ edition: "all" }), ["2026-09-10T18.all", "2026-09-10T19.all"]);
  assertEquals(await shown({ edition: "articles" }), []);
  assertEquals((await shown({ edition: "any" })).sort(), [
    "2026-09-10T18",
    "2026-09-10T18.all",
    "2026-09-10T18.all.articles",
    "2026-09-10T19",
    "2026-09-10T19.all",
  ]);
  // Each has its own files, and no other's.
  const [each, all] = [await list(temp.path), await list(temp.path, { edition: "all" })];
  const sizeOf = (stem: string) =>
    ["csv", "manifest"].reduce(
      (sum, extension) => sum + Deno.statSync(`${temp.path}/${FOLDER}/${stem}.${extension}`).size,
      0,
    );
  assertEquals([each[0]?.bytes, all[0]?.bytes], [
    sizeOf("2026-09-10T18"),
    sizeOf("2026-09-10T18.all"),
  ]);
});

const PERIODS: Record<Unit, string[]> = {
  hour: ["2025-12-31T23", "2026-01-01T00", "2026-09-10T18"],
  day: ["2024-12-31", "2025-12-31", "2026-01-01", "2026-09-10"],
  week: ["2020-W53", "2021-W01", "2024-W52", "2025-W01", "2026-W01", "2026-W37"],
  month: ["2020-12", "2021-01", "2025-12", "2026-08"],
};

for (const [unit, names] of Object.entries(PERIODS) as [Unit, string[]][]) {
  Deno.test(`listReports() and listPeriods() list each ${unit} and nothing else`, async () => {
    await using temp = await tempFolder();
    for (const name of Object.values(PERIODS).flat()) await storeHour(temp.path, name);
    assertEquals(await namesIn(temp.path, { unit }), names);
    const [first, last] = [Hour.first(), Hour.parse("2026-09-15T00")];
    const store = storeIn(temp.path);
    assertEquals((await listPeriods(store, { first, last, unit })).map(String), names);
    for (const name of names) {
      const { hours } = parsePeriod(name);
      const range = { first: hours[0]!, last: hours.at(-1)! };
      const { period, manifest } = await only(temp.path, { ...range, unit });
      assertEquals([`${period}`, manifest?.period, manifest?.unit], [name, name, unit]);
      assertEquals((await listPeriods(store, { ...range, unit })).map(String), [name]);
      // Of a range that leaves out an hour of it, it is not a part.
      if (unit === "hour") continue;
      const shorter = { ...range, first: range.first.plus(1) };
      assertEquals(await listPeriods(store, { ...shorter, unit }), []);
      assertEquals(await namesIn(temp.path, { ...range, last: range.last.plus(-1), unit }), []);
    }
  });
}

const hour = (name: string) => Hour.parse(name);

async function present(folder: string, first: string, last: string): Promise<string[]> {
  return (await listPeriods(storeIn(folder), { first: hour(first), last: hour(last) })).map(String);
}

Deno.test("listPeriods() lists the hours of a range in order, over the ends of months", async () => {
  await using temp = await tempFolder();
  const names = ["2026-03-01T00", "2026-02-28T23", "2026-02-01T00", "2026-01-31T23"];
  for (const name of names) await storeHour(temp.path, name);
  assertEquals(await present(temp.path, "2025-12-01T00", "2026-04-01T00"), names.toReversed());
  assertEquals(await present(temp.path, "2026-02-01T00", "2026-02-28T23"), [names[2]!, names[1]!]);
  assertEquals(await present(temp.path, "2026-02-01T01", "2026-02-28T22"), []);
  assertEquals(await present(temp.path, "2026-03-01T00", "2026-03-01T00"), [names[0]!]);
});

Deno.test("listPeriods() lists each hour once, whatever else lies beside it", async () => {
  await using temp = await tempFolder();
  for (const i of [0, 1, 2]) await storeHour(temp.path, `2026-09-10T0${i}`);
  // What is left of another format.
  await Deno.writeTextFile(`${temp.path}/2026/09/2026-09-10T00.json`, "{}");
  await Deno.rename(
    `${temp.path}/2026/09/2026-09-10T02.csv`,
    `${temp.path}/2026/09/2026-09-10T02.ndjson`,
  );
  assertEquals(await present(temp.path, "2026-09-10T00", "2026-09-10T23"), [
    "2026-09-10T00",
    "2026-09-10T01",
  ]);
});

Deno.test("listPeriods() lists the edition that is asked for, any of them, or each alone", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T00");
  await storeHour(temp.path, "2026-09-10T01", { edition: "all" });
  const range = { first: hour("2026-09-10T00"), last: hour("2026-09-10T01") };
  const listed = async (options: Pick<ListOptions, "edition">) =>
    (await listPeriods(storeIn(temp.path), { ...range, ...options })).map(String);
  assertEquals(await listed({}), ["2026-09-10T00"]);
  assertEquals(await listed({ edition: "all" }), ["2026-09-10T01"]);
  assertEquals(await listed({ edition: "any" }), ["2026-09-10T00", "2026-09-10T01"]);
});

Deno.test("listPeriods() lists nothing that lacks its manifest or its report", async () => {
  await using temp = await tempFolder();
  const names = ["00", "01", "02"].map((hour) => `2026-09-10T${hour}`);
  for (const name of names) await storeHour(temp.path, name);
  const folder = `${temp.path}/2026/09`;
  await Deno.remove(`${folder}/${names[0]}.manifest`);
  await Deno.rename(`${folder}/${names[1]}.csv`, `${folder}/${names[1]}.csv.old`);
  for (const name of ["2026-09-31T00", "2026-09-10T24", "2026-10-10T00", "notes"]) {
    for (const extension of ["csv", "manifest"]) {
      await Deno.writeTextFile(`${folder}/${name}.${extension}`, "");
    }
  }
  await Deno.mkdir(`${folder}/2026-09-10T05.csv`);
  await Deno.writeTextFile(`${folder}/2026-09-10T05.manifest`, "");
  assertEquals(await present(temp.path, "2026-09-01T00", "2026-10-31T00"), [names[2]!]);
});

Deno.test("listPeriods() of a store that is not there is empty, but not of one that is none", async () => {
  await using temp = await tempFolder();
  const path = `${temp.path}/reports`;
  assertEquals(await present(path, "2026-09-10T00", "2026-09-10T23"), []);
  await Deno.writeTextFile(path, "");
  const error = await assertRejects(
    () => present(path, "2026-09-10T00", "2026-09-10T23"),
    StoreError,
    "a part of its path is not a folder",
  );
  assertEquals(error.code, "ENOTDIR");
});
