import type { Runtime } from "./runtime.ts";

/** Who asks a PostgreSQL server, where nobody says who: the owner of most. */
const OWNER = "postgres";

/** Who asks a PostgreSQL server, where its URL does not say. */
export function databaseUser({ env }: Pick<Runtime, "env">): string {
  return env("PGUSER") || OWNER;
}
