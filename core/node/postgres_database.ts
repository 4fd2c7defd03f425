import postgres, { type Options, type Sql, type TransactionSql } from "postgres";
import { connect, type NetConnectOpts, type Socket } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
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
import {
  POSTGRES,
  PROJECT_COLUMNS,
  RANKING_COLUMNS,
  SCHEMA,
  schemaOf,
} from "../database/schema.ts";
import { rethrowPermission } from "../permission_error.ts";
import { redactUrl } from "../redact_urls.ts";
import { guardClosedSocket, isOfClosedSocket } from "./postgres_socket.ts";
import type { Report, ReportDomain } from "../report/report.ts";

/** One process writes at a time: else two that load the same pages would wait for each other for ever. */
const LOCK = 0x77696b69;

/** How much is sent at a time, in characters. */
const BATCH = 1 << 16;

/** How many questions are asked at the same time by those who only read. */
const READERS = 4;

/** How long a server may take to answer at first, in seconds. */
const CONNECT_SECONDS = 10;

/** A database of a PostgreSQL server; rows are sent by COPY. */
export class PostgresDatabase implements Database {
  readonly location: string;
  readonly #sql: Sql;
  readonly #guard: Disposable;

  /**
   * Opens the database, and makes its tables if it has none.
   *
   * @param url Where it is, as `postgres://user@host:5432/name`; what it lacks, the variables of libpq
   * say (`PGPASSWORD`, `PGSSLMODE`).
   * @param user Who asks, where the URL does not say.
   * @throws {DatabaseError} If it cannot be used.
   */
  static async open(url: string, user: string): Promise<PostgresDatabase> {
    return await PostgresDatabase.#open(url, { user }, (database) => database.#makeTables());
  }

  /**
   * Opens a database that is there, to read it.
   *
   * @param url Where it is, as above.
   * @param user Who asks, where the URL does not say.
   * @throws {DatabaseError} If it cannot be used, or was never loaded.
   */
  static async openToRead(url: string, user: string): Promise<ReadableDatabase> {
    return await PostgresDatabase.#open(url, { user, readOnly: true }, async (database) => {
      const { tables, noted } = await tablesOf(database.#sql);
      if (tables === 0) throw emptyDatabase(database.location);
      if (noted !== SCHEMA) throw foreignDatabase(database.location, noted);
    });
  }

  static async #open(
    url: string,
    { user, readOnly = false }: { user: string; readOnly?: boolean },
    prepare: (database: PostgresDatabase) => Promise<void>,
  ): Promise<PostgresDatabase> {
    const sql = connectTo(url, {
      username: decodeURIComponent(new URL(url).username) || user,
      max: readOnly ? READERS : 1,
      connect_timeout: CONNECT_SECONDS,
      onnotice: () => {},
      connection: {
        application_name: "wikitop",
        ...readOnly && { default_transaction_read_only: true },
      },
    });
    const database = new PostgresDatabase(redactUrl(url), sql);
    try {
      await database.#attempt("open", () => prepare(database));
      return database;
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  private constructor(location: string, sql: Sql) {
    this.location = location;
    this.#sql = sql;
    this.#guard = guardClosedSocket();
  }

  async query(sql: string, values: readonly Value[]): Promise<Record<string, unknown>[]> {
    return await this.#attempt("read", () => this.#sql.unsafe(sql, [...values]));
  }

  async loaded({ period, edition }: EntryName): Promise<string | undefined> {
    const [found] = await this.#attempt(
      "read",
      () =>
        this.#sql`SELECT report FROM period WHERE label = ${period.label} AND edition = ${edition}`,
    );
    return found?.report;
  }

  async replace(report: Report, identity: string): Promise<void> {
    await this.#attempt("load into", () =>
      this.#sql.begin(async (sql) => {
        await sql`SELECT pg_advisory_xact_lock(${LOCK})`;
        const period = await periodId(sql, report, identity);
        const projects = await projectIds(sql, report);
        await copyIn(sql, "total", totalLines(projects, period));
        await addRankings(sql, period, rankingLines(report, projects));
      }));
  }

  async close(): Promise<void> {
    await this.#sql.end({ timeout: 5 });
    this.#guard[Symbol.dispose]();
  }

  async #makeTables(): Promise<void> {
    await this.#sql.begin(async (sql) => {
      await sql`SELECT pg_advisory_xact_lock(${LOCK})`;
      const { tables, noted } = await tablesOf(sql);
      if (noted === SCHEMA) return;
      if (tables > 0) throw foreignDatabase(this.location, noted);
      for (const statement of schemaOf(POSTGRES)) await sql.unsafe(statement);
      await sql`INSERT INTO wikitop VALUES (${SCHEMA})`;
    });
  }

  async #attempt<Value>(action: string, work: () => PromiseLike<Value>): Promise<Value> {
    try {
      return await work();
    } catch (cause) {
      rethrowPermission(cause);
      if (cause instanceof DatabaseError || !(cause instanceof Error)) throw cause;
      const said = "code" in cause ? String(cause.code) : "";
      if (said === "") throw cause;
      throw new DatabaseError(
        `Cannot ${action} database "${this.location}": ${cause.message || said}`,
        codeOf(said),
        { cause },
      );
    }
  }
}

