import { assertEquals } from "@std/assert";
import type { ReadableDatabase } from "../../core/database/database.ts";
import { DatabaseHistory } from "../../core/database/database_history.ts";
import { PostgresDatabase } from "../../core/node/postgres_database.ts";
import {
  POSTGRES_PROGRAMS,
  type PostgresServer,
  startPostgres,
} from "../../core/testing/postgres_server.ts";
import { HandlerFixture } from "../testing/handler_fixture.ts";
import { testHistory } from "../testing/history_cases.ts";

const ignore = POSTGRES_PROGRAMS === undefined;
let server: PostgresServer | undefined;

Deno.test.beforeAll(async () => {
  if (!ignore) server = await startPostgres();
});
Deno.test.afterAll(async () => await server?.[Symbol.asyncDispose]());

testHistory({
  name: "DatabaseHistory of PostgreSQL",
  ignore,
  async open() {
    const url = await server!.database();
    const database = await PostgresDatabase.open(url, "");
    return {
      database,
      read: () => PostgresDatabase.openToRead(url, ""),
      [Symbol.asyncDispose]: () => database.close(),
    };
  },
});

Deno.test({
  name: "DatabaseHistory of a PostgreSQL server that has ended says so, and the server goes on",
  ignore,
  async fn() {
    const mortal = await startPostgres();
    let database: ReadableDatabase;
    try {
      const url = await mortal.database();
      await (await PostgresDatabase.open(url, "")).close();
      database = await PostgresDatabase.openToRead(url, "");
    } finally {
      await mortal[Symbol.asyncDispose]();
    }
    const history = new DatabaseHistory(database);
    await using place = await HandlerFixture.open({ readOnly: true, history });
    for (const path of ["/v1/pages/en/Ada_Lovelace", "/v1/tops/en"]) {
      const { status, type } = await place.json(path);
      assertEquals([status, type], [503, "urn:wikitop:problem:database-down"], path);
    }
    assertEquals(place.errors.length, 2);
    assertEquals((await place.ask("/v1/hours")).status, 200);
    await database.close();
  },
});
