import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import type { Bytes } from "../../dump/bytes.ts";
import { type Column, COLUMNS } from "../columns.ts";
import { type Report, rowsOf } from "../report.ts";

/** Packs bytes, as zstd does. */
export type Compress = (bytes: Uint8Array) => Uint8Array;

/** Options of {@linkcode encodeParquet}. */
export interface ParquetOptions {
  /** zstd, which not every runtime has; snappy is used without it, and files are a third larger. */
  zstd?: Compress | undefined;
  /**
   * The columns.
   *
   * @default {COLUMNS}
   */
  columns?: readonly Column[] | undefined;
}

/** How a column is stored, by the type of its values. */
const ELEMENTS: Readonly<Record<Column["type"], Omit<SchemaElement, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  instant: {
    type: "INT64",
    converted_type: "TIMESTAMP_MICROS",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MICROS" },
  },
  integer: { type: "INT64" },
  number: { type: "DOUBLE" },
};

const DICTIONARY = "RLE_DICTIONARY" as const;

/** By which columns the rows of a report are sorted, which readers are told. */
const SORTED_BY = ["domain_code", "rank"];

/**
 * Writes reports as one Parquet file, each as a row group of its own, so that readers of a file with
 * many hours skip those that they do not want. No more than one report is in memory.
 */
export async function* encodeParquet(
  reports: AsyncIterable<Report>,
  { zstd, columns = COLUMNS }: ParquetOptions = {},
): AsyncGenerator<Bytes> {
  const bytes = new ByteWriter();
  const parquet = new ParquetWriter({
    writer: bytes,
    schema: [{ name: "report", num_children: columns.length }, ...columns.map(elementOf)],
    codec: zstd === undefined ? "SNAPPY" : "ZSTD",
    ...zstd !== undefined && { compressors: { ZSTD: zstd } },
    createdBy: "wikitop",
  });
  for await (const report of reports) {
    const columnData = valuesOf(report, columns);
    const rows = columnData[0]!.data.length;
    if (rows === 0) continue; // A group without rows is none.
    parquet.write({ columnData, rowGroupSize: rows });
    parquet.row_groups.at(-1)!.sorting_columns = SORTED_BY.map((name) => ({
      column_idx: columns.findIndex((column) => column.name === name),
      descending: false,
      nulls_first: false,
    }));
    yield take(bytes);
  }
  parquet.finish();
  yield take(bytes);
}

function elementOf({ name, type, bits = 64, isOptional }: Column): SchemaElement {
  const element = type === "integer" && bits === 32 ? { type: "INT32" as const } : ELEMENTS[type];
  return { name, repetition_type: isOptional ? "OPTIONAL" : "REQUIRED", ...element };
}

/** The values of each column in all rows. */
function valuesOf(report: Report, columns: readonly Column[]): ColumnSource[] {
  const sources = columns.map(({ name, type, scope, bits, read }) => ({
    read,
    store: bits === 32 ? undefined : STORE[type],
    values: [] as unknown[],
    // What is the same for many rows is written once.
    source: { name, ...type === "text" && scope !== "page" && { encoding: DICTIONARY } },
  }));
  for (const row of rowsOf(report)) {
    for (const { read, store, values } of sources) {
      const value = read(row);
      values.push(store === undefined || value === null ? value : store(value));
    }
  }
  return sources.map(({ source, values }) => ({ ...source, data: values }));
}

/** How a value is handed over, where not as it is read. */
const STORE: Readonly<Partial<Record<Column["type"], (value: string | number) => unknown>>> = {
  instant: (value) => BigInt(Date.parse(String(value))) * 1000n,
  integer: (value) => BigInt(value),
};

/** What was written since the last call. The writer goes on counting where it is in the file. */
function take(writer: ByteWriter): Bytes {
  const taken = new Uint8Array(writer.getBytes());
  writer.index = 0;
  return taken;
}
