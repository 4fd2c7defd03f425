import { assertEquals, assertRejects } from "@std/assert";
import postgres from "postgres";
import { DatabaseError } from "../database/database.ts";
import { PostgresDatabase } from "../node/postgres_database.ts";
import { testDatabase } from "../testing/database_cases.ts";
import { nastyReport } from "../testing/nasty_report.ts";
import {
  POSTGRES_PROGRAMS,
  type PostgresServer,
  startPostgres,
} from "../testing/postgres_server.ts";

const ignore = POSTGRES_PROGRAMS === undefined;
let server: PostgresServer | undefined;

Deno.test.beforeAll(async () => {
  if (!ignore) server = await startPostgres();
});
Deno.test.afterAll(async () => await server?.[Symbol.asyncDispose]());

testDatabase({
  name: "PostgresDatabase",
  ignore,
  async open() {
    const url = await server!.database();
    const database = await PostgresDatabase.open(url, "");
    const sql = postgres(url, { max: 1 });
    return {
      database,
      query: async (text) => [...await sql.unsafe(text)],
      async [Symbol.asyncDispose]() {
        await sql.end();
        await database.close();
      },
    };
  },
});

Deno.test({
  name: "PostgresDatabase says what is the matter",
  ignore,
  async fn() {
    const url = await server!.database();
    const codeOf = async (url: string) =>
      (await assertRejects(() => PostgresDatabase.open(url, "wikitop"), DatabaseError)).code;
    assertEquals(await codeOf(url.replace(/\w+$/, "nowhere")), "database-missing");
    assertEquals(await codeOf(url.replace("wikitop@", "nobody@")), "database-refused");
    assertEquals(await codeOf("postgres://wikitop:secret@127.0.0.1:1/top"), "database-unreachable");
    const { message } = await assertRejects(
      () => PostgresDatabase.open("postgres://wikitop:secret@127.0.0.1:1/top", ""),
      DatabaseError,
    );
    assertEquals(message.includes("secret"), false, message);
    const sql = postgres(url, { max: 1 });
    await sql`CREATE TABLE ranking (place integer)`;
    await sql.end();
    assertEquals(await codeOf(url), "database-foreign");
  },
});

Deno.test({
  name: "PostgresDatabase is loaded by several at once",
  ignore,
  async fn() {
    const url = await server!.database();
    const databases = await Promise.all([1, 2, 3, 4].map(() => PostgresDatabase.open(url, "")));
    const nasty = nastyReport();
    await Promise.all(
      databases.map((database, i) =>
        database.replace({ ...nasty, period: nasty.period.plus(i % 2) }, `${i}`)
      ),
    );
    const sql = postgres(url, { max: 1 });
    const [counts] = await sql`SELECT (SELECT count(*)::int FROM period) AS periods,
      (SELECT count(*)::int FROM ranking) AS rows`;
    const rows = nasty.domains.reduce((sum, { pages }) => sum + pages.length, 0);
    assertEquals({ ...counts }, { periods: 2, rows: 2 * rows });
    await sql.end();
    await Promise.all(databases.map((database) => database.close()));
  },
});
