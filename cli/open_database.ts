import type { History } from "../core/archive/history.ts";
import type { Database, ReadableDatabase } from "../core/database/database.ts";
import { UsageError } from "./args/usage_error.ts";
import { isPostgres, sqlitePath } from "./args/values.ts";
import { databaseUser } from "./database_user.ts";
import type { Runtime } from "./runtime.ts";

/** Where a database was named, and what the environment says. */
interface Named {
  /** The flag that named it. */
  flag: string;
  runtime: Pick<Runtime, "env">;
}

/** What opens a database, by its kind. */
interface Openers<Opened> {
  postgres(url: string, user: string): Promise<Opened>;
  sqlite(path: string): Promise<Opened>;
}

/**
 * Opens the database that a flag names, to load it, and loads what that kind of database needs.
 *
 * @throws {UsageError} If it is the name of none.
 */
export async function openDatabase(place: string, named: Named): Promise<Database> {
  return await open<Database>(place, named, {
    async postgres(url, user) {
      const { PostgresDatabase } = await import("../core/node/postgres_database.ts");
      return await PostgresDatabase.open(url, user);
    },
    async sqlite(path) {
      const { SqliteDatabase } = await import("../core/node/sqlite_database.ts");
      return SqliteDatabase.open(path);
    },
  });
}

/** A history that is open. */
export interface OpenHistory {
  history: History;
  /** Ends the connection. */
  close(): Promise<void>;
}

/**
 * Opens the database that a flag names, to look back on what was loaded into it.
 *
 * @throws {UsageError} If it is the name of none.
 */
export async function openHistory(place: string, named: Named): Promise<OpenHistory> {
  const database = await open<ReadableDatabase>(place, named, {
    async postgres(url, user) {
      const { PostgresDatabase } = await import("../core/node/postgres_database.ts");
      return await PostgresDatabase.openToRead(url, user);
    },
    async sqlite(path) {
      const { SqliteDatabase } = await import("../core/node/sqlite_database.ts");
      return SqliteDatabase.openToRead(path);
    },
  });
  const { DatabaseHistory } = await import("../core/database/database_history.ts");
  return { history: new DatabaseHistory(database), close: () => database.close() };
}

async function open<Opened>(
  place: string,
  { flag, runtime }: Named,
  { postgres, sqlite }: Openers<Opened>,
): Promise<Opened> {
  if (isPostgres(place)) {
    if (!URL.canParse(place)) {
      throw new UsageError(
        `Cannot use ${flag}: invalid URL; write postgres://HOST:5432/NAME`,
      );
    }
    return await postgres(place, databaseUser(runtime));
  }
  const path = sqlitePath(place);
  if (path === undefined) {
    throw new UsageError(
      `Cannot use ${flag} "${place}": it is no database; write sqlite:FILE or ` +
        "postgres://HOST/NAME",
    );
  }
  return await sqlite(path);
}
