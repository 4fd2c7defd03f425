import { KNOWN_CODES } from "./known_codes.ts";
import type { NaiveRanking } from "./naive_ranker.ts";

/**
 * The report that a dump is to give, as CSV: by the rules alone, and of codes that are known.
 *
 * @param dumpName The name of the dump's file, which is stamped with the end of its hour.
 * @param ranking The top pages of each domain.
 * @returns The report.
 */
export function naiveReport(dumpName: string, ranking: NaiveRanking): string {
  const [, year, month, day, hour] = /-(\d{4})(\d{2})(\d{2})-(\d{2})0000/.exec(dumpName)!;
  const start = new Date(Date.UTC(+year!, +month! - 1, +day!, +hour! - 1));
  const periodStart = start.toISOString().replace(".000", "");

  const lines = [[
    "unit",
    "period_start",
    "domain_code",
    "project",
    "access",
    "rank",
    "views",
    "title",
  ]];
  for (const { code, pages } of ranking.domains) {
    const [project, access] = KNOWN_CODES[code]!;
    for (const { rank, views, title } of pages) {
      lines.push(["hour", periodStart, code, project, access, String(rank), String(views), title]);
    }
  }
  return lines.map((fields) => fields.map(csvField).join(",") + "\n").join("");
}

/** Many readers take an empty field for an absent value, and only a quoted one for an empty text. */
function csvField(text: string): string {
  return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
