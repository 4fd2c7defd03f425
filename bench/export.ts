/**
 * Measures the export of one hour in each format, in one process: how long it takes to write, how long
 * the file is, and how long DuckDB takes to count and add it up; and how long SQLite and PostgreSQL
 * take to load it; and how long a bucket of Ceph's takes to store, read and export it, beside a folder.
 * All take turns. `deno task bench:export [ROUNDS]`, with a folder of the real hour in WIKITOP_TEST_DATA.
 * PostgreSQL and Ceph are started where Debian's are installed.
 *
 * @module
 */

import { DuckDBInstance } from "@duckdb/node-api";
import { readyReport, writeReport } from "../core/archive/write.ts";
import { tryLockFile } from "../core/deno/file_lock.ts";
import { encodeFile } from "../core/export/encode_file.ts";
import type { ExportTarget } from "../core/export/target.ts";
import { openReport, type Report, type Store, type StoredReport } from "../core/mod.ts";
import { ExportFolder } from "../core/node/export_folder.ts";
import { PostgresDatabase } from "../core/node/postgres_database.ts";
import { S3Export } from "../core/node/s3_export.ts";
import { openS3Store } from "../core/node/s3_store.ts";
import { SqliteDatabase } from "../core/node/sqlite_database.ts";
import { zstd } from "../core/node/zstd.ts";
import { FILE_FORMATS, type FileFormat } from "../core/report/formats/format.ts";
import { HAS_CEPH, startCeph } from "../core/testing/ceph_server.ts";
import { POSTGRES_PROGRAMS, startPostgres } from "../core/testing/postgres_server.ts";
import { realReport } from "../core/testing/real_report.ts";
import { storeIn, storeReport } from "../core/testing/store_hour.ts";
import { machine } from "./machine.ts";
import { spread } from "./statistics.ts";

/** What DuckDB reads a format with; docs/reading.md says why. */
const READERS: Readonly<Record<FileFormat, (path: string) => string>> = {
  csv: (path) => `read_csv('${path}', header = true, quote = '"', escape = '"', nullstr = '\\0')`,
  "csv.gz": (path) => READERS.csv(path),
  ndjson: (path) => `read_ndjson('${path}')`,
  // One document: its pages lie in its domains.
  json: (path) =>
    `(SELECT unnest(domain.pages, recursive := true) FROM (SELECT unnest(domains) AS domain
       FROM read_json('${path}', maximum_object_size = 100000000)))`,
  parquet: (path) => `read_parquet('${path}')`,
};

const rounds = Number(Deno.args[0] ?? 7);
const folder = await Deno.makeTempDir({ prefix: "wikitop-bench-" });
const report = await realReport();
await storeReport(`${folder}/reports`, report);
const stored = (await openReport(storeIn(`${folder}/reports`), report.period))!;
const instance = await DuckDBInstance.create(":memory:");
const duckdb = await instance.connect();

/** Milliseconds of each round, by what was measured. */
const times = new Map<string, number[]>();
const sizes = new Map<FileFormat, number>();
await using postgres = POSTGRES_PROGRAMS === undefined ? undefined : await startPostgres();
await using ceph = HAS_CEPH ? await startCeph() : undefined;
const places = await openPlaces();
const ready = await readyReport(report);
for (let round = 0; round <= rounds; round++) {
  for (const [name, { store, target }] of places) {
    await timed(`${name} store`, round, () => writeReport(store, ready, stored.manifest.made));
    const there = (await openReport(store, report.period))!;
    await timed(`${name} whole`, round, () => there.content());
    await timed(`${name} domain`, round, () => there.pages("en.m"));
    using _lock = await target.lock();
    await timed(`${name} export`, round, () => target.write("part.parquet", parquet()));
  }
  for (const format of FILE_FORMATS) {
    const path = `${folder}/part.${format}`;
    sizes.set(format, await timed(`${format} write`, round, () => write(path, format)));
    const rows = await timed(`${format} read`, round, () => read(READERS[format](path)));
    if (rows !== stored.manifest.rows) throw new Error(`DuckDB reads ${rows} rows of ${format}`);
  }
  const sqlite = SqliteDatabase.open(`${folder}/${round}.db`);
  await timed("SQLite load", round, () => sqlite.replace(report, "1"));
  await timed("SQLite replace", round, () => sqlite.replace(report, "2"));
  await sqlite.close();
  if (postgres === undefined) continue;
  const server = await PostgresDatabase.open(await postgres.database(), "");
  await timed("PostgreSQL load", round, () => server.replace(report, "1"));
  await timed("PostgreSQL replace", round, () => server.replace(report, "2"));
  await server.close();
}
duckdb.closeSync();
await Deno.remove(folder, { recursive: true });

