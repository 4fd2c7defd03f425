import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { EntryName } from "../archive/layout.ts";
import {
  type Database,
  DatabaseError,
  type DatabaseErrorCode,
  emptyDatabase,
  foreignDatabase,
  type ReadableDatabase,
} from "../database/database.ts";
import { periodRow, projectValues, rankingValues, type Value } from "../database/rows.ts";
import { PROJECT_COLUMNS, RANKING_COLUMNS, SCHEMA, schemaOf, SQLITE } from "../database/schema.ts";
import { rethrowPermission } from "../permission_error.ts";
import type { Report } from "../report/report.ts";

/** How long to wait for another process that writes, in milliseconds. */
const PATIENCE_MS = 60_000;

/** A database in one file, by SQLite. */
export class SqliteDatabase implements Database {
  readonly location: string;
  readonly #database: DatabaseSync;
  readonly #statements: Map<string, StatementSync> = new Map();

  /**
   * Opens the database; a file that is not there is made, with its tables.
   *
   * @param path The path of its file.
   * @throws {DatabaseError} If it cannot be used.
   */
  static open(path: string): SqliteDatabase {
    return openFile(path, {}, (database) => {
      // Those who read go on while a report is loaded, and what was committed outlives a kill.
      database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}; PRAGMA journal_mode = WAL`);
      database.exec("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF");
      const opened = new SqliteDatabase(path, database);
      opened.#makeTables();
      return opened;
    });
  }

  /**
   * Opens a database that is there, to read it.
   *
   * @param path The path of its file.
   * @throws {DatabaseError} If it cannot be used, or was never loaded.
   */
  static openToRead(path: string): ReadableDatabase {
    return openFile(path, { readOnly: true }, (database) => {
      database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
      const { tables, noted } = tablesOf(database);
      if (tables.length === 0) throw emptyDatabase(path);
      if (noted !== SCHEMA) throw foreignDatabase(path, noted);
      return new SqliteDatabase(path, database);
    });
  }

  private constructor(path: string, database: DatabaseSync) {
    this.location = path;
    this.#database = database;
  }

  // deno-lint-ignore require-await -- what it throws is to be a rejection
  async query(sql: string, values: readonly Value[]): Promise<Record<string, unknown>[]> {
    const numbered = sql.replaceAll(/\$(\d+)/g, "?$1");
    return this.#attempt("read", () => this.#database.prepare(numbered).all(...values));
  }

  // deno-lint-ignore require-await -- as above
  async loaded({ period, edition }: EntryName): Promise<string | undefined> {
    const found = this.#attempt(
      "read",
      () =>
        this.#prepare("SELECT report FROM period WHERE label = ? AND edition = ?")
          .get(period.label, edition),
    );
    return found && String(found.report);
  }

  // deno-lint-ignore require-await -- as above
  async replace(report: Report, identity: string): Promise<void> {
    this.#attempt("load into", () => this.#transaction(() => this.#replace(report, identity)));
  }

  close(): Promise<void> {
    this.#database.close();
    return Promise.resolve();
  }

  #makeTables(): void {
    this.#transaction(() => {
      const { tables, noted } = tablesOf(this.#database);
      if (noted === SCHEMA) return;
      if (tables.length > 0) throw foreignDatabase(this.location, noted);
      for (const statement of schemaOf(SQLITE)) this.#database.exec(statement);
      this.#database.prepare("INSERT INTO wikitop VALUES (?)").run(SCHEMA);
    });
  }

  #replace(report: Report, identity: string): void {
    const period = this.#periodId(report, identity);
    const names = RANKING_COLUMNS.map(({ name }) => name);
    const places = names.map(() => "?").join(", ");
    const addPage = this.#prepare("INSERT INTO page (project_id, title) VALUES (?, ?)");
    const findPage = this.#prepare(
      "SELECT page_id FROM page WHERE project_id = ? AND title = ?",
    );
    const addRanking = this.#prepare(
      `INSERT INTO ranking (period_id, project_id, page_id, ${names.join(", ")}) ` +
        `VALUES (?, ?, ?, ${places})`,
    );
    const addTotal = this.#prepare("INSERT INTO total VALUES (?, ?, ?)");
    for (const domain of report.domains) {
      const project = this.#projectId(projectValues(report, domain).map(String));
      addTotal.run(project, period, domain.views);
      for (const [title, values] of rankingValues(report, domain)) {
        const page = findPage.get(project, title)?.page_id ??
          addPage.run(project, title).lastInsertRowid;
        addRanking.run(period, project, page as number, ...values);
      }
    }
  }

  /** The key of a period, whose rows are gone. */
  #periodId(report: Report, identity: string): number {
    const row = { ...periodRow(report), report: identity };
    const { label, edition } = row as unknown as Record<string, string>;
    const found = this.#prepare("SELECT period_id FROM period WHERE label = ? AND edition = ?")
      .get(label!, edition!);
    if (found !== undefined) {
      const id = Number(found.period_id);
      this.#prepare("DELETE FROM ranking WHERE period_id = ?").run(id);
      this.#prepare("DELETE FROM total WHERE period_id = ?").run(id);
      this.#prepare("UPDATE period SET report = ? WHERE period_id = ?").run(identity, id);
      return id;
    }
    const names = Object.keys(row);
    const insert = `INSERT INTO period (${names.join(", ")}) VALUES (${names.map(() => "?")})`;
    return Number(this.#prepare(insert).run(...Object.values(row)).lastInsertRowid);
  }

  #projectId(values: string[]): number {
    const names = PROJECT_COLUMNS.map(({ name }) => name);
    const found = this.#prepare(
      `SELECT project_id FROM project WHERE ${names.map((name) => `${name} = ?`).join(" AND ")}`,
    ).get(...values);
    if (found !== undefined) return Number(found.project_id);
    const insert = `INSERT INTO project (${names.join(", ")}) VALUES (${names.map(() => "?")})`;
    return Number(this.#prepare(insert).run(...values).lastInsertRowid);
  }

  #transaction(work: () => void): void {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      work();
      this.#database.exec("COMMIT");
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  #attempt<Value>(action: string, work: () => Value): Value {
    return attempt(action, this.location, work);
  }

  #prepare(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function openFile<Opened>(
  path: string,
  options: { readOnly?: boolean },
  use: (database: DatabaseSync) => Opened,
): Opened {
  return attempt("open", path, () => {
    const database = new DatabaseSync(path, options);
    try {
      return use(database);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** The names of a database's tables, and which schema it notes to have. */
function tablesOf(database: DatabaseSync): { tables: unknown[]; noted: unknown } {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    .map(({ name }) => name);
  const noted = tables.includes("wikitop")
    ? database.prepare("SELECT schema FROM wikitop").get()?.schema
    : undefined;
  return { tables, noted };
}

/** What SQLite says: its codes, see https://sqlite.org/rescode.html, not every runtime hands on. */
const SAID: readonly (readonly [RegExp, DatabaseErrorCode])[] = [
  [/locked|busy/, "database-busy"],
  [/unable to open/, "database-missing"],
  [/not a database/, "database-foreign"],
];

function attempt<Value>(action: string, path: string, work: () => Value): Value {
  try {
    return work();
  } catch (cause) {
    rethrowPermission(cause);
    if (!(cause instanceof Error) || !("code" in cause)) throw cause;
    if (cause.code !== "ERR_SQLITE_ERROR") throw cause;
    const code = SAID.find(([text]) => text.test(cause.message))?.[1] ?? "database-failed";
    throw new DatabaseError(`Cannot ${action} database "${path}": ${cause.message}`, code, {
      cause,
    });
  }
}
