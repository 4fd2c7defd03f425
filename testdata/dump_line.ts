/** A page of a dump that is to be written. */
export interface DumpRow {
  /** The domain code, empty for Wikifunctions. */
  domain: string;
  /** The page's title, with `_` for spaces. */
  title: string;
  /** How often the page was viewed. */
  views: number;
}

/** How fields are written: `unquoted` until February 2023, `quoted` since. */
export type Era = "unquoted" | "quoted";

/**
 * The line of a row, as the dumps of an era have it.
 *
 * @param row The row.
 * @param era How its fields are written.
 * @returns The line, with the LF that ends it.
 */
export function dumpLine({ domain, title, views }: DumpRow, era: Era): string {
  const write = era === "quoted" ? quoted : (field: string) => field;
  return `${write(domain)} ${write(title)} ${views} 0\n`;
}

/** As a CSV writer does whose separator is a space: what holds no `"` stays as it is. */
function quoted(field: string): string {
  if (field === "") return '""';
  if (!field.includes('"')) return field;
  return `"${field.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
