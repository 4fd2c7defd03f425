import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { tryLockFile } from "../deno/file_lock.ts";
import { entryKey } from "../archive/layout.ts";
import { type Edition, parsePeriod, removeReport, type StoredEntry } from "../mod.ts";
import { ExportFolder } from "../node/export_folder.ts";
import { StoreError } from "../store/store_error.ts";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { type TempFolder, tempFolder } from "../testing/temp_folder.ts";
import { Exporter, type ExporterOptions, ExportError } from "./exporter.ts";
import type { ExportForm } from "./export_file.ts";
import { exportReports } from "./export_reports.ts";

const NOW = new Date("2026-09-20T00:00:00Z");

function open(
  { path }: TempFolder,
  form: Partial<ExportForm> = {},
  options: Partial<ExporterOptions> = {},
): Exporter {
  return new Exporter({
    store: storeIn(`${path}/reports`),
    target: new ExportFolder(`${path}/lake`, { tryLock: tryLockFile }),
    form: { format: "csv", layout: "hive", ...form },
    ...options,
  });
}

/** Exports all that is stored; gives the paths of what was written, and what was left out. */
async function exportAll(
  temp: TempFolder,
  form: Partial<ExportForm> = {},
): Promise<{ written: string[]; unfinished: string[]; errors: string[] }> {
  const found = { written: [] as string[], unfinished: [] as string[], errors: [] as string[] };
  const files = exportReports(open(temp, form), storeIn(`${temp.path}/reports`), {
    now: NOW,
    onUnfinished: ({ period }: StoredEntry) => void found.unfinished.push(period.label),
    onError: ({ message }) => void found.errors.push(message),
  });
  for await (const { location, written } of files) {
    if (written) found.written.push(location.slice(`${temp.path}/lake/`.length));
  }
  return found;
}

async function store(temp: TempFolder, label: string, options: object = {}): Promise<void> {
  await storeHour(`${temp.path}/reports`, label, options);
}

/** The paths of all files of an export but for its notes. */
async function filesIn({ path }: TempFolder): Promise<string[]> {
  const found: string[] = [];
  const folders = [`${path}/lake`];
  for (const folder of folders) {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      if (name === ".wikitop") continue;
      if (isDirectory) folders.push(`${folder}/${name}`);
      else found.push(`${folder}/${name}`.slice(`${path}/lake/`.length));
    }
  }
  return found.sort();
}

const DAY = "edition=each/unit=hour/year=2026/month=09/day=10";

Deno.test("Exporter writes each report once, and marks its folder", async () => {
  await using temp = await tempFolder();
  for (const label of ["2026-09-10T17", "2026-09-10T18", "2026-09-10"]) await store(temp, label);
  const day = "edition=each/unit=day/year=2026/month=09/day=10";
  const files = [`${DAY}/hour=16/part.csv`, `${DAY}/hour=17/part.csv`, `${day}/part.csv`];
  assertEquals((await exportAll(temp)).written, files);
  const marks = files.map((file) => file.replace("part.csv", "_SUCCESS"));
  assertEquals(await filesIn(temp), [...files, ...marks].sort());
  assertEquals((await exportAll(temp)).written, []);
});

Deno.test("Exporter replaces the file of a report that was made again, and no other", async () => {
  await using temp = await tempFolder();
  for (const label of ["2026-09-10T17", "2026-09-10T18"]) await store(temp, label);
  await exportAll(temp);
  await store(temp, "2026-09-10T18", { dump: "en Grace_Hopper 7 0\n" });
  assertEquals((await exportAll(temp)).written, [`${DAY}/hour=17/part.csv`]);
  const text = await Deno.readTextFile(`${temp.path}/lake/${DAY}/hour=17/part.csv`);
  assert(text.split("\n")[1]?.includes(",1,7,Grace_Hopper,"), text);
});

Deno.test("Exporter writes a file again that is gone or cut short", async () => {
  await using temp = await tempFolder();
  await store(temp, "2026-09-10T18");
  const [path] = (await exportAll(temp)).written;
  const whole = await Deno.readTextFile(`${temp.path}/lake/${path}`);
  await Deno.truncate(`${temp.path}/lake/${path}`, 10);
  assertEquals((await exportAll(temp)).written, [path!]);
  await Deno.remove(`${temp.path}/lake/${path}`);
  assertEquals((await exportAll(temp)).written, [path!]);
  assertEquals(await Deno.readTextFile(`${temp.path}/lake/${path}`), whole);
});

Deno.test("Exporter gathers the hours of a day, and writes its file again as hours arrive", async () => {
  await using temp = await tempFolder();
  for (const hour of ["10T01", "10T18", "11T00", "11T01"]) await store(temp, `2026-09-${hour}`);
  const file = (day: number) => DAY.replace("day=10", `day=${day}`) + "/part.csv";
  const form = { per: "day" } as const;
  assertEquals((await exportAll(temp, form)).written, [file(10), file(11)]);
  assertEquals(await filesIn(temp), [file(10), file(11)]);
  await store(temp, "2026-09-11T02");
  assertEquals((await exportAll(temp, form)).written, [file(11)]);
  const starts = (await Deno.readTextFile(`${temp.path}/lake/${file(11)}`))
    .trimEnd().split("\n").slice(1).map((line) => line.slice(0, 13));
  assertEquals([...new Set(starts)], ["2026-09-11T00", "2026-09-11T01"]);
});

