import type { Database } from "../core/database/database.ts";
import { UsageError } from "./args/usage_error.ts";
import { isPostgres, sqlitePath } from "./args/values.ts";
import type { Runtime } from "./runtime.ts";

/** Who asks a PostgreSQL server, where nobody says who: the owner of most. */
const POSTGRES_USER = "postgres";

/**
 * Opens the database that a flag names, and loads what that kind of database needs.
 *
 * @throws {UsageError} If it is the name of none.
 */
export async function openDatabase(
  place: string,
  { flag, runtime }: { flag: string; runtime: Pick<Runtime, "env"> },
): Promise<Database> {
  if (isPostgres(place)) {
    if (!URL.canParse(place)) {
      throw new UsageError(
        `Cannot use ${flag}: invalid URL; write postgres://HOST:5432/NAME`,
      );
    }
    const { PostgresDatabase } = await import("../core/node/postgres_database.ts");
    return await PostgresDatabase.open(place, runtime.env("PGUSER") || POSTGRES_USER);
  }
  const path = sqlitePath(place);
  if (path === undefined) {
    throw new UsageError(
      `Cannot use ${flag} "${place}": it is no database; write sqlite:FILE or ` +
        "postgres://HOST/NAME",
    );
  }
  const { SqliteDatabase } = await import("../core/node/sqlite_database.ts");
  return SqliteDatabase.open(path);
}
