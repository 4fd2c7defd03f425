import { assert, assertEquals } from "@std/assert";
import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Bytes } from "../../dump/bytes.ts";
import { type Report, rowsOf } from "../../mod.ts";
import { nastyReport, reportOf } from "../../testing/nasty_report.ts";
import { COLUMNS } from "../columns.ts";
import { encodeParquet, type ParquetOptions } from "./parquet.ts";

const ZSTD = (bytes: Uint8Array) => new Uint8Array(zstdCompressSync(bytes));
/** Left to itself, hyparquet takes a byte order mark off the beginning of a title. */
const PARSERS = {
  stringFromBytes: (bytes: Uint8Array) =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
};
const UNPACK = { ZSTD: (bytes: Uint8Array) => new Uint8Array(zstdDecompressSync(bytes)) };

async function encode(reports: Report[], options?: ParquetOptions): Promise<Bytes> {
  async function* all() {
    yield* reports;
  }
  const chunks: Bytes[] = [];
  for await (const chunk of encodeParquet(all(), options)) chunks.push(chunk);
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** The rows of reports as a reader is to have them. */
function expectedRows(reports: Report[]): Record<string, unknown>[] {
  return reports.flatMap((report) =>
    Array.from(
      rowsOf(report),
      (row) =>
        Object.fromEntries(COLUMNS.map(({ name, type, bits, read }) => {
          const value = read(row);
          if (type === "instant") return [name, new Date(String(value))];
          const isLong = type === "integer" && bits !== 32 && value !== null;
          return [name, isLong ? BigInt(value) : value];
        })),
    )
  );
}

Deno.test("encodeParquet() writes what hyparquet reads, with zstd and without", async () => {
  const report = nastyReport();
  for (const options of [{}, { zstd: ZSTD }]) {
    const { buffer: file } = await encode([report], options);
    const rows = await parquetReadObjects({ file, compressors: UNPACK, parsers: PARSERS });
    assertEquals(rows, expectedRows([report]));
  }
});

Deno.test("encodeParquet() says what type each column has", async () => {
  const { buffer: file } = await encode([nastyReport()]);
  const { children } = parquetSchema(parquetMetadata(file));
  const types = children.map(({ element: { name, type, repetition_type, logical_type } }) => [
    name,
    type,
    repetition_type,
    logical_type,
  ]);
  assertEquals(types.length, COLUMNS.length);
  const typeOf = (wanted: string) => types.find(([name]) => name === wanted)!.slice(1);
  const micros = { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MICROS" } as const;
  assertEquals(typeOf("period_start"), ["INT64", "REQUIRED", micros]);
  assertEquals(typeOf("rank"), ["INT32", "REQUIRED", undefined]);
  assertEquals(typeOf("views"), ["INT64", "REQUIRED", undefined]);
  assertEquals(typeOf("mobile_share"), ["DOUBLE", "OPTIONAL", undefined]);
  assertEquals(typeOf("title"), ["BYTE_ARRAY", "REQUIRED", { type: "STRING" }]);
});

Deno.test("encodeParquet() writes a row group for each report, with what readers skip by", async () => {
  const page = { rank: 1, views: 7, title: "A" };
  const reports = [
    reportOf([{ code: "de", views: 9, pages: [page] }, { code: "en", views: 9, pages: [page] }]),
    reportOf([{ code: "fr", views: 9, pages: [] }]),
    reportOf([{ code: "fr", views: 9, pages: [{ ...page, views: 8 }] }]),
  ];
  const { buffer: file } = await encode(reports, { zstd: ZSTD });
  const { row_groups, created_by } = parquetMetadata(file);
  const found = row_groups.map(({ columns, num_rows, sorting_columns }) => ({
    num_rows,
    sorted: sorting_columns?.map(({ column_idx, descending }) => [
      COLUMNS[column_idx]?.name,
      descending,
    ]),
    domains: columns
      .filter(({ meta_data }) => meta_data?.path_in_schema[0] === "domain_code")
      .map(({ meta_data }) => [meta_data?.statistics?.min_value, meta_data?.statistics?.max_value]),
    codecs: [...new Set(columns.map(({ meta_data }) => meta_data?.codec))],
  }));
  const sorted = [["domain_code", false], ["rank", false]];
  assertEquals(found, [
    { num_rows: 2n, sorted, domains: [["de", "en"]], codecs: ["ZSTD"] },
    { num_rows: 1n, sorted, domains: [["fr", "fr"]], codecs: ["ZSTD"] },
  ]);
  assertEquals(created_by, "wikitop");
  assertEquals(
    await parquetReadObjects({ file, compressors: UNPACK, parsers: PARSERS }),
    expectedRows(reports),
  );
});

Deno.test("encodeParquet() writes a file without rows, and columns that are chosen", async () => {
  const { buffer: empty } = await encode([reportOf([])]);
  assertEquals(await parquetReadObjects({ file: empty }), []);
  const columns = COLUMNS.filter(({ name }) => ["rank", "title"].includes(name));
  const { buffer: file } = await encode([nastyReport()], { columns });
  const [row] = await parquetReadObjects({ file });
  assertEquals(Object.keys(row!), ["rank", "title"]);
});

Deno.test("encodeParquet() gives the same bytes for the same report", async () => {
  const [first, second] = [await encode([nastyReport()]), await encode([nastyReport()])];
  assert(first.every((byte, i) => byte === second[i]) && first.length === second.length);
});
