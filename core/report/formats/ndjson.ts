import { type Column, COLUMNS } from "../columns.ts";
import type { Chunk } from "../encode.ts";
import type { Report } from "../report.ts";
import { jsonLine } from "./json_line.ts";

/**
 * Writes a report as NDJSON: one JSON object a line for each page, with the columns as its keys: all
 * of them if none are named.
 */
export function* encodeNdjson(
  report: Report,
  columns: readonly Column[] = COLUMNS,
): Generator<Chunk> {
  const encoder = new TextEncoder();
  for (const domain of report.domains) {
    let lines = "";
    for (const page of domain.pages) {
      const row = { report, domain, page };
      const values = columns.map(({ name, read }) => [name, read(row)]);
      lines += jsonLine(Object.fromEntries(values));
    }
    yield { code: domain.code, bytes: encoder.encode(lines) };
  }
}