/**
 * Connects so that what is written goes out at once. The client ends a COPY with short writes, for each
 * of which the server would be waited for: a fifth of a second for each report.
 */
function connectTo(url: string, options: Options<Record<never, never>>): Sql {
  const { host, path } = postgres(url, options).options;
  // Several hosts, or a socket of this machine, are the client's business.
  if (host.length !== 1 || path) return postgres(url, options);
  const socket = ({ host: [host], port: [port] }: { host: string[]; port: number[] }) =>
    new Promise<Socket>((resolve, reject) => {
      const socket: Socket = connect({ host, port, noDelay: true } as NetConnectOpts);
      const timer = setTimeout(() => {
        const code = { code: "CONNECT_TIMEOUT" };
        socket.destroy(Object.assign(new Error("the server does not answer"), code));
      }, CONNECT_SECONDS * 1000);
      socket.once("error", reject);
      socket.once("connect", () => {
        socket.off("error", reject);
        resolve(Object.assign(socket, { host, port }));
      });
      socket.once("close", () => clearTimeout(timer));
      socket.once("connect", () => clearTimeout(timer));
    });
  return postgres(url, { ...options, socket } as typeof options);
}

/** How many of a database's tables are there, and which schema it notes to have. */
async function tablesOf(sql: Sql | TransactionSql): Promise<{ tables: number; noted: unknown }> {
  const tables = await sql`SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_name IN ('wikitop', 'ranking', 'period')`;
  const isOurs = tables.some(({ name }) => name === "wikitop");
  const [found] = isOurs ? await sql`SELECT schema FROM wikitop` : [];
  return { tables: tables.length, noted: found?.schema };
}

/** The key of a report's period, whose rows are gone. */
async function periodId(
  sql: TransactionSql,
  report: Report,
  identity: string,
): Promise<number> {
  const row = { ...periodRow(report), report: identity };
  const { label, edition } = row as unknown as Record<string, string>;
  const [found] = await sql`UPDATE period SET report = ${identity}
    WHERE label = ${label!} AND edition = ${edition!} RETURNING period_id`;
  if (found !== undefined) {
    await sql`DELETE FROM ranking WHERE period_id = ${found.period_id}`;
    await sql`DELETE FROM total WHERE period_id = ${found.period_id}`;
    return found.period_id;
  }
  const [made] = await sql`INSERT INTO period ${sql(row)} RETURNING period_id`;
  return made!.period_id;
}

