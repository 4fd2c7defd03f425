import { dumpLine, type DumpRow, type Era } from "./dump_line.ts";

/** What is on a short list of rows: domain code, title and views. */
export type RowTuple = [domain: string, title: string, views: number];

/**
 * The text of a dump: all rows in the order of their domain codes and titles, as in real dumps.
 *
 * @param rows The rows in any order.
 * @param era How their fields are written.
 * @returns The lines.
 */
export function dumpText(rows: readonly RowTuple[], era: Era): string {
  return rows
    .map(([domain, title, views]): DumpRow => ({ domain, title, views }))
    .sort((a, b) => byBytes(a.domain, b.domain) || byBytes(a.title, b.title))
    .map((row) => dumpLine(row, era))
    .join("");
}

/** Code points sort as their UTF-8 does; UTF-16, in which strings compare, does not. */
function byBytes(a: string, b: string): number {
  const x = Array.from(a, (char) => char.codePointAt(0)!);
  const y = Array.from(b, (char) => char.codePointAt(0)!);
  const differs = x.findIndex((point, i) => point !== y[i]);
  return differs < 0 ? x.length - y.length : x[differs]! - (y[differs] ?? -1);
}
