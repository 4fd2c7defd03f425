import { assertEquals, assertMatch } from "@std/assert";
import { reportOf } from "../testing/nasty_report.ts";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";
import { describeReport, type Manifest } from "../report/manifest.ts";
import { StoreError } from "../store/store_error.ts";
import { WatchedStore } from "../testing/watched_store.ts";
import { entryKey } from "./layout.ts";
import type { ListOptions } from "./list.ts";
import { compareHours, type VerifiedReport, verifyReports } from "./verify.ts";

const BUSY = { dump: "en Ada_Lovelace 1000 0\nen.m Ada_Lovelace 500 0\n" };
const QUIET = { dump: "en Ada_Lovelace 500 0\n" };

async function verify(folder: string, options: ListOptions = {}): Promise<VerifiedReport[]> {
  const now = new Date("2026-09-15");
  return await Array.fromAsync(verifyReports(storeIn(folder), { now, ...options }));
}

function oneOf(reports: VerifiedReport[]): [VerifiedReport] {
  assertEquals(reports.length, 1);
  return [reports[0]!];
}

async function verifyOne(folder: string, options?: ListOptions): Promise<[VerifiedReport]> {
  return oneOf(await verify(folder, options));
}

/** The warnings, each after its hour. */
async function warningsOf(folder: string, options?: ListOptions): Promise<string[]> {
  const reports = await verify(folder, options);
  return reports.flatMap(({ period, warnings }) =>
    warnings.map((warning) => `${period} ${warning}`)
  );
}

Deno.test("verifyReports() finds nothing wrong with hours that are fine", async () => {
  await using temp = await tempFolder();
  const names = ["2026-09-10T18", "2026-09-10T19", "2026-09-10T20"];
  await storeHour(temp.path, names[0]!);
  await storeHour(temp.path, names[1]!, { ties: "rank" });
  await storeHour(temp.path, names[2]!, { ties: "dense", top: 1 });
  assertEquals(
    (await verify(temp.path)).map(({ period, ...found }) => [period.toString(), found]),
    names.map((
      name,
    ) => [name, { edition: "each" as const, read: true, problems: [], warnings: [] }]),
  );
});

Deno.test("verifyReports() finds a bit that has flipped", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  const path = `${temp.path}/2026/09/2026-09-10T18.csv`;
  const report = await Deno.readFile(path);
  report[report.length - 3]! ^= 1;
  await Deno.writeFile(path, report);
  const [{ problems }] = await verifyOne(temp.path);
  assertEquals(problems, ["its report's SHA-256 is not the one in its manifest"]);
});

Deno.test("verifyReports() finds denied pages that are damaged, cut short or gone", async () => {
  await using temp = await tempFolder();
  const store = () => storeHour(temp.path, "2026-09-10T18", { denied: "* Ada_Lovelace\n" });
  const path = `${temp.path}/2026/09/2026-09-10T18.denied`;
  const problem = async () => {
    const [{ problems }] = await verifyOne(temp.path);
    return problems;
  };
  await store();
  assertEquals(await problem(), []);
  const denied = await Deno.readFile(path);
  denied[denied.length - 3]! ^= 1;
  await Deno.writeFile(path, denied);
  assertEquals(await problem(), ["a file's SHA-256 is not the one in its manifest"]);
  await Deno.writeFile(path, denied.subarray(1));
  assertEquals(await problem(), [
    "it is not finished: its list of denied pages is of another length than its manifest says",
  ]);
  await Deno.remove(path);
  assertEquals(await problem(), [
    "it is not finished: its manifest has no list of denied pages",
  ]);
  await store();
  assertEquals(await problem(), []);
});

Deno.test("verifyReports() finds what is wrong although the SHA-256 fits", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", {
    metadata: {
      rows: 7,
      parameters: {
        top: 2,
        ties: "row",
        denylist: null,
      },
    },
  });
  const [{ problems }] = await verifyOne(temp.path);
  assertEquals(problems, [
    "it has 6 rows, its manifest says 7",
    'domain "en": page "Zürich" has rank 3, beyond 2',
  ]);
});

Deno.test("verifyReports() finds a manifest under the name of another hour", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", { metadata: { period: "2026-09-10T17" } });
  const [{ problems }] = await verifyOne(temp.path);
  assertMatch(problems[0]!, /^it is not finished: its manifest is of hour "2026-09-10T17"/);
});

Deno.test("verifyReports() finds hours that are not finished", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  await Deno.remove(`${temp.path}/2026/09/2026-09-10T18.manifest`);
  const [{ problems }] = await verifyOne(temp.path);
  assertEquals(problems, ["it is not finished: its report has no manifest"]);
});

