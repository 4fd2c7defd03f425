import { assertEquals, assertMatch } from "@std/assert";
import { tryLockFile } from "../deno/file_lock.ts";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";
import { FolderStore } from "../node/folder_blobs.ts";
import { hourKey } from "./layout.ts";
import type { StoredHoursOptions } from "./list.ts";
import { type VerifiedHour, verifyHours } from "./verify.ts";

const BUSY = { dump: "en Ada_Lovelace 1000 0\nen.m Ada_Lovelace 500 0\n" };
const QUIET = { dump: "en Ada_Lovelace 500 0\n" };

async function verify(folder: string, options: StoredHoursOptions = {}): Promise<VerifiedHour[]> {
  const now = new Date("2026-09-15");
  return await Array.fromAsync(verifyHours(storeIn(folder), { now, ...options }));
}

/** The warnings, each after its hour. */
async function warningsOf(folder: string, options?: StoredHoursOptions): Promise<string[]> {
  const hours = await verify(folder, options);
  return hours.flatMap(({ hour, warnings }) => warnings.map((warning) => `${hour} ${warning}`));
}

Deno.test("verifyHours() finds nothing wrong with hours that are fine", async () => {
  await using temp = await tempFolder();
  const names = ["2026-09-10T18", "2026-09-10T19", "2026-09-10T20"];
  await storeHour(temp.path, names[0]);
  await storeHour(temp.path, names[1], { ties: "rank", format: "json" });
  await storeHour(temp.path, names[2], { ties: "dense", top: 1, format: "ndjson" });
  assertEquals(
    (await verify(temp.path)).map(({ hour, ...found }) => [hour.toString(), found]),
    names.map((name) => [name, { read: true, problems: [], warnings: [] }]),
  );
});

Deno.test("verifyHours() finds a bit that has flipped", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  const path = `${temp.path}/2026/09/2026-09-10T18.csv`;
  const report = await Deno.readFile(path);
  report[report.length - 3] ^= 1;
  await Deno.writeFile(path, report);
  const [{ problems }] = await verify(temp.path);
  assertEquals(problems, ["its report's SHA-256 is not the one in its manifest"]);
});

Deno.test("verifyHours() finds what is wrong although the SHA-256 fits", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", {
    facts: {
      rows: 7,
      parameters: {
        top: 2,
        ties: "row",
        denylist: null,
      },
    },
  });
  const [{ problems }] = await verify(temp.path);
  assertEquals(problems, [
    "it has 6 rows, its manifest says 7",
    'domain "en": page "Zürich" has rank 3, beyond 2',
  ]);
});

Deno.test("verifyHours() finds a manifest under the name of another hour", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", { facts: { hour: "2026-09-10T17" } });
  const [{ problems }] = await verify(temp.path);
  assertMatch(problems[0], /^its manifest is of hour "2026-09-10T17"/);
});

Deno.test("verifyHours() finds hours that are not finished", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  await Deno.remove(`${temp.path}/2026/09/2026-09-10T18.manifest`);
  const [{ problems }] = await verify(temp.path);
  assertEquals(problems, ["it is not finished: its report has no manifest"]);
});

Deno.test("verifyHours() waits a moment for an hour that is being made", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  const path = `${temp.path}/2026/09/2026-09-10T18.manifest`;
  const manifest = Deno.readFileSync(path);
  Deno.removeSync(path);
  const verifying = verify(temp.path);
  setTimeout(() => Deno.writeFileSync(path, manifest), 60);
  const [{ problems }] = await verifying;
  assertEquals(problems, []);
});

Deno.test("verifyHours() leaves out an hour that is removed after it was listed", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  class VanishingStore extends FolderStore {
    override async readManifest(key: string) {
      const manifest = await super.readManifest(key);
      await this.remove(key, ["csv"]);
      return manifest;
    }
  }
  const store = new VanishingStore(temp.path, { tryLock: tryLockFile });
  assertEquals(await Array.fromAsync(verifyHours(store, { now: new Date("2026-09-15") })), []);
});

Deno.test("verifyHours() warns of an hour that differs from the one before it", async () => {
  await using temp = await tempFolder();
  for (const name of ["2026-09-10T17", "2026-09-10T18"]) await storeHour(temp.path, name, BUSY);
  await storeHour(temp.path, "2026-09-10T19", QUIET);
  await storeHour(temp.path, "2026-09-10T20", QUIET);
  assertEquals(await warningsOf(temp.path), [
    "2026-09-10T19 it differs from 2026-09-10T18, 1,500 and 500 views of en and en.m",
  ]);
});

Deno.test("verifyHours() compares with the last hour up to three hours before", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", BUSY);
  await storeHour(temp.path, "2026-09-10T21", QUIET);
  assertEquals((await warningsOf(temp.path)).length, 1);
  await storeIn(temp.path).remove(hourKey(Hour.parse("2026-09-10T21")), ["csv"]);
  await storeHour(temp.path, "2026-09-10T22", QUIET);
  assertEquals(await warningsOf(temp.path), []);
});

Deno.test("verifyHours() compares no hour with one that is not finished", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", BUSY);
  await storeHour(temp.path, "2026-09-10T19", QUIET);
  await storeHour(temp.path, "2026-09-10T20", BUSY);
  await Deno.remove(`${temp.path}/2026/09/2026-09-10T19.csv`);
  assertEquals(await warningsOf(temp.path), []);
});

Deno.test("verifyHours() compares a range with its neighbours, without reading these", async () => {
  await using temp = await tempFolder();
  for (const name of ["2026-09-10T15", "2026-09-10T16"]) await storeHour(temp.path, name, QUIET);
  await storeHour(temp.path, "2026-09-10T18", BUSY);
  for (const name of ["2026-09-10T20", "2026-09-10T21"]) await storeHour(temp.path, name, QUIET);
  // Of the neighbours nothing is to be found but that they differ.
  for (const name of ["2026-09-10T16", "2026-09-10T20"]) {
    const path = `${temp.path}/2026/09/${name}.csv`;
    await Deno.writeTextFile(path, (await Deno.readTextFile(path)).replace("Ada", "Eve"));
  }
  const hour = Hour.parse("2026-09-10T18");
  const hours = await verify(temp.path, { first: hour, last: hour });
  assertEquals(
    hours.map(({ hour, read, problems, warnings }) => [
      `${hour}`,
      read,
      problems.length,
      warnings.length,
    ]),
    [["2026-09-10T18", true, 0, 1], ["2026-09-10T20", false, 0, 1]],
  );
});
