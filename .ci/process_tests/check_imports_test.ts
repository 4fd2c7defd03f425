import { assertEquals, assertMatch } from "@std/assert";
import { fileURLToPath } from "node:url";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { checkImports } from "../check_imports.ts";

/** Puts files into a folder of their own and checks their imports. */
async function check(files: Record<string, string>): Promise<string[]> {
  await using temp = await tempFolder();
  await plant(temp.path, files);
  return await checkImports(temp.path);
}

async function plant(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries({ "deno.json": "{}", ...files })) {
    await Deno.mkdir(`${folder}/${path}`.replace(/[^/]+$/, ""), { recursive: true });
    await Deno.writeTextFile(`${folder}/${path}`, text);
  }
}

const CIRCLE = {
  "core/a.ts": 'import type { B } from "./b.ts";\nexport type A = B[];\n',
  "core/b.ts": '// A comment.\nexport * from "./c.ts";\nexport type B = string;\n',
  "core/c.ts": 'export const load = () => import("./a.ts");\n',
};

Deno.test("checkImports() names a circle of files, also of types and dynamic imports", async () => {
  assertEquals(await check(CIRCLE), [
    "Circular import of files: core/a.ts → core/b.ts → core/c.ts → core/a.ts; " +
    "move what both need below both, or pass it as a parameter\n" +
    "    core/a.ts:1 imports core/b.ts\n" +
    "    core/b.ts:2 imports core/c.ts\n" +
    "    core/c.ts:1 imports core/a.ts",
  ]);
});

Deno.test("checkImports() names two circles that share a file", async () => {
  const problems = await check({
    "core/a.ts": 'import "./b.ts";\nimport "./c.ts";\n',
    "core/b.ts": 'import "./a.ts";\n',
    "core/c.ts": 'import "./a.ts";\n',
  });
  assertEquals(problems.map((problem) => problem.split(";")[0]), [
    "Circular import of files: core/a.ts → core/b.ts → core/a.ts",
    "Circular import of files: core/c.ts → core/a.ts → core/c.ts",
  ]);
});

Deno.test("checkImports() names a circle of folders whose files have none", async () => {
  assertEquals(
    await check({
      "core/dump/scan.ts": 'import "../rank/compare.ts";\n',
      "core/dump/gunzip.ts": "",
      "core/rank/compare.ts": "",
      "core/rank/rank_hour.ts": 'import "../dump/gunzip.ts";\n',
    }),
    [
      "Circular import of folders: core/dump/ → core/rank/ → core/dump/; " +
      "move what both need below both, or pass it as a parameter\n" +
      "    core/dump/scan.ts:1 imports core/rank/compare.ts\n" +
      "    core/rank/rank_hour.ts:1 imports core/dump/gunzip.ts",
    ],
  );
});

Deno.test("checkImports() takes the files of a folder and its subfolders for neighbours", async () => {
  assertEquals(
    await check({
      "core/report/encode.ts": 'import "./formats/json.ts";\n',
      "core/report/formats/json.ts": 'import "../report.ts";\n',
      "core/report/report.ts": "",
    }),
    [],
  );
});

for (
  const [what, files, expected] of [
    [
      "core imports cli",
      { "core/a.ts": 'import "../cli/b.ts";\n', "cli/b.ts": "" },
      /^Import against cli → server → core: core\/a\.ts:1 imports cli\/b\.ts; /,
    ],
    [
      "a test of core imports server",
      { "core/a_test.ts": 'import "../server/testing/b.ts";\n', "server/testing/b.ts": "" },
      /^Import against .*: core\/a_test\.ts:1 imports server\/testing\/b\.ts; /,
    ],
    [
      "product code imports tests",
      { "cli/a.ts": 'import "../core/testing/b.ts";\n', "core/testing/b.ts": "" },
      /^Import of tests into product code: cli\/a\.ts:1 imports core\/testing\/b\.ts; /,
    ],
    [
      "product code imports a tool",
      { "server/a.ts": 'import "../bench/b.ts";\n', "bench/b.ts": "" },
      /^Import of a tool into product code: server\/a\.ts:1 imports bench\/b\.ts; /,
    ],
    [
      "product code imports an entry point",
      { "cli/a.ts": 'import "../server/main.ts";\n', "server/main.ts": "" },
      /^Import of a tool into product code: cli\/a\.ts:1 imports server\/main\.ts; /,
    ],
    [
      "portable code imports node:",
      { "core/a.ts": 'import "node:fs";\n' },
      /^Import of Node's interfaces into portable code: core\/a\.ts:1 imports node:fs; /,
    ],
    [
      "portable code imports a room that is not",
      { "core/a.ts": 'import "./deno/lock.ts";\n', "core/deno/lock.ts": "" },
      /^Import of Node's interfaces into portable code: core\/a\.ts:1 imports core\/deno\/lock\.ts; /,
    ],
  ] as const
) {
  Deno.test(`checkImports() says that ${what}`, async () => {
    const problems = await check(files);
    assertEquals(problems.length, 1, problems.join("\n"));
    assertMatch(problems[0]!, expected);
  });
}

Deno.test("checkImports() lets entry points, tests and the rooms for Node do what they are for", async () => {
  assertEquals(
    await check({
      "server/main.ts": 'import "../cli/program.ts";\n',
      "cli/program.ts": 'import "./commands/serve.ts";\n',
      "cli/commands/serve.ts": 'await import("../../server/serve.ts");\n',
      "cli/commands/serve_test.ts": 'import "../../core/testing/kit.ts";\nimport "./serve.ts";\n',
      "server/serve.ts": 'import "../core/node/store.ts";\nimport "node:http";\n',
      "core/node/store.ts": 'import "node:fs";\nimport config from "../../deno.json" with ' +
        '{ type: "json" };\nexport default config;\n',
      "core/testing/kit.ts": 'import "../node/store.ts";\nimport "../../testdata/dump.ts";\n',
      "testdata/dump.ts": "",
      "bench/main.ts": 'import "../server/serve.ts";\nimport "../core/testing/kit.ts";\n',
    }),
    [],
  );
});

Deno.test("checkImports() leaves out the folders that lint leaves out", async () => {
  const config = '{ "lint": { "exclude": ["core/dist"] } }';
  const { "core/a.ts": a, "core/b.ts": b, "core/c.ts": c } = CIRCLE;
  assertEquals(
    await check({
      "deno.json": config,
      "core/dist/a.ts": a,
      "core/dist/b.ts": b,
      "core/dist/c.ts": c,
    }),
    [],
  );
});

Deno.test("check_imports.ts exits with 1 where there is a circle", async () => {
  await using temp = await tempFolder();
  await plant(temp.path, CIRCLE);
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--allow-read",
      "--allow-write",
      "--allow-run",
      fileURLToPath(new URL("../check_imports.ts", import.meta.url)),
      temp.path,
    ],
  }).output();
  assertEquals(code, 1);
  assertMatch(new TextDecoder().decode(stderr), /^Circular import of files: core\/a\.ts → /);
});
