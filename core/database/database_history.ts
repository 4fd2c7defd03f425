import {
  type Findings,
  type FoundTops,
  type History,
  HistoryError,
  type TopPlace,
  type WantedPage,
  type WantedTops,
} from "../archive/history.ts";
import type { FoundPages } from "../archive/page_history.ts";
import { domainsOf } from "../archive/project_domains.ts";
import { TimeSlice } from "../async/time_slice.ts";
import type { Edition } from "../rank/edition.ts";
import { Hour, type HourRange } from "../time/hour.ts";
import type { Unit } from "../time/period.ts";
import { columnsOf } from "../report/columns.ts";
import { projectPattern } from "../wiki/domain_pattern.ts";
import { readProject } from "../wiki/written_project.ts";
import { DatabaseError, type ReadableDatabase } from "./database.ts";
import { heldText } from "./rows.ts";

/** How many periods are asked for at a time: a file's database answers on the thread of the others. */
const AT_A_TIME = 2000;

/** A period of the database. */
interface Loaded {
  id: number;
  label: string;
}

/** A domain of a period, and a place in it, if there is one. */
interface Line {
  code: string;
  project: string;
  place: TopPlace | undefined;
}

/** Which places are wanted. */
interface Condition {
  /** The keys of the domains. */
  projects: readonly number[];
  /** What tells them from others, in the words of SQL. */
  condition: string;
  /** The values in it. */
  values?: readonly (string | number)[];
}

/** Looks back on the reports of a database, over any range. */
export class DatabaseHistory implements History {
  readonly kind = "database";
  readonly nothing = 'nothing of that is in the database; "wikitop load" puts there what is stored';
  readonly #database: ReadableDatabase;

  /** Takes a database, which whoever opened it closes. */
  constructor(database: ReadableDatabase) {
    this.#database = database;
  }

