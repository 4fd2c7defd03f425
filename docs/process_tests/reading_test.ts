import { DuckDBInstance } from "@duckdb/node-api";
import { assert, assertEquals } from "@std/assert";
import { parse } from "@std/csv";
import { launch } from "../../core/testing/launch.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { run } from "../../core/testing/run.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { type TempFolder, tempFolder } from "../../core/testing/temp_folder.ts";

const PAGE = await Deno.readTextFile(new URL("../reading.md", import.meta.url));

/** The blocks of a language in a section of docs/reading.md. */
function blocks(section: string, language: string): string[] {
  const [, text = ""] = PAGE.split(`### ${section}\n`);
  const [own = ""] = text.split(/^##/m);
  const found = [...own.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gm"))];
  assert(found.length > 0, `${section} has no ${language}`);
  return found.map(([, code = ""]) => code);
}

/** A folder as the page has it: a store with one hour, and an export of it. */
async function exampleFolder(): Promise<TempFolder> {
  const temp = await tempFolder();
  const source = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist];
  const form = ["--export", "lake", "--format", "parquet", "--layout", "hive"];
  const { code, stderr } = await launch(FROM_SOURCE, ["run", SAMPLE.hour, ...source, ...form], {
    cwd: temp.path,
    permissions: ["--allow-write=lake"],
  });
  assertEquals(code, 0, stderr);
  return temp;
}

/** What every reader is to find. */
async function expectedRows(): Promise<string[]> {
  const [names, ...rows] = parse(await Deno.readTextFile(SAMPLE.expected));
  const wanted = ["domain_code", "rank", "views", "title"].map((name) => names!.indexOf(name));
  return rows.map((row) => wanted.map((column) => row[column]).join(" "));
}

Deno.test("docs/reading.md's lines for DuckDB read every row", async () => {
  await using temp = await exampleFolder();
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`SET file_search_path = '${temp.path}'`);
  for (const sql of blocks("DuckDB", "sql")) {
    const rows = await connection.runAndReadAll(
      `SELECT concat_ws(' ', domain_code, rank, views, title) FROM (${sql.replace(/;\s*$/, "")})`,
    );
    assertEquals(rows.getRows().map(([row]) => row), await expectedRows(), sql);
  }
  connection.closeSync();
  instance.closeSync();
});

for (
  const [section, modules] of [["pandas", "pandas, pyarrow"], ["Polars", "polars"]] as const
) {
  Deno.test({
    name: `docs/reading.md's lines for ${section} read every row`,
    ignore: !await hasPython(modules),
    async fn() {
      await using temp = await exampleFolder();
      for (const python of blocks(section, "python")) {
        const write = `
import json
columns = [list(frame[name]) for name in ["domain_code", "rank", "views", "title"]]
print(json.dumps([f"{c} {r} {v} {t}" for c, r, v, t in zip(*columns)]))
`;
        const printed = await run("python3", ["-c", python + write], { cwd: temp.path });
        assertEquals(JSON.parse(printed), await expectedRows(), python);
      }
    },
  });
}

/** Whether there is a Python that has some modules. */
async function hasPython(modules: string): Promise<boolean> {
  try {
    await run("python3", ["-c", `import ${modules}`]);
    return true;
  } catch {
    return false; // There is none, or it lacks them.
  }
}
