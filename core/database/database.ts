import type { EntryName } from "../archive/layout.ts";
import type { Report } from "../report/report.ts";
import type { Value } from "./rows.ts";
import { SCHEMA } from "./schema.ts";

/** A database that can be asked. Every method throws a {@linkcode DatabaseError} where it fails. */
export interface ReadableDatabase {
  /** Where it is, for people. */
  readonly location: string;
  /**
   * Asks a question.
   *
   * @param sql The question, in which `$1` stands for the first value.
   * @param values The values.
   * @returns The rows, in which whole numbers may be texts.
   */
  query(sql: string, values: readonly Value[]): Promise<Record<string, unknown>[]>;
  /** Ends the connection. */
  close(): Promise<void>;
}

/** A database of reports. Every method throws a {@linkcode DatabaseError} where it fails. */
export interface Database extends ReadableDatabase {
  /** What tells the report that is loaded from another of its period; `undefined` if none is. */
  loaded(name: EntryName): Promise<string | undefined>;
  /**
   * Loads a report in the place of one that may be there, in one transaction: others see all of it, or
   * nothing.
   *
   * @param report The report.
   * @param identity What tells it from another of its period.
   */
  replace(report: Report, identity: string): Promise<void>;
}

/** A database cannot be used, or has failed. */
export class DatabaseError extends Error {
  /** The name of the class. */
  override name = "DatabaseError";

  /**
   * Makes an error of what failed.
   *
   * @param message What failed, where and why.
   * @param code What kind of failure it is, for whoever gives advice.
   */
  constructor(
    message: string,
    readonly code: DatabaseErrorCode,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** That a database has other tables than this program's. */
export function foreignDatabase(location: string, noted: unknown): DatabaseError {
  const what = noted === undefined
    ? "it has tables that are not wikitop's"
    : `its tables are those of another version, "${noted}", not "${SCHEMA}"`;
  return new DatabaseError(`Cannot use database "${location}": ${what}`, "database-foreign");
}

/** That a database, which is only to be read, has no tables of this program's. */
export function emptyDatabase(location: string): DatabaseError {
  return new DatabaseError(
    `Cannot use database "${location}": it has none of wikitop's tables`,
    "database-empty",
  );
}

/** What can be the matter with a database. */
export type DatabaseErrorCode =
  | "database-unreachable"
  | "database-refused"
  | "database-missing"
  | "database-empty"
  | "database-foreign"
  | "database-busy"
  | "database-failed";
