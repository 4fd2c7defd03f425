import { DuckDBInstance } from "@duckdb/node-api";
import { assert, assertEquals } from "@std/assert";
import { tableFromIPC } from "apache-arrow";
import { parquetReadObjects } from "hyparquet";
import { zstdDecompressSync } from "node:zlib";
import { readParquet } from "parquet-wasm/node";
import { openReport, type Report, rowsOf } from "../mod.ts";
import { zstd } from "../node/zstd.ts";
import type { FileFormat } from "../report/formats/format.ts";
import { nastyReport, reportOf } from "../testing/nasty_report.ts";
import { realReport, TEST_DATA } from "../testing/real_report.ts";
import { storeIn, storeReport } from "../testing/store_hour.ts";
import { type TempFolder, tempFolder } from "../testing/temp_folder.ts";
import { encodeFile } from "./encode_file.ts";

/** Titles that readers of CSV have been seen to take for something else. */
const TAKEN_FOR_OTHERS = [
  "NA",
  "null",
  "NULL",
  "nan",
  "007",
  "1e5",
  "-1",
  "true",
  "2026-09-10",
  "∅",
];

/** Everything that is hard to read again, in one report. */
function hardReport(): Report {
  const { domains } = nastyReport();
  const pages = TAKEN_FOR_OTHERS.map((title, i) => ({ rank: i + 1, views: 100 - i, title }));
  return reportOf([...domains, { code: "\u{10ffff}x", views: 1, pages }]);
}

/** The reports that are read by others: the hardest, and the real hour where there is one. */
const REPORTS: Record<string, { read: () => Promise<Report>; ignore?: boolean }> = {
  "titles that are hard to read": { read: () => Promise.resolve(hardReport()) },
  "every title of the real hour": { read: realReport, ignore: TEST_DATA === undefined },
};

/** A file of an export, as `wikitop export` writes it. */
async function exportTo(temp: TempFolder, report: Report, format: FileFormat): Promise<string> {
  await storeReport(`${temp.path}/reports`, report);
  const stored = await openReport(storeIn(`${temp.path}/reports`), report.period);
  async function* one() {
    yield stored!;
  }
  const path = `${temp.path}/part.${format}`;
  using file = await Deno.create(path);
  for await (const chunk of encodeFile(one(), { format, layout: "flat" }, { zstd })) {
    for (let at = 0; at < chunk.length;) at += await file.write(chunk.subarray(at));
  }
  return path;
}

/** One row as text, however a reader gives it. */
function line(values: readonly unknown[]): string {
  return values.map(String).join("\u0001");
}

function assertSameRows(
  found: readonly string[],
  report: Report,
  titleOf: (title: string) => string = (title) => title,
): void {
  const expected = Array.from(
    rowsOf(report),
    ({ domain: { code, project, access }, page }) =>
      line([code, project, access, page.rank, page.views, titleOf(page.title)]),
  );
  assertEquals(found.length, expected.length);
  const differs = found.findIndex((row, i) => row !== expected[i]);
  assertEquals(found[differs], expected[differs]);
}

function hexOf(title: string): string {
  return new TextEncoder().encode(title).toHex().toUpperCase();
}

async function readWithDuckDb(from: string, report: Report): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    // Its client takes a byte order mark off a text, which is none of DuckDB's doing.
    const columns = "domain_code, project, access, rank, views, hex(title)";
    const result = await connection.runAndReadAll(`SELECT ${columns}, period_start FROM ${from}`);
    const rows = result.getRows();
    assertSameRows(rows.map((row) => line(row.slice(0, 6))), report, hexOf);
    const micros = BigInt(Date.parse(report.period.start)) * 1000n;
    const instant = rows[0]![6] as { micros: bigint };
    assertEquals(instant.micros, micros);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** As docs/reading.md has it. */
const CSV_OPTIONS = `header = true, quote = '"', escape = '"', nullstr = '\\0', types = {
  'domain_code': 'VARCHAR', 'title': 'VARCHAR', 'period_start': 'TIMESTAMP'}`;

for (const [what, { read, ignore = false }] of Object.entries(REPORTS)) {
  Deno.test({
    name: `DuckDB reads ${what} from Parquet`,
    ignore,
    async fn() {
      await using temp = await tempFolder();
      const report = await read();
      const path = await exportTo(temp, report, "parquet");
      await readWithDuckDb(`read_parquet('${path}')`, report);
    },
  });

  for (const format of ["csv", "csv.gz"] as const) {
    Deno.test({
      name: `DuckDB reads ${what} from ${format}`,
      ignore,
      async fn() {
        await using temp = await tempFolder();
        const report = await read();
        const path = await exportTo(temp, report, format);
        await readWithDuckDb(`read_csv('${path}', ${CSV_OPTIONS})`, report);
      },
    });
  }

  Deno.test({
    name: `DuckDB reads ${what} from NDJSON`,
    ignore,
    async fn() {
      await using temp = await tempFolder();
      const report = await read();
      const path = await exportTo(temp, report, "ndjson");
      const columns = "{period_start: 'TIMESTAMP', domain_code: 'VARCHAR', project: 'VARCHAR', " +
        "access: 'VARCHAR', rank: 'INTEGER', views: 'BIGINT', title: 'VARCHAR'}";
      await readWithDuckDb(`read_ndjson('${path}', columns = ${columns})`, report);
    },
  });

  Deno.test({
    name: `hyparquet reads ${what}`,
    ignore,
    async fn() {
      await using temp = await tempFolder();
      const report = await read();
      const { buffer: file } = await Deno.readFile(await exportTo(temp, report, "parquet"));
      const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
      const rows = await parquetReadObjects({
        file,
        compressors: { ZSTD: (bytes) => new Uint8Array(zstdDecompressSync(bytes)) },
        parsers: { stringFromBytes: (bytes: Uint8Array) => decoder.decode(bytes) },
      });
      assertSameRows(
        rows.map((row) =>
          line([row.domain_code, row.project, row.access, row.rank, row.views, row.title])
        ),
        report,
      );
      assertEquals(rows[0]!.period_start, new Date(report.period.start));
    },
  });

  Deno.test({
    name: `Arrow's JavaScript reader reads ${what}`,
    ignore,
    async fn() {
      await using temp = await tempFolder();
      const report = await read();
      const bytes = await Deno.readFile(await exportTo(temp, report, "parquet"));
      const table = tableFromIPC(readParquet(bytes).intoIPCStream());
      const columns = ["domain_code", "project", "access", "rank", "views", "title"]
        .map((name) => table.getChild(name)!);
      const rows = Array.from(
        { length: table.numRows },
        (_, i) => line(columns.map((column) => column.get(i))),
      );
      // It takes a byte order mark off the beginning of a text, and has no way to leave it.
      assertSameRows(rows, report, (title) => title.replace(/^\ufeff/, ""));
      const { unit, timezone } = table.getChild("period_start")!.type;
      assertEquals([unit, timezone], [2, "UTC"]); // Microseconds.
      assert(rows.length > 0);
    },
  });
}
