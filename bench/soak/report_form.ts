import { Hour } from "../../core/mod.ts";
import { type ExpectedReports, type ExpectedRow, toCsv } from "./expected_reports.ts";

/** A form in which a report can be asked for. */
export interface ReportForm {
  /** The query, with its question mark. */
  readonly query: string;
  /** The header `Accept`. */
  readonly accept?: string;
  /** How it is written. */
  readonly format: "json" | "csv" | "ndjson";
  /** Which rows it has. */
  has(row: ExpectedRow): boolean;
}

const all = () => true;

/** The forms that clients ask for; every hour of the soak has something of each. */
export const REPORT_FORMS: readonly ReportForm[] = [
  { query: "", format: "json", has: all },
  { query: "?format=csv", format: "csv", has: all },
  { query: "", accept: "text/csv", format: "csv", has: all },
  { query: "", accept: "application/x-ndjson", format: "ndjson", has: all },
  { query: "?top=5", format: "json", has: ({ rank }) => Number(rank) <= 5 },
  { query: "?access=mobile", format: "json", has: ({ access }) => access === "mobile" },
  {
    query: "?access=desktop&top=3&format=csv",
    format: "csv",
    has: ({ access, rank }) => access === "desktop" && Number(rank) <= 3,
  },
  {
    query: "?domain=*.m&format=ndjson",
    format: "ndjson",
    has: ({ code }) => code.endsWith(".m"),
  },
];

/** The forms of large reports that are asked for: not so many that they drive all others out. */
export const LARGE_FORMS: readonly ReportForm[] = REPORT_FORMS.filter(({ query, accept }) =>
  accept === undefined && ["", "?format=csv", "?top=5"].includes(query)
);

/** Forms that only hours of the sample have something of. */
export const SAMPLE_FORMS: readonly ReportForm[] = [
  { query: "?domain=en", format: "json", has: ({ code }) => code === "en" },
  {
    query: "?domain=en,de.m&top=10",
    format: "json",
    has: ({ code, rank }) => ["en", "de.m"].includes(code) && Number(rank) <= 10,
  },
  {
    query: "?project=en.wikipedia&format=csv",
    format: "csv",
    has: ({ project }) => project === "en.wikipedia",
  },
  { query: "?domain=ja.m", accept: "text/csv", format: "csv", has: ({ code }) => code === "ja.m" },
];

/**
 * Says what is wrong with a report.
 *
 * @param text The report as it was answered.
 * @param name Its hour.
 * @param form Its form.
 * @param expected What is right.
 * @returns What is wrong, `undefined` if nothing is.
 */
export function wrongIn(
  text: string,
  name: string,
  form: ReportForm,
  expected: ExpectedReports,
): string | undefined {
  const hour = Hour.parse(name);
  const right = expected.csv(hour, `${form.has}`, form.has);
  const rows = form.format === "csv" ? undefined : rowsOf(text, name, form.format);
  const is = rows === undefined ? text : toCsv(hour.start, rows);
  if (is === right) return undefined;
  const [lines, rightLines] = [is.split("\n"), right.split("\n")];
  const at = rightLines.findIndex((line, i) => line !== lines[i]);
  return `${lines.length} lines instead of ${rightLines.length}; line ${at + 1} is ` +
    `"${lines[at]}" instead of "${rightLines[at]}"`;
}

function rowsOf(text: string, name: string, format: "json" | "ndjson"): ExpectedRow[] {
  if (format === "ndjson") {
    return text.trimEnd().split("\n").map((line) => {
      const { domain_code, project, access, rank, views, title } = JSON.parse(line);
      return {
        code: domain_code,
        project,
        access,
        rank: String(rank),
        views: String(views),
        title,
      };
    });
  }
  const report = JSON.parse(text);
  if (report.hour !== name) throw new Error(`The report of "${name}" is of "${report.hour}"`);
  // deno-lint-ignore no-explicit-any
  return report.domains.flatMap(({ domain_code, project, access, pages }: any) =>
    pages.map(({ rank, views, title }: { rank: number; views: number; title: string }) => ({
      ...{ code: domain_code, project, access, rank: String(rank), views: String(views), title },
    }))
  );
}
