import { assert, assertEquals } from "@std/assert";
import { gunzipSync } from "node:zlib";
import type { Bytes } from "../dump/bytes.ts";
import { openReport, parsePeriod, type StoredReport } from "../mod.ts";
import { nastyReport, reportOf } from "../testing/nasty_report.ts";
import { storeHour, storeIn, storeReport } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { encodeFile } from "./encode_file.ts";
import type { ExportForm } from "./export_file.ts";

const LABELS = ["2026-09-10T17", "2026-09-10T18"];

/** What a file of the stored reports is, as it is for people or as bytes. */
async function encode(folder: string, form: Partial<ExportForm>): Promise<Bytes> {
  const store = storeIn(folder);
  async function* reports(): AsyncGenerator<StoredReport> {
    for (const label of LABELS) {
      const report = await openReport(store, parsePeriod(label));
      if (report !== undefined) yield report;
    }
  }
  const chunks: Bytes[] = [];
  for await (const chunk of encodeFile(reports(), { format: "csv", layout: "flat", ...form })) {
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

Deno.test("encodeFile() writes what is stored, with one line of names for all", async () => {
  await using temp = await tempFolder();
  for (const label of LABELS) await storeHour(temp.path, label);
  const [first, second] = await Promise.all(
    LABELS.map((label) => Deno.readTextFile(`${temp.path}/2026/09/${label}.csv`)),
  );
  const rest = second!.slice(second!.indexOf("\n") + 1);
  assertEquals(decode(await encode(temp.path, {})), first! + rest);
});

Deno.test("encodeFile() writes hive files without what their folders say", async () => {
  await using temp = await tempFolder();
  await storeHour(temp.path, LABELS[0]!, { dump: "en Ada_Lovelace 40 0\n" });
  assertEquals(
    decode(await encode(temp.path, { layout: "hive" })),
    "period_start,domain_code,project,access,rank,views,title,mobile_share,flags\n" +
      '2026-09-10T16:00:00Z,en,en.wikipedia,desktop,1,40,Ada_Lovelace,,""\n',
  );
  const row = JSON.parse(decode(await encode(temp.path, { layout: "hive", format: "ndjson" })));
  assertEquals([row.unit, row.rank], [undefined, 1]);
});

Deno.test("encodeFile() writes CSV as one gzip member without name and time", async () => {
  await using temp = await tempFolder();
  for (const label of LABELS) await storeHour(temp.path, label);
  const packed = await encode(temp.path, { format: "csv.gz" });
  assertEquals([...packed.subarray(0, 8)], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
  // Deno's own gunzip refuses a second member.
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  assertEquals(await new Response(plain).text(), decode(await encode(temp.path, {})));
  assertEquals(decode(gunzipSync(packed)), decode(await encode(temp.path, {})));
});

Deno.test("encodeFile() guards what spreadsheets take for formulas, if it is told to", async () => {
  await using temp = await tempFolder();
  const titles = ["=HYPERLINK(A1)", '=1+"2"', "+1", "-1", "@a", "\tb", "\rc", "A=1", "'", "日本"];
  const pages = titles.map((title, i) => ({ rank: i + 1, views: 100 - i, title }));
  await storeReport(temp.path, reportOf([{ code: "en", views: 9, pages }]));
  const text = decode(await encode(temp.path, { spreadsheetSafe: true }));
  assert(text.startsWith("\ufeffunit,"));
  assertEquals(
    text.trimEnd().split("\n").slice(1).map((line) => line.split(",").slice(7, -2).join(",")),
    [
      "'=HYPERLINK(A1)",
      `"'=1+""2"""`,
      "'+1",
      "'-1",
      "'@a",
      "'\tb",
      `"'\rc"`,
      "A=1",
      "'",
      "日本",
    ],
  );
  assert(decode(await encode(temp.path, {})).includes(",=HYPERLINK(A1),,"));
});

Deno.test("encodeFile() writes NDJSON of several reports, and JSON as it is printed", async () => {
  await using temp = await tempFolder();
  for (const label of LABELS) await storeHour(temp.path, label);
  const lines = decode(await encode(temp.path, { format: "ndjson" })).trimEnd().split("\n");
  const starts = lines.map((line) => JSON.parse(line).period_start);
  assertEquals([...new Set(starts)], ["2026-09-10T16:00:00Z", "2026-09-10T17:00:00Z"]);
  await using other = await tempFolder();
  await storeHour(other.path, LABELS[0]!);
  const document = JSON.parse(decode(await encode(other.path, { format: "json" })));
  assertEquals([document.period, document.domains.length], [LABELS[0], 3]);
});

Deno.test("encodeFile() gives the same bytes for the same reports in every format", async () => {
  await using temp = await tempFolder();
  await storeReport(temp.path, nastyReport());
  for (const format of ["csv", "csv.gz", "ndjson", "json", "parquet"] as const) {
    assertEquals(await encode(temp.path, { format }), await encode(temp.path, { format }), format);
  }
});
