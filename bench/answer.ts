import { parse } from "@std/csv";

/** Names a column may have, in the order they are kept. */
const COLUMNS = [["domain_code", "domain"], ["rank"], ["views"], ["title"]];

/**
 * A ranking as a contestant gave it: domain code, rank, views and title of every row, in any order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const answer = Answer.fromCsv("title,domain,rank,views\nMain_Page,en,1,9\n");
 * assertEquals(answer.difference(Answer.fromTsv("en\t1\t9\tMain_Page\n")), undefined);
 * assertEquals(
 *   answer.difference(Answer.fromTsv("en\t1\t8\tMain_Page\n")),
 *   '1 row too many, first "en 1 9 Main_Page"; 1 row missing, first "en 1 8 Main_Page"',
 * );
 * ```
 */
export class Answer {
  readonly #rows: ReadonlySet<string>;
  readonly #count: number;

  private constructor(rows: readonly string[]) {
    this.#rows = new Set(rows);
    this.#count = rows.length;
  }

  /** Reads the CSV of a contestant, which has a header; further columns are passed over. */
  static fromCsv(text: string): Answer {
    const [header = [], ...records] = parse(text);
    const places = COLUMNS.map((names) => {
      const at = header.findIndex((column) => names.includes(column));
      if (at < 0) throw new SyntaxError(`Cannot read answer: column "${names[0]}" is missing`);
      return at;
    });
    return new Answer(records.map((record) => places.map((at) => record[at]).join(" ")));
  }

  /** Reads a reference: lines of domain code, rank, views and title with tabs between, no header. */
  static fromTsv(text: string): Answer {
    const lines = text.split("\n").filter((line) => line !== "");
    return new Answer(lines.map((line) => {
      const [domain, rank, views, ...title] = line.split("\t");
      return `${domain} ${rank} ${views} ${title.join("\t")}`;
    }));
  }

  /** Says what is wrong in this one beside the right answer, or `undefined` if nothing is. */
  difference(right: Answer): string | undefined {
    const parts = [
      some("too many", [...this.#rows].filter((row) => !right.#rows.has(row))),
      some("missing", [...right.#rows].filter((row) => !this.#rows.has(row))),
    ].filter((part) => part !== undefined);
    if (parts.length > 0) return parts.join("; ");
    return this.#count === right.#count ? undefined : "rows are there twice";
  }
}

function some(what: string, rows: readonly string[]): string | undefined {
  if (rows.length === 0) return undefined;
  return `${rows.length} ${rows.length === 1 ? "row" : "rows"} ${what}, first "${rows[0]}"`;
}