Deno.test("Exporter gathers all hours of a day for one of them", async () => {
  await using temp = await tempFolder();
  for (const hour of ["17", "18"]) await store(temp, `2026-09-10T${hour}`);
  const exporter = open(temp, { per: "day" });
  const file = exporter.fileOf({ period: parsePeriod("2026-09-10T18"), edition: "each" });
  assertEquals((await exporter.update(file)).reports, 2);
});

Deno.test("Exporter keeps a file whose hours the store has no more", async () => {
  await using temp = await tempFolder();
  for (const hour of ["17", "18"]) await store(temp, `2026-09-10T${hour}`);
  await exportAll(temp, { per: "day" });
  const before = await Deno.readTextFile(`${temp.path}/lake/${DAY}/part.csv`);
  await removeReport(storeIn(`${temp.path}/reports`), {
    period: parsePeriod("2026-09-10T17"),
    edition: "each",
  });
  await store(temp, "2026-09-12T01");
  const { written, errors } = await exportAll(temp, { per: "day" });
  assertEquals(written, [`${DAY.replace("day=10", "day=12")}/part.csv`]);
  assertEquals(errors, [
    `Cannot replace "${temp.path}/lake/${DAY}/part.csv": it has reports that the store does not ` +
    'have any more, "2026-09-10T17" for one',
  ]);
  assertEquals(await Deno.readTextFile(`${temp.path}/lake/${DAY}/part.csv`), before);
});

Deno.test("Exporter keeps editions apart", async () => {
  await using temp = await tempFolder();
  for (const edition of ["each", "all"] as Edition[]) {
    await store(temp, "2026-09-10T18", { edition });
  }
  await exportAll(temp, { layout: "flat", per: "day" });
  assertEquals(await filesIn(temp), ["2026-09-10.hours.all.csv", "2026-09-10.hours.csv"]);
});

Deno.test("Exporter leaves out what is not finished", async () => {
  await using temp = await tempFolder();
  for (const hour of ["17", "18"]) await store(temp, `2026-09-10T${hour}`);
  await Deno.remove(`${temp.path}/reports/2026/09/2026-09-10T17.manifest`);
  const { written, unfinished } = await exportAll(temp);
  assertEquals([written, unfinished], [[`${DAY}/hour=17/part.csv`], ["2026-09-10T17"]]);
});

Deno.test("Exporter refuses a place that has files of another form", async () => {
  await using temp = await tempFolder();
  await store(temp, "2026-09-10T18");
  await exportAll(temp);
  for (
    const form of [
      { format: "csv.gz" },
      { layout: "flat" },
      { per: "day" },
      { spreadsheetSafe: true },
    ] as const
  ) {
    const { code } = await assertRejects(() => exportAll(temp, form), ExportError);
    assertEquals(code, "export-form");
  }
});

Deno.test("Exporter refuses several reports in one document", () => {
  const temp: TempFolder = { path: "x", [Symbol.asyncDispose]: () => Promise.resolve() };
  assertThrows(() => open(temp, { format: "json", per: "day" }), RangeError, "choose ndjson");
});

Deno.test("Exporter leaves the old file where a new one cannot be written", async () => {
  await using temp = await tempFolder();
  await store(temp, "2026-09-10T18");
  await exportAll(temp);
  const before = await filesIn(temp);
  const text = await Deno.readTextFile(`${temp.path}/lake/${DAY}/hour=17/part.csv`);
  await store(temp, "2026-09-10T18", { dump: "en Grace_Hopper 7 0\n" });
  const path = `${temp.path}/reports/${entryKey(parsePeriod("2026-09-10T18"))}.csv`;
  const report = await Deno.readTextFile(path);
  await Deno.writeTextFile(path, report.replace("Hopper", "Hipper"));
  await assertRejects(() => exportAll(temp), Error, "not as its manifest says");
  assertEquals(await filesIn(temp), before);
  assertEquals(await Deno.readTextFile(`${temp.path}/lake/${DAY}/hour=17/part.csv`), text);
  const notes = [...Deno.readDirSync(`${temp.path}/lake/.wikitop`)].map(({ name }) => name);
  assert(!notes.some((name) => name.endsWith(".tmp")), notes.join());
});

Deno.test("Exporter says where it cannot write", async () => {
  await using temp = await tempFolder();
  await store(temp, "2026-09-10T18");
  await Deno.mkdir(`${temp.path}/lake`);
  await Deno.writeTextFile(`${temp.path}/lake/edition=each`, "");
  await assertRejects(() => exportAll(temp), StoreError, "a part of its path is not a folder");
});

Deno.test("Exporters of one place wait for each other, and clear away what killed ones left", async () => {
  await using temp = await tempFolder();
  for (const hour of ["16", "17", "18"]) await store(temp, `2026-09-10T${hour}`);
  await Deno.mkdir(`${temp.path}/lake/.wikitop`, { recursive: true });
  await Deno.writeTextFile(`${temp.path}/lake/.wikitop/killed.tmp`, "half");
  const all = await Promise.all([1, 2, 3].map(() => exportAll(temp, { per: "day" })));
  assertEquals(all.flatMap(({ written }) => written), [`${DAY}/part.csv`]);
  const notes = [...Deno.readDirSync(`${temp.path}/lake/.wikitop`)].map(({ name }) => name);
  assertEquals(notes.sort(), ["export.lock", "files", "form"]);
});
