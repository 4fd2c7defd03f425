import { type Column, COLUMNS, columnsOf } from "../report/columns.ts";

/** A kind of SQL, where they differ. */
export interface Dialect {
  /** What a column is whose values are numbered by the database. */
  key: string;
  /** What the columns of a report are, by the type of their values. */
  types: Readonly<Record<Column["type"], string>>;
  /** What compares texts byte by byte. */
  collate: string;
  /** What makes a table without rows of their own, which is in the order of its key. */
  clustered: string;
  /** What says that a column has keys of a table. */
  references(table: string): string;
}

/** SQLite. */
export const SQLITE: Dialect = {
  key: "INTEGER PRIMARY KEY",
  types: { text: "TEXT", instant: "TEXT", integer: "INTEGER", number: "REAL" },
  collate: "",
  clustered: " WITHOUT ROWID",
  references: (table) => ` REFERENCES ${table}`,
};

/**
 * PostgreSQL. It is not told which columns are keys of other tables: to look each one up takes longer
 * than all the rest of a load, whose keys come from these very tables.
 */
export const POSTGRES: Dialect = {
  key: "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
  types: { text: "text", instant: "timestamptz", integer: "bigint", number: "double precision" },
  collate: ' COLLATE "C"',
  clustered: "",
  references: () => "",
};

/** The columns of a report that its rows in the table `period` have. */
export const PERIOD_COLUMNS: readonly Column[] = columnsOf("report");

/** Those that the rows of the table `project` have: a domain code, and what it stands for. */
export const PROJECT_COLUMNS: readonly Column[] = columnsOf("domain");

/** Those that the rows of the table `ranking` have; titles stand in `page`. */
export const RANKING_COLUMNS: readonly Column[] = columnsOf("page")
  .filter(({ name }) => name !== "title");

/** Raised whenever a table or view changes for those who read it, in a way that its columns do not show. */
const SCHEMA_VERSION = 1;

/** By what databases are told apart that have other tables. */
export const SCHEMA: string = `${SCHEMA_VERSION} ${COLUMNS.map(({ name }) => name).join()}`;

/** The statements that make all tables and views where there are none. */
export function schemaOf(dialect: Dialect): string[] {
  return [...tables(dialect), ...views()];
}

function tables({ key, types, collate, clustered, references }: Dialect): string[] {
  const define = (columns: readonly Column[]) =>
    columns.map(({ name, type, isOptional }) =>
      `${name} ${types[type]}${type === "text" ? collate : ""}${isOptional ? "" : " NOT NULL"}`
    );
  const id = types.integer;
  const text = `${types.text}${collate} NOT NULL`;
  const project = PROJECT_COLUMNS.map(({ name }) => name).join(", ");
  const table = (name: string, lines: string[], end = "") =>
    `CREATE TABLE IF NOT EXISTS ${name} (\n  ${lines.join(",\n  ")}\n)${end}`;
  return [
    table("wikitop", [`schema ${text}`]),
    table("project", [`project_id ${key}`, ...define(PROJECT_COLUMNS), `UNIQUE (${project})`]),
    table("page", [
      `page_id ${key}`,
      `project_id ${id} NOT NULL${references("project")}`,
      `title ${text}`,
      "UNIQUE (project_id, title)",
    ]),
    table("period", [
      `period_id ${key}`,
      `label ${text}`,
      `edition ${text}`,
      ...define(PERIOD_COLUMNS),
      `period_end ${types.instant} NOT NULL`,
      `report ${text}`,
      "UNIQUE (label, edition)",
    ]),
    table("ranking", [
      `period_id ${id} NOT NULL${references("period")}`,
      `project_id ${id} NOT NULL${references("project")}`,
      ...define(RANKING_COLUMNS),
      `page_id ${id} NOT NULL${references("page")}`,
      "PRIMARY KEY (period_id, project_id, rank, page_id)",
    ], clustered),
    table("total", [
      `project_id ${id} NOT NULL${references("project")}`,
      `period_id ${id} NOT NULL${references("period")}`,
      `views ${id} NOT NULL`,
      "PRIMARY KEY (project_id, period_id)",
    ], clustered),
    "CREATE INDEX IF NOT EXISTS total_period ON total (period_id)",
    "CREATE INDEX IF NOT EXISTS period_end ON period (unit, edition, period_end)",
    "CREATE INDEX IF NOT EXISTS ranking_page ON ranking (page_id, period_id)",
    "CREATE INDEX IF NOT EXISTS ranking_first ON ranking (project_id, page_id, period_id) " +
    "WHERE rank = 1",
  ];
}

/** The views for the questions that people have. A view that is there already is made anew. */
function views(): string[] {
  const period = ["unit", "edition", "label", "period_start"].map((name) => `period.${name}`);
  const project = PROJECT_COLUMNS.map(({ name }) => `project.${name}`);
  const names = PROJECT_COLUMNS.map(({ name }) => name).join(", ");
  const same = `unit, edition, ${names}, page_id`;
  const which = [...period, ...project].join(", ");
  const facts = RANKING_COLUMNS.map(({ name }) => `ranking.${name}`).join(", ");
  const joined = `ranking
  JOIN period ON period.period_id = ranking.period_id
  JOIN project ON project.project_id = ranking.project_id
  JOIN page ON page.page_id = ranking.page_id`;
  const before = `JOIN period AS before ON before.unit = period.unit
    AND before.edition = period.edition AND before.period_end = period.period_start`;
  return Object.entries({
    page_path: `SELECT ${which}, page.title, ${facts}
FROM ${joined}`,
    new_entries: `SELECT ${which}, page.title, ${facts}
FROM ${joined}
  ${before}
WHERE NOT EXISTS (
  SELECT 1 FROM ranking AS old
  WHERE old.period_id = before.period_id
    AND old.project_id = ranking.project_id AND old.page_id = ranking.page_id
)`,
    // What others choose by is a part of every window, so that a database does no more than it must.
    stays_at_top: `SELECT unit, edition, ${names}, page.title, periods, first_start, last_end
FROM (
  SELECT unit, edition, ${names}, page_id, count(*) AS periods,
    min(period_start) AS first_start, max(period_end) AS last_end
  FROM (
    SELECT places.*, sum(is_first) OVER (PARTITION BY ${same} ORDER BY period_start) AS stay
    FROM (
      SELECT ${same}, period_start, period_end, CASE WHEN period_start = lag(period_end) OVER (
          PARTITION BY ${same} ORDER BY period_start
        ) THEN 0 ELSE 1 END AS is_first
      FROM ranking
        JOIN project ON project.project_id = ranking.project_id
        JOIN period ON period.period_id = ranking.period_id
      WHERE ranking.rank = 1
    ) AS places
  ) AS stays
  GROUP BY ${same}, stay
) AS stay
  JOIN page ON page.page_id = stay.page_id`,
    project_totals: `SELECT ${which}, total.views
FROM total
  JOIN period ON period.period_id = total.period_id
  JOIN project ON project.project_id = total.project_id`,
    movers: `SELECT ${which}, page.title, ranking.rank, old.rank AS rank_before,
  old.rank - ranking.rank AS places_up, ranking.views, old.views AS views_before
FROM ${joined}
  ${before}
  JOIN ranking AS old ON old.period_id = before.period_id
    AND old.project_id = ranking.project_id AND old.page_id = ranking.page_id`,
  }).flatMap(([name, query]) => [
    `DROP VIEW IF EXISTS ${name}`,
    `CREATE VIEW ${name} AS\n${query}`,
  ]);
}