console.log(`${describe(report)} on ${await machine()}, medians of ${rounds}\n`);
const ofCsv = median("csv write");
console.log("| format | size | written in | of CSV's | read by DuckDB in |");
console.log("| --- | --: | --: | --: | --: |");
for (const [format, bytes] of sizes) {
  const written = median(`${format} write`);
  const cells = [
    `${(bytes / 1e6).toFixed(2)} MB`,
    `${written.toFixed(0)} ms`,
    (written / ofCsv).toFixed(1),
    `${median(`${format} read`).toFixed(0)} ms`,
  ];
  console.log(`| ${format} | ${cells.join(" | ")} |`);
}
console.log("\n| database | loaded in | replaced in |\n| --- | --: | --: |");
for (const name of ["SQLite", "PostgreSQL"]) {
  if (!times.has(`${name} load`)) {
    console.log(`| ${name} | skipped: it is not installed | |`);
    continue;
  }
  const cells = ["load", "replace"].map((what) => `${median(`${name} ${what}`).toFixed(0)} ms`);
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}

console.log("\n| place | stored in | read in | a domain in | exported as Parquet in |");
console.log("| --- | --: | --: | --: | --: |");
for (const name of ["folder", "Ceph"]) {
  const cells = ["store", "whole", "domain", "export"].map((what) =>
    times.has(`${name} ${what}`) ? `${median(`${name} ${what}`).toFixed(1)} ms` : "not installed"
  );
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}

/** Where a store and an export may be. */
async function openPlaces(): Promise<Map<string, { store: Store; target: ExportTarget }>> {
  const locks = { tryLock: tryLockFile };
  const places = new Map<string, { store: Store; target: ExportTarget }>();
  places.set("folder", {
    store: storeIn(`${folder}/place`),
    target: new ExportFolder(`${folder}/lake`, locks),
  });
  if (ceph === undefined) return places;
  for (const [name, value] of Object.entries(ceph.env)) Deno.env.set(name, value);
  const bucket = await ceph.bucket();
  const options = { endpoint: ceph.endpoint, state: `${folder}/state`, locks };
  places.set("Ceph", {
    store: openS3Store(`${bucket}/top`, options).store,
    target: new S3Export(`${bucket}/lake`, options),
  });
  return places;
}

async function* parquet() {
  async function* one(): AsyncGenerator<StoredReport> {
    yield stored;
  }
  yield* encodeFile(one(), { format: "parquet", layout: "flat" }, { zstd });
}

async function write(path: string, format: FileFormat): Promise<number> {
  async function* one(): AsyncGenerator<StoredReport> {
    yield stored;
  }
  using file = await Deno.create(path);
  let bytes = 0;
  for await (const chunk of encodeFile(one(), { format, layout: "flat" }, { zstd })) {
    for (let at = 0; at < chunk.length;) at += await file.write(chunk.subarray(at));
    bytes += chunk.length;
  }
  return bytes;
}

async function read(from: string): Promise<number> {
  const result = await duckdb.runAndReadAll(
    `SELECT count(*), sum(views), max(length(title)) FROM ${from}`,
  );
  return Number(result.getRows()[0]![0]);
}

async function timed<Value>(
  what: string,
  round: number,
  work: () => Promise<Value>,
): Promise<Value> {
  const since = performance.now();
  const value = await work();
  const all = times.get(what) ?? [];
  // The first round warms up.
  times.set(what, round === 0 ? all : [...all, performance.now() - since]);
  return value;
}

function median(what: string): number {
  return spread(times.get(what)!).median;
}

function describe({ period, domains }: Report): string {
  const rows = domains.reduce((sum, { pages }) => sum + pages.length, 0);
  return `${period.unit} ${period}, ${rows} rows,`;
}
