import { SqliteDatabase } from "../../core/node/sqlite_database.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { testHistory } from "../testing/history_cases.ts";

testHistory({
  name: "DatabaseHistory of SQLite",
  async open() {
    const temp = await tempFolder();
    const database = SqliteDatabase.open(`${temp.path}/top.db`);
    return {
      database,
      read: () => Promise.resolve(SqliteDatabase.openToRead(`${temp.path}/top.db`)),
      async [Symbol.asyncDispose]() {
        await database.close();
        await temp[Symbol.asyncDispose]();
      },
    };
  },
});