Deno.test("verifyReports() waits a moment for an hour that is being made", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  const path = `${temp.path}/2026/09/2026-09-10T18.manifest`;
  const manifest = Deno.readFileSync(path);
  Deno.removeSync(path);
  const verifying = verify(temp.path);
  setTimeout(() => Deno.writeFileSync(path, manifest), 60);
  const [{ problems }] = oneOf(await verifying);
  assertEquals(problems, []);
});

Deno.test("verifyReports() leaves out an hour that is removed after it was listed", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18");
  class VanishingStore extends WatchedStore {
    override async readManifest(key: string) {
      const manifest = await super.readManifest(key);
      await this.remove(key, ["csv"]);
      return manifest;
    }
  }
  const store = new VanishingStore(temp.path);
  assertEquals(await Array.fromAsync(verifyReports(store, { now: new Date("2026-09-15") })), []);
});

Deno.test("verifyReports() warns of an hour that differs from the one before it", async () => {
  await using temp = await tempFolder();
  for (const name of ["2026-09-10T17", "2026-09-10T18"]) await storeHour(temp.path, name, BUSY);
  await storeHour(temp.path, "2026-09-10T19", QUIET);
  await storeHour(temp.path, "2026-09-10T20", QUIET);
  assertEquals(await warningsOf(temp.path), [
    "2026-09-10T19 it differs from 2026-09-10T18, 1,500 and 500 views of en and en.m",
  ]);
});

Deno.test("verifyReports() compares with the last hour up to three hours before", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", BUSY);
  await storeHour(temp.path, "2026-09-10T21", QUIET);
  assertEquals((await warningsOf(temp.path)).length, 1);
  await storeIn(temp.path).remove(entryKey(Hour.parse("2026-09-10T21")), ["csv"]);
  await storeHour(temp.path, "2026-09-10T22", QUIET);
  assertEquals(await warningsOf(temp.path), []);
});

Deno.test("verifyReports() compares no hour with one that is not finished", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", BUSY);
  await storeHour(temp.path, "2026-09-10T19", QUIET);
  await storeHour(temp.path, "2026-09-10T20", BUSY);
  await Deno.remove(`${temp.path}/2026/09/2026-09-10T19.csv`);
  assertEquals(await warningsOf(temp.path), []);
});

Deno.test("verifyReports() compares a range with its neighbours, without reading these", async () => {
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
  const reports = await verify(temp.path, { first: hour, last: hour });
  assertEquals(
    reports.map(({ period, read, problems, warnings }) => [
      `${period}`,
      read,
      problems.length,
      warnings.length,
    ]),
    [["2026-09-10T18", true, 0, 1], ["2026-09-10T20", false, 0, 1]],
  );
});

const MADE = { at: "2026-09-10T20:30:00.000Z", by: "wikitop/1.2.3", seconds: 0.7 };

/** The manifest of an hour with so many domains, and these views of some. */
function manifestOf(domains: number, views: Record<string, number> = {}): Manifest {
  const described = describeReport(reportOf([]), {}, MADE);
  const counts = { ...described.counts, domains };
  const file = { name: "2026-09-10T18.csv", bytes: 7, sha256: "ef".repeat(32) };
  return { ...described, counts, domain_views: views, file };
}

Deno.test("compareHours() says nothing of hours that are alike", () => {
  const views = { "en": 100, "en.m": 100, "de": 7 };
  assertEquals(compareHours(manifestOf(1602, views), manifestOf(1602, views)), []);
  assertEquals(compareHours(manifestOf(1000, views), manifestOf(2000, { "en.m": 400 })), []);
  assertEquals(compareHours(manifestOf(0), manifestOf(0)), []);
});

Deno.test("compareHours() says where one hour has more than twice as much as the other", () => {
  const [small, large] = [{ "en": 1000, "en.m": 500 }, { "en": 1500, "en.m": 1501 }];
  for (const [a, b] of [[800, 1601], [1601, 800]] as const) {
    assertEquals(compareHours(manifestOf(a), manifestOf(b)), [
      `${a.toLocaleString("en-US")} and ${b.toLocaleString("en-US")} domains`,
    ]);
  }
  assertEquals(compareHours(manifestOf(7, small), manifestOf(7, large)), [
    "1,500 and 3,001 views of en and en.m",
  ]);
});

