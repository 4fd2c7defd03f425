import { assert, assertEquals, assertMatch } from "@std/assert";
import { fileURLToPath } from "node:url";
import { tempFolder } from "../../core/testing/temp_folder.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

// Deno itself stands in for its runtime for executables, which not every machine can download: what
// comes of it cannot be run, but shows what an executable is made of.
Deno.test({
  name: "compile embeds what the program imports, and nothing that only tests need",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await using temp = await tempFolder();
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "--allow-read",
        "--allow-run",
        "cli/compile.ts",
        `--output=${temp.path}/wikitop`,
      ],
      cwd: ROOT,
      env: { DENORT_BIN: Deno.execPath(), NO_COLOR: "1" },
      stdout: "null",
    }).output();
    const said = new TextDecoder().decode(stderr);
    assert(success, said);
    for (
      const needed of [
        "prom-client",
        "hyparquet-writer",
        "postgres",
        "lru-cache",
        "client-s3",
        "pg-boss",
      ]
    ) {
      assertMatch(said, new RegExp(`[ /]${needed}/`));
    }
    const unneeded = new RegExp(`[ /](${ONLY_FOR_TESTS.join("|")})[/@].*`, "g");
    assertEquals(said.match(unneeded), null);
    assertMatch(said, / rank_pool_worker\.ts /);
    assertMatch(said, / merge_worker\.ts /);
    assertEquals(said.match(/\S*(_test\.ts|testing|testdata|process_tests)\b.*/g), null);
  },
});

/** Packages that tests and tasks need. */
const ONLY_FOR_TESTS = [
  "@duckdb",
  "@seriousme",
  "ajv",
  "apache-arrow",
  "assemblyscript",
  "axe-core",
  "fast-xml-parser",
  "feedsmith",
  "pageviews",
  "parquet-wasm",
  "playwright-core",
];
