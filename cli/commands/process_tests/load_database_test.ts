import { assertEquals, assertMatch } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import { launch, type Outcome } from "../../../core/testing/launch.ts";
import { nastyReport } from "../../../core/testing/nasty_report.ts";
import { POSTGRES_PROGRAMS, startPostgres } from "../../../core/testing/postgres_server.ts";
import { storeHour, storeReport } from "../../../core/testing/store_hour.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

async function wikitop(cwd: string, ...args: string[]): Promise<Outcome> {
  return await launch(WIKITOP, args, { cwd, permissions: ["--allow-write=top.db,file"] });
}

function countIn(path: string, table: string): unknown {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count;
  } finally {
    database.close();
  }
}

Deno.test("wikitop load puts reports into a file of SQLite, each once", async () => {
  await using temp = await tempFolder();
  for (const label of ["2026-09-10T17", "2026-09-10T18", "2026-09-10"]) {
    await storeHour(`${temp.path}/reports`, label);
  }
  const one = await wikitop(temp.path, "load", "2026-09-10T18", "--to", "sqlite:top.db");
  assertEquals(one, { code: 0, stdout: "", stderr: "1 report loaded, 6 rows; 0 there already\n" });
  const all = await wikitop(temp.path, "load", "--to", "sqlite:top.db");
  assertEquals(all.stderr, "2 reports loaded, 12 rows; 1 there already\n");
  await storeHour(`${temp.path}/reports`, "2026-09-10T18", { dump: "en Grace_Hopper 7 0\n" });
  const again = await wikitop(temp.path, "load", "--to", "sqlite:top.db");
  assertEquals(again.stderr, "1 report loaded, 1 rows; 2 there already\n");
  assertEquals(countIn(`${temp.path}/top.db`, "ranking"), 13);
  assertEquals(await wikitop(temp.path, "load", "--to", "sqlite:top.db", "--quiet"), {
    code: 0,
    stdout: "",
    stderr: "",
  });
});

Deno.test("wikitop load names what it leaves out, and what it changes", async () => {
  await using temp = await tempFolder();
  await storeReport(`${temp.path}/reports`, nastyReport());
  await storeHour(`${temp.path}/reports`, "2026-09-10T17");
  await Deno.remove(`${temp.path}/reports/2026/09/2026-09-10T17.manifest`);
  const { code, stderr } = await wikitop(temp.path, "load", "--to", "sqlite:top.db");
  assertEquals(code, 0);
  assertMatch(stderr, /^Warning: hour "2026-09-10T17" is left out: its report has no manifest\n/);
  assertMatch(stderr, /^Warning: 1 titles have a U\+0000, which a database cannot hold; /m);
  assertMatch(stderr, /; 1 not finished, and left out\n$/);
});

Deno.test("wikitop load refuses what is no database, and hides passwords", async () => {
  await using temp = await tempFolder();
  await storeHour(`${temp.path}/reports`, "2026-09-10T18");
  await Deno.writeTextFile(`${temp.path}/file`, "no database ".repeat(100));
  const wrong: [args: string[], code: number, says: RegExp][] = [
    [["load"], 2, /^Cannot load: a database is wanted; write --to sqlite:FILE or /],
    [["load", "--to", "top.db"], 2, /^Cannot use --to "top\.db": it is no database; write /],
    [["load", "--to", "sqlite:file"], 1, /file is not a database; load into a new database\n/],
    [["load", "2026-09-10T01", "--to", "sqlite:top.db"], 1, /none of these hours is finished/],
  ];
  for (const [args, code, says] of wrong) {
    const outcome = await wikitop(temp.path, ...args);
    assertEquals([outcome.code, outcome.stdout], [code, ""], args.join(" "));
    assertMatch(outcome.stderr, says);
  }
  const { code, stderr } = await launch(
    WIKITOP,
    ["load", "--to", "postgres://wikitop:hunter2@127.0.0.1:1/top"],
    { cwd: temp.path, permissions: ["--allow-net=127.0.0.1:1", "--allow-env=PG*"] },
  );
  assertEquals([code, stderr.includes("hunter2")], [1, false], stderr);
  assertMatch(
    stderr,
    /^Cannot open database "postgres:\/\/\*\*\*@127\.0\.0\.1:1\/top": .*; check that the server runs/,
  );
});

Deno.test("wikitop load gives the command with the permissions that it lacks", async () => {
  await using temp = await tempFolder();
  await storeHour(`${temp.path}/reports`, "2026-09-10T18");
  const missing: [place: string, flags: RegExp][] = [
    [
      "sqlite:other.db",
      / --allow-write=other\.db,\.\/reports | --allow-write=\.\/reports,other\.db /,
    ],
    [
      "postgres://u@127.0.0.1:1/top",
      / --allow-net=127\.0\.0\.1:1 '--allow-env=WIKITOP_\*,TERM,PG\*' /,
    ],
  ];
  for (const [place, flags] of missing) {
    const { code, stderr } = await launch(WIKITOP, ["load", "--to", place], { cwd: temp.path });
    assertEquals(code, 1, stderr);
    assertMatch(stderr, flags);
  }
});

Deno.test({
  name: "wikitop load puts reports into a database of PostgreSQL",
  ignore: POSTGRES_PROGRAMS === undefined,
  async fn() {
    await using server = await startPostgres();
    await using temp = await tempFolder();
    await storeHour(`${temp.path}/reports`, "2026-09-10T18");
    const url = await server.database();
    const options = {
      cwd: temp.path,
      permissions: [`--allow-net=${new URL(url).host}`, "--allow-env=PG*"],
      env: { WIKITOP_TO: url },
    };
    const first = await launch(WIKITOP, ["load"], options);
    assertEquals(first, {
      code: 0,
      stdout: "",
      stderr: "1 report loaded, 6 rows; 0 there already\n",
    });
    const second = await launch(WIKITOP, ["load"], options);
    assertEquals(second.stderr, "0 reports loaded, 0 rows; 1 there already\n");
  },
});