/** The domains of a report with their keys; those that are new get one. */
async function projectIds(
  sql: TransactionSql,
  report: Report,
): Promise<Map<ReportDomain, number>> {
  const names = PROJECT_COLUMNS.map(({ name }) => name);
  const ids = new Map<string, number>();
  const note = (rows: readonly Record<string, Value>[]) => {
    for (const row of rows) {
      ids.set(JSON.stringify(names.map((name) => row[name])), Number(row.project_id));
    }
  };
  note(await sql.unsafe(`SELECT project_id, ${names} FROM project`));
  const keyOf = (domain: ReportDomain) => JSON.stringify(projectValues(report, domain));
  const missing = report.domains.filter((domain) => !ids.has(keyOf(domain))).map((domain) => {
    const values = projectValues(report, domain);
    return Object.fromEntries(names.map((name, i) => [name, values[i]]));
  });
  if (missing.length > 0) {
    note(await sql`INSERT INTO project ${sql(missing)} RETURNING *`);
  }
  return new Map(report.domains.map((domain) => [domain, ids.get(keyOf(domain))!]));
}

/** Adds the rows of a period, and pages that are new. */
async function addRankings(
  sql: TransactionSql,
  period: number,
  lines: Iterable<string>,
): Promise<void> {
  const columns = RANKING_COLUMNS.map(({ name, type }) => `${name} ${POSTGRES.types[type]}`);
  await sql.unsafe(
    `CREATE TEMPORARY TABLE sent (
       project_id bigint, ${columns.join(", ")}, title text COLLATE "C"
     ) ON COMMIT DROP`,
  );
  await copyIn(sql, "sent", lines);
  await sql`INSERT INTO page (project_id, title)
    SELECT DISTINCT project_id, title FROM sent WHERE NOT EXISTS (
      SELECT 1 FROM page WHERE page.project_id = sent.project_id AND page.title = sent.title
    )`;
  const names = RANKING_COLUMNS.map(({ name }) => name);
  await sql.unsafe(
    `INSERT INTO ranking (period_id, project_id, page_id, ${names})
     SELECT ${period}, project_id, page_id, ${names}
     FROM sent JOIN page USING (project_id, title)`,
  );
}

async function copyIn(
  sql: TransactionSql,
  table: string,
  lines: Iterable<string>,
): Promise<void> {
  const stream = await sql`COPY ${sql(table)} FROM STDIN`.writable();
  try {
    await pipeline(Readable.from(batches(lines)), stream);
  } catch (cause) {
    if (!isOfClosedSocket(cause)) throw cause;
    throw Object.assign(new Error("the server has ended the connection", { cause }), {
      code: "CONNECTION_CLOSED",
    });
  }
}

/** Puts lines together: what is short, the client keeps back, and writes later than it can tell us of. */
function* batches(lines: Iterable<string>): Generator<string> {
  let batch = "";
  for (const line of lines) {
    batch += line;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = "";
  }
  if (batch !== "") yield batch;
}

function* totalLines(
  projects: ReadonlyMap<ReportDomain, number>,
  period: number,
): Generator<string> {
  let lines = "";
  for (const [{ views }, project] of projects) lines += line([project, period, views]);
  yield lines;
}

function* rankingLines(
  report: Report,
  projects: ReadonlyMap<ReportDomain, number>,
): Generator<string> {
  for (const [domain, project] of projects) {
    let lines = "";
    for (const [title, values] of rankingValues(report, domain)) {
      lines += line([project, ...values, title]);
    }
    yield lines;
  }
}

function line(values: readonly Value[]): string {
  return `${values.map(field).join("\t")}\n`;
}

/** What COPY takes for something else in a text, and what it is to be written as. */
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function field(value: Value): string {
  if (value === null) return "\\N";
  return String(value).replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!);
}

/** What a server or the network said, see https://www.postgresql.org/docs/current/errcodes-appendix.html. */
function codeOf(said: string): DatabaseErrorCode {
  if (/^28/.test(said) || said === "42501") return "database-refused";
  if (said === "3D000") return "database-missing";
  if (/^(E[A-Z]+|CONNECT|CONNECTION)/.test(said) || /^08|^57P/.test(said)) {
    return "database-unreachable";
  }
  return "database-failed";
}
