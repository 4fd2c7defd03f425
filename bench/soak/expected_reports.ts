import { parse } from "@std/csv";
import { SAMPLE } from "../../core/testing/sample.ts";
import type { Hour } from "../../core/mod.ts";
import { fateOf } from "./fate.ts";
import { largeDump } from "./large_dump.ts";

/** A row of a report, all as it is written. */
export interface ExpectedRow {
  readonly code: string;
  readonly project: string;
  readonly access: string;
  readonly rank: string;
  readonly views: string;
  readonly title: string;
}

/** The columns of a row, in the order of a report. */
const COLUMNS = ["code", "project", "access", "rank", "views", "title"] as const;

const HEADER = "hour_start,domain_code,project,access,rank,views,title\n";

/** The reports that are right. */
export class ExpectedReports {
  readonly #sample: readonly ExpectedRow[];
  readonly #large: readonly ExpectedRow[];
  readonly #seed: number;
  /** Texts that were written before, with the beginning of no hour in particular. */
  readonly #texts: Map<string, string> = new Map();

  /**
   * Constructs a new instance.
   *
   * @param seed The seed of the soak.
   */
  constructor(seed: number) {
    this.#seed = seed;
    this.#large = largeDump().rows;
    const [_header, ...rows] = parse(Deno.readTextFileSync(SAMPLE.expected));
    this.#sample = rows.map(([_start, code, project, access, rank, views, title]) => ({
      ...{ code, project, access, rank, views, title },
    }));
  }

  /**
   * The rows of an hour's report.
   *
   * @param hour An hour that can be made.
   * @returns The rows.
   */
  rows(hour: Hour): readonly ExpectedRow[] {
    return fateOf(hour, this.#seed) === "large" ? this.#large : this.#sample;
  }

  /**
   * The report of an hour, or a part of it, as CSV.
   *
   * @param hour An hour that can be made.
   * @param part The name of the part.
   * @param has Which rows it has.
   * @returns The text.
   */
  csv(hour: Hour, part: string, has: (row: ExpectedRow) => boolean): string {
    const rows = this.rows(hour);
    const key = `${rows.length} ${part}`;
    let text = this.#texts.get(key);
    if (text === undefined) {
      text = toCsv("HOUR", rows.filter(has));
      this.#texts.set(key, text);
    }
    return text.replaceAll(/^HOUR/gm, hour.start);
  }
}

/**
 * Writes rows as CSV.
 *
 * @param start When their hour begins.
 * @param rows The rows.
 * @returns The text.
 */
export function toCsv(start: string, rows: readonly ExpectedRow[]): string {
  return HEADER + rows.map((row) => {
    const fields = COLUMNS.map((column) => quoted(row[column]));
    return `${start},${fields.join(",")}\n`;
  }).join("");
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