  async newest(): Promise<Hour | undefined> {
    const [found] = await this.#query(
      `SELECT label FROM period WHERE unit = 'hour' AND edition = 'each'
       ORDER BY period_end DESC LIMIT 1`,
      [],
    );
    return found && Hour.parse(String(found.label));
  }

  async page(
    { project, unit, title }: WantedPage,
    range: HourRange,
  ): Promise<Findings<FoundPages>> {
    const isOfMany = project.includes("*");
    const last = isOfMany ? 1 : undefined;
    const periods = await this.#periods({ unit, edition: "each", last }, range);
    const projects = await this.#projectIds(project);
    const pages = await this.#pageIds(projects, title);
    const condition = pages.length === 0 ? "FALSE" : `ranking.page_id IN (${pages})`;
    const lines = await this.#lines(periods, { projects, condition });
    const found = periods.map(({ id, label: hour }): FoundPages => {
      const pages: FoundPages["pages"] = new Map();
      for (const [code, [first]] of meantIn(lines.get(id), project)) {
        if (first !== undefined || !isOfMany) pages.set(code, first);
      }
      return { hour, pages };
    });
    return { found, names: () => this.#names(periods.at(-1)) };
  }

  async tops(
    { project, unit, edition, last, top }: WantedTops,
    range: HourRange,
  ): Promise<Findings<FoundTops>> {
    const periods = await this.#periods({ unit, edition, last }, range);
    const projects = await this.#projectIds(project);
    const condition = `ranking.rank <= $1 AND ranking.project_id IN (${projects})`;
    const lines = await this.#lines(periods, { projects, condition, values: [top] });
    const found = periods.map(({ id, label: period }): FoundTops => {
      const tops: FoundTops["tops"] = new Map();
      for (const [code, places] of meantIn(lines.get(id), project)) tops.set(code, places);
      return { period, tops };
    });
    return { found, names: () => this.#names(periods.at(-1)) };
  }

  /** The periods of a range, or the newest so many of them, in order. */
  async #periods(
    { unit, edition, last }: { unit: Unit; edition: Edition; last?: number | undefined },
    range: HourRange,
  ): Promise<Loaded[]> {
    const [start, end] = [range.first.start, range.last.end];
    // That a period ends behind the start follows, and is what the index is of.
    const rows = await this.#query(
      `SELECT period_id, label FROM period WHERE unit = $1 AND edition = $2
       AND period_end > $3 AND period_end <= $4 AND period_start >= $3
       ORDER BY period_end DESC ${last === undefined ? "" : `LIMIT ${last}`}`,
      [unit, edition, start, end],
    );
    return rows.map(({ period_id, label }) => ({ id: Number(period_id), label: String(label) }))
      .reverse();
  }

  /**
   * What periods have of a project, by their keys: a line for each place that meets a condition, and one
   * for each domain without any.
   */
  async #lines(
    periods: readonly Loaded[],
    { projects, condition, values = [] }: Condition,
  ): Promise<Map<number, Line[]>> {
    const lines = new Map<number, Line[]>();
    if (projects.length === 0) return lines;
    const slice = new TimeSlice();
    for (let at = 0; at < periods.length; at += AT_A_TIME) {
      await slice.check();
      const keys = periods.slice(at, at + AT_A_TIME).map(({ id }) => id);
      const rows = await this.#query(
        `SELECT total.period_id, domain_code, project, ${PLACES.map((name) => `place.${name}`)}
         FROM total JOIN project ON project.project_id = total.project_id
         LEFT JOIN (
           SELECT ranking.period_id, ranking.project_id, ${PLACES}
           FROM ranking JOIN page ON page.page_id = ranking.page_id
           WHERE ${condition} AND ranking.period_id IN (${keys})
         ) AS place ON place.period_id = total.period_id AND place.project_id = total.project_id
         WHERE total.project_id IN (${projects}) AND total.period_id IN (${keys})
         ORDER BY total.period_id, domain_code, place.rank, place.title`,
        values,
      );
      for (const { period_id, domain_code, project, ...place } of rows) {
        const id = Number(period_id);
        if (!lines.has(id)) lines.set(id, []);
        lines.get(id)!.push({
          code: String(domain_code),
          project: String(project),
          place: place.rank === null ? undefined : placeOf(place),
        });
      }
    }
    return lines;
  }

  /** The keys of the domains that a name may mean. */
  async #projectIds(written: string): Promise<number[]> {
    const isOfMany = written.includes("*");
    const rows = isOfMany
      ? await this.#query("SELECT project_id, project FROM project", [])
      : await this.#query(
        "SELECT project_id, project FROM project WHERE domain_code = $1 OR project = $1",
        [readProject(written).project],
      );
    const matches = isOfMany ? projectPattern(written) : () => true;
    return rows.filter(({ project }) => matches(String(project)))
      .map(({ project_id }) => Number(project_id));
  }

  /** The keys of the pages of a title, which are few: a database finds their places by them. */
  async #pageIds(projects: readonly number[], title: string): Promise<number[]> {
    if (projects.length === 0) return [];
    const rows = await this.#query(
      `SELECT page_id FROM page WHERE title = $1 AND project_id IN (${projects})`,
      [heldText(title)],
    );
    return rows.map(({ page_id }) => Number(page_id));
  }

  async #names(period: Loaded | undefined): Promise<string[]> {
    if (period === undefined) return [];
    const rows = await this.#query(
      `SELECT domain_code, project FROM total
       JOIN project ON project.project_id = total.project_id
       WHERE total.period_id = $1 ORDER BY domain_code`,
      [period.id],
    );
    return rows.flatMap(({ domain_code, project }) => [String(domain_code), String(project)]);
  }

  async #query(sql: string, values: readonly (string | number)[]) {
    try {
      return await this.#database.query(sql, values);
    } catch (cause) {
      if (!(cause instanceof DatabaseError)) throw cause;
      throw new HistoryError(cause.message, { cause });
    }
  }
}

/** The columns of a place. */
const PLACES = columnsOf("page").map(({ name }) => name);

/** A place as it is told, from a row. */
function placeOf(row: Record<string, unknown>): TopPlace {
  return Object.fromEntries(
    columnsOf("page").map(({ name, type }) => {
      const value = row[name];
      return [name, value === null || type === "text" ? value : Number(value)];
    }),
  ) as unknown as TopPlace;
}

/** The places of a period in the domains that are meant by a name, by their codes. */
function meantIn(lines: readonly Line[] = [], written: string): Map<string, TopPlace[]> {
  const byCode = Map.groupBy(lines, ({ code }) => code);
  const domains = Array.from(byCode, ([code, [line]]) => ({ code, project: line!.project }));
  const meant = written.includes("*") ? domains : domainsOf(readProject(written).project, domains);
  return new Map(
    meant.map(({ code }) => [code, byCode.get(code)!.flatMap(({ place }) => place ?? [])]),
  );
}
