import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import { DatabaseError } from "../database/database.ts";
import { testDatabase } from "../testing/database_cases.ts";
import { nastyReport } from "../testing/nasty_report.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { SqliteDatabase } from "./sqlite_database.ts";

testDatabase({
  name: "SqliteDatabase",
  async open() {
    const temp = await tempFolder();
    const database = SqliteDatabase.open(`${temp.path}/top.db`);
    const reader = new DatabaseSync(`${temp.path}/top.db`, { readOnly: true });
    return {
      database,
      query: (sql) => Promise.resolve(reader.prepare(sql).all()),
      async [Symbol.asyncDispose]() {
        reader.close();
        await database.close();
        await temp[Symbol.asyncDispose]();
      },
    };
  },
});

Deno.test("SqliteDatabase refuses a file that is no database, or another's", async () => {
  await using temp = await tempFolder();
  await Deno.writeTextFile(
    `${temp.path}/text`,
    "This is a text, and no database at all.\n".repeat(9),
  );
  const codeOf = (path: string) =>
    assertThrows(() => SqliteDatabase.open(`${temp.path}/${path}`), DatabaseError).code;
  assertEquals(codeOf("text"), "database-foreign");
  assertEquals(codeOf("nowhere/top.db"), "database-missing");
  const other = new DatabaseSync(`${temp.path}/other.db`);
  other.exec("CREATE TABLE people (name TEXT)");
  other.close();
  assertEquals(codeOf("other.db"), "database-foreign");
  const older = SqliteDatabase.open(`${temp.path}/older.db`);
  await older.close();
  const changed = new DatabaseSync(`${temp.path}/older.db`);
  changed.exec("UPDATE wikitop SET schema = '0 title'");
  changed.close();
  const { message } = assertThrows(
    () => SqliteDatabase.open(`${temp.path}/older.db`),
    DatabaseError,
  );
  assertEquals(message.includes('those of another version, "0 title", not "1 '), true, message);
});

Deno.test("SqliteDatabase is read while it is loaded, and says that it is full", async () => {
  await using temp = await tempFolder();
  const database = SqliteDatabase.open(`${temp.path}/top.db`);
  const reader = new DatabaseSync(`${temp.path}/top.db`, { readOnly: true });
  reader.exec("BEGIN; SELECT * FROM ranking");
  await database.replace(nastyReport(), "1");
  assertEquals(reader.prepare("SELECT count(*) AS count FROM ranking").get()?.count, 0);
  reader.exec("COMMIT");
  assertEquals(
    Number(reader.prepare("SELECT count(*) AS count FROM ranking").get()?.count) > 0,
    true,
  );
  reader.close();
  await database.close();
  await assertRejects(async () => void await database.loaded(nastyReport()), Error);
});
