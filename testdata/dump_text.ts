/** How fields are written: `unquoted` until February 2023, `quoted` since. */
export type Era = "unquoted" | "quoted";

/** A row of a dump; the domain code is empty for Wikifunctions, the title has `_` for spaces. */
export type RowTuple = [domain: string, title: string, views: number];

/**
 * The text of a dump: all rows in the order of their domain codes and titles, as in real dumps,
 * with their fields written as an era has them.
 */
export function dumpText(rows: readonly RowTuple[], era: Era): string {
  const write = era === "quoted" ? quoted : (field: string) => field;
  return rows
    .toSorted(([domain, title], [other, next]) => byBytes(domain, other) || byBytes(title, next))
    .map(([domain, title, views]) => `${write(domain)} ${write(title)} ${views} 0\n`)
    .join("");
}

/** As a CSV writer does whose separator is a space: what holds no `"` stays as it is. */
function quoted(field: string): string {
  if (field === "") return '""';
  if (!field.includes('"')) return field;
  return `"${field.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** Code points sort as their UTF-8 does; UTF-16, in which strings compare, does not. */
function byBytes(a: string, b: string): number {
  const x = Array.from(a, (char) => char.codePointAt(0)!);
  const y = Array.from(b, (char) => char.codePointAt(0)!);
  const differs = x.findIndex((point, i) => point !== y[i]);
  return differs < 0 ? x.length - y.length : x[differs]! - (y[differs] ?? -1);
}