Deno.test("compareHours() says where one hour has something and the other nothing", () => {
  assertEquals(compareHours(manifestOf(7, { en: 1 }), manifestOf(7)), [
    "1 and 0 views of en and en.m",
  ]);
});

Deno.test("verifyReports() verifies any edition and any unit, and compares hours alone", async () => {
  await using temp = await tempFolder();
  for (const [name, dump] of [["2026-09-10T18", BUSY], ["2026-09-10T19", QUIET]] as const) {
    await storeHour(temp.path, name, { ...dump, edition: "all" });
  }
  for (const [name, dump] of [["2026-W35", BUSY], ["2026-W36", QUIET]] as const) {
    await storeHour(temp.path, name, dump);
  }
  const shown = (reports: VerifiedReport[]) =>
    reports.map(({ period, edition, problems, warnings }) => [
      entryKey(period, edition),
      problems.length,
      warnings.length,
    ]);
  assertEquals(shown(await verify(temp.path)), []);
  assertEquals(shown(await verify(temp.path, { edition: "all" })), [
    ["2026/09/2026-09-10T18.all", 0, 0],
    ["2026/09/2026-09-10T19.all", 0, 1],
  ]);
  assertEquals(shown(await verify(temp.path, { unit: "week" })), [
    ["2026/2026-W35", 0, 0],
    ["2026/2026-W36", 0, 0],
  ]);
});

Deno.test("verifyReports() compares an hour with one of its own edition", async () => {
  await using temp = await tempFolder();
  for (const name of ["2026-09-10T18", "2026-09-10T19"]) {
    await storeHour(temp.path, name, BUSY);
    await storeHour(temp.path, name, { ...QUIET, edition: "all" });
  }
  assertEquals((await verify(temp.path, { edition: "any" })).length, 4);
  assertEquals(await warningsOf(temp.path, { edition: "any" }), []);
});

Deno.test("verifyReports() finds what is wrong with a week although its SHA-256 fits", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-W36", { metadata: { rows: 7 } });
  const [{ problems }] = await verifyOne(temp.path, { unit: "week" });
  assertEquals(problems, ["it has 6 rows, its manifest says 7"]);
});

Deno.test("verifyReports() warns of hours that were made of the same dump", async () => {
  await using temp = await tempFolder();
  const source = (hour: string, sha256: string) => ({
    metadata: {
      sources: [{ hour, url: "dump", bytes: 9, sha256, etag: null, last_modified: null }],
    },
  });
  const digest = "e".repeat(64);
  await storeHour(temp.path, "2026-09-10T18", source("2026-09-10T18", digest));
  await storeHour(temp.path, "2026-09-10T19", source("2026-09-10T19", "f".repeat(64)));
  await storeHour(temp.path, "2026-09-12T18", source("2026-09-12T18", digest));
  assertEquals(await warningsOf(temp.path), [
    "2026-09-12T18 its dump has the SHA-256 of the dump of 2026-09-10T18",
  ]);
});

Deno.test("verifyReports() warns of dumps with malformed lines and several rows of a page", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, "2026-09-10T18", {
    dump: "en A 1 0\nen A 1 0\nen A 2 0\nx\nen B 3 0\n",
  });
  const [{ problems, warnings }] = await verifyOne(temp.path);
  assertEquals(problems, []);
  assertEquals(warnings, [
    "of the 5 lines of its dump, 1 are malformed",
    "of the 5 lines of its dump, 2 are of a page that has others",
  ]);
});

Deno.test("verifyReports() counts what cannot be read, and goes on", async () => {
  await using temp = await tempFolder();
  const [broken, denied, fine] = ["2026-09-10T18", "2026-09-10T19", "2026-09-10T20"];
  for (const name of [broken, denied, fine]) await storeHour(temp.path, name!);
  class Unreadable extends WatchedStore {
    override async read(key: string) {
      if (key.endsWith(broken!)) {
        throw new StoreError('Cannot read "a.csv": the disk is ill', "EIO");
      }
      return await super.read(key);
    }
    override async readManifest(key: string) {
      if (key.endsWith(denied!)) {
        throw new StoreError('Cannot read "b": permission denied', "EACCES");
      }
      return await super.readManifest(key);
    }
  }
  const now = new Date("2026-09-15");
  const reports = await Array.fromAsync(verifyReports(new Unreadable(temp.path), { now }));
  assertEquals(reports.map(({ period, problems }) => [`${period}`, ...problems]), [
    [broken, 'Cannot read "a.csv": the disk is ill'],
    [denied, 'it is not finished: cannot read "b": permission denied'],
    [fine],
  ]);
});
