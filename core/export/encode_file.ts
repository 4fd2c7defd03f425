import type { StoredReport } from "../archive/open.ts";
import type { Bytes } from "../dump/bytes.ts";
import { COLUMNS } from "../report/columns.ts";
import { encodeCsv } from "../report/csv.ts";
import { type Chunk, joinChunks } from "../report/encode.ts";
import type { FileFormat } from "../report/formats/format.ts";
import { encodeJson } from "../report/formats/json.ts";
import { encodeNdjson } from "../report/formats/ndjson.ts";
import type { ParquetOptions } from "../report/formats/parquet.ts";
import type { Report } from "../report/report.ts";
import { columnsIn, type ExportForm } from "./export_file.ts";
import { BYTE_ORDER_MARK, spreadsheetSafe } from "./spreadsheet_safe.ts";

const LF = 0x0a;

/** Whether a file of a format can hold the reports of several periods. */
export function holdsSeveral(format: FileFormat): boolean {
  return format !== "json"; // One document is of one report.
}

/** What files are like, as far as their bytes are concerned. */
type BytesForm = Pick<ExportForm, "format" | "layout" | "spreadsheetSafe">;

/**
 * Writes the reports of a file down, one after the other: no more than one of them is in memory. The
 * same reports give the same bytes.
 */
export async function* encodeFile(
  reports: AsyncIterable<StoredReport>,
  form: BytesForm,
  options: Pick<ParquetOptions, "zstd"> = {},
): AsyncGenerator<Bytes> {
  const columns = columnsIn(form);
  switch (form.format) {
    case "csv":
      return yield* csvOf(reports, form);
    case "csv.gz":
      return yield* gzip(csvOf(reports, form));
    case "ndjson":
      return yield* joined(reports, (report) => encodeNdjson(report, columns));
    case "json":
      return yield* joined(reports, encodeJson);
    case "parquet": {
      // Who wants another format, or no export at all, does not load it.
      const { encodeParquet } = await import("../report/formats/parquet.ts");
      yield* encodeParquet(readAll(reports), { ...options, columns });
    }
  }
}

async function* readAll(reports: AsyncIterable<StoredReport>): AsyncGenerator<Report> {
  for await (const stored of reports) yield await stored.report();
}

async function* joined(
  reports: AsyncIterable<StoredReport>,
  encode: (report: Report) => Iterable<Chunk>,
): AsyncGenerator<Bytes> {
  for await (const report of readAll(reports)) yield (await joinChunks(encode(report))).content;
}

/** CSV is what is stored: its bytes are taken as they are, unless they are to be others. */
async function* csvOf(
  reports: AsyncIterable<StoredReport>,
  form: BytesForm,
): AsyncGenerator<Bytes> {
  const columns = columnsIn(form);
  const encode = async (stored: StoredReport) => {
    if (!form.spreadsheetSafe && columns === COLUMNS) return await stored.content();
    const report = await stored.report();
    const shown = form.spreadsheetSafe ? spreadsheetSafe(report) : report;
    return (await joinChunks(encodeCsv(shown, columns))).content;
  };
  let isFirst = true;
  for await (const stored of reports) {
    const content = await encode(stored);
    if (isFirst && form.spreadsheetSafe) yield BYTE_ORDER_MARK;
    // The names of the columns stand in the first line, and there alone.
    yield isFirst ? content : content.subarray(content.indexOf(LF) + 1);
    isFirst = false;
  }
}

/** Packs bytes into one gzip member, whose header has neither a name nor a time. */
async function* gzip(chunks: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  const iterator = chunks[Symbol.asyncIterator]();
  const plain = new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  }, { highWaterMark: 0 });
  const reader = plain.pipeThrough(new CompressionStream("gzip")).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
