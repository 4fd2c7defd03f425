import { assert, assertEquals, assertMatch } from "@std/assert";
import { fileURLToPath } from "node:url";
import { findNode, run } from "../../core/testing/run.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";

const README = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
const CONFIG = fileURLToPath(new URL("../../deno.json", import.meta.url));
const node = await findNode();

/** The example of the section "As a library". */
function example(): string {
  const [, code] = /^## As a library$[^]*?^```ts$\n([^]*?)^```$/m.exec(README) ?? [];
  assert(code !== undefined, "README.md has no example");
  return code;
}

/** Where the example can be resolved from, with the sample's files beside it. */
async function exampleIn(folder: string): Promise<string> {
  const path = `${folder}/example.ts`;
  const core = new URL("../../core/", import.meta.url);
  const code = example()
    .replace('"@wikitop/core"', JSON.stringify(new URL("mod.ts", core)))
    .replace('"@wikitop/core/node"', JSON.stringify(new URL("node/mod.ts", core)));
  await Deno.writeTextFile(path, code);
  await Deno.copyFile(SAMPLE.dump, `${folder}/${SAMPLE.dumpName}`);
  await Deno.copyFile(SAMPLE.denylist, `${folder}/denylist`);
  return path;
}

Deno.test("README.md's example ranks an hour in about ten lines, under Deno", async () => {
  assert(example().split("\n").length <= 12);
  await using temp = await tempFolder();
  const path = await exampleIn(temp.path);
  const args = ["run", `--config=${CONFIG}`, "--check", "--allow-read", path];
  const printed = await run(Deno.execPath(), args, { cwd: temp.path });
  assertMatch(printed, /^en\.m Albert_Einstein \(17782\), /m);
});

Deno.test({
  name: "README.md's example does the same in plain Node, bundled",
  ignore: node === undefined,
  async fn() {
    await using temp = await tempFolder();
    const path = await exampleIn(temp.path);
    const bundle = `${temp.path}/example.mjs`;
    const bundling = ["bundle", `--config=${CONFIG}`, "--platform=deno", "--output", bundle, path];
    await run(Deno.execPath(), bundling);
    const printed = await run(node!, [bundle], { cwd: temp.path });
    const underDeno = await run(
      Deno.execPath(),
      ["run", `--config=${CONFIG}`, "--allow-read", path],
      { cwd: temp.path },
    );
    assertEquals(printed, underDeno);
  },
});
