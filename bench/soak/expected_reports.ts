import { parse } from "@std/csv";
import { gzipSync } from "node:zlib";
import { Hour } from "../../core/mod.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { dumpText, type RowTuple } from "../../testdata/dump_text.ts";
import { scenarioOf } from "./scenarios.ts";

/** A row of a report, all as it is written. */
export interface ExpectedRow {
  readonly code: string;
  readonly project: string;
  readonly access: string;
  readonly rank: string;
  readonly views: string;
  readonly title: string;
  readonly flags: string;
}

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

/** The whole report, as those get it who ask for nothing else. */
export const WHOLE: ReportForm = { query: "", format: "json", has: all };

/** The forms that clients ask for; every hour of the soak has something of each. */
export const REPORT_FORMS: readonly ReportForm[] = [
  WHOLE,
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

/** The reports that are right. */
export class ExpectedReports {
  readonly #sample: readonly ExpectedRow[];
  readonly #large: readonly ExpectedRow[];
  readonly #seed: number;
  /** Texts that were written before, with the beginning of no hour in particular. */
  readonly #texts: Map<string, string> = new Map();

  constructor(seed: number) {
    this.#seed = seed;
    this.#large = largeDump().rows;
    const [_header, ...records] = parse(Deno.readTextFileSync(SAMPLE.expected));
    this.#sample = records.map((record) => {
      const [_unit, _start, code, project, access, rank, views, title, , flags] = record as Fields;
      return { code, project, access, rank, views, title, flags };
    });
  }

  /** The rows of the report of an hour that can be made. */
  rows(hour: Hour): readonly ExpectedRow[] {
    return scenarioOf(hour, this.#seed) === "large" ? this.#large : this.#sample;
  }

  /** The part of an hour's report that has some rows, as CSV; its name tells it from others. */
  csv(hour: Hour, part: string, has: (row: ExpectedRow) => boolean): string {
    const rows = this.rows(hour);
    const key = `${rows.length} ${part}`;
    let text = this.#texts.get(key);
    if (text === undefined) {
      text = inCsv(rows.filter(has).map(writtenOf));
      this.#texts.set(key, text);
    }
    return text.replaceAll(/^hour,START/gm, `hour,${hour.start}`);
  }

  /** Says what is wrong with a report as it was answered in a form, `undefined` if nothing is. */
  wrongIn(text: string, name: string, form: ReportForm): string | undefined {
    const hour = Hour.parse(name);
    const right = this.csv(hour, `${form.has}`, form.has);
    const is = form.format === "csv" ? text : inCsv(recordsOf(text, name, form.format));
    if (is === right) return undefined;
    const [lines, rightLines] = [is.split("\n"), right.split("\n")];
    const at = rightLines.findIndex((line, i) => line !== lines[i]);
    return `${lines.length} lines instead of ${rightLines.length}; line ${at + 1} is ` +
      `"${lines[at]}" instead of "${rightLines[at]}"`;
  }
}

/** The records of a report in another form than CSV, each with all columns. */
function recordsOf(text: string, name: string, format: "json" | "ndjson"): Written[] {
  if (format === "ndjson") return text.trimEnd().split("\n").map((line) => JSON.parse(line));
  const { period, unit, period_start, domains } = JSON.parse(text);
  if (period !== name) throw new Error(`The report of "${name}" is of "${period}"`);
  return domains.flatMap(({ pages, ...domain }: { pages: Written[] }) =>
    pages.map((page) => ({ unit, period_start, ...domain, ...page }))
  );
}

/** A row as it is written, by the names of the columns. */
type Written = Readonly<Record<string, unknown>>;

const COLUMNS = "unit,period_start,domain_code,project,access,rank,views,title,mobile_share,flags"
  .split(",");

/** The fields of a line of CSV. */
type Fields = [string, string, string, string, string, string, string, string, string, string];

function writtenOf(row: ExpectedRow): Written {
  const known = { unit: "hour", period_start: "START", domain_code: row.code, mobile_share: null };
  return { ...known, ...row };
}

function inCsv(records: readonly Written[]): string {
  const lines = records.map((record) => COLUMNS.map((name) => quoted(record[name])));
  return [COLUMNS, ...lines].map((fields) => `${fields.join(",")}\n`).join("");
}

function quoted(value: unknown): string {
  if (value === null) return "";
  const field = `${value}`;
  return field === "" || /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** So many languages, each on desktop and mobile, and so many pages of each: as in a real report. */
const LANGUAGES = 250;
const PAGES = 32;
const TOP = 25;

/** A gzipped dump whose report is as long as that of a real hour, and is known without any ranking. */
export function largeDump(): { content: Uint8Array<ArrayBuffer>; rows: readonly ExpectedRow[] } {
  const dump: RowTuple[] = [];
  const rows: ExpectedRow[] = [];
  const codes = Array.from({ length: LANGUAGES }, (_, i) => languageAt(i)).sort();
  for (const language of codes) {
    for (const access of ["desktop", "mobile"]) {
      const code = access === "desktop" ? language : `${language}.m`;
      for (let page = 1; page <= PAGES; page++) {
        // No two pages of a domain have the same views, and so no rule of ties has a say.
        const views = 10_000 - 7 * page;
        const title = `Page_${page * 7919 % 1000}_“${code}”_of_the_${"long_".repeat(3)}list`;
        dump.push([code, title, views]);
        const rank = String(page);
        const row = { code, project: `${language}.wikipedia`, access, rank, views: String(views) };
        if (page <= TOP) rows.push({ ...row, title, flags: "" });
      }
    }
  }
  return { content: new Uint8Array(gzipSync(dumpText(dump, "quoted"))), rows };
}

function languageAt(index: number): string {
  const letter = (number: number) => String.fromCharCode(97 + number % 26);
  return `q${letter(index)}${letter(Math.floor(index / 26))}`;
}
