import { assert, assertEquals, assertMatch } from "@std/assert";
import { fileURLToPath } from "node:url";
import { findNode, run } from "../../core/testing/run.ts";
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

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The example in a folder of its own, beside none of the project's files. */
async function exampleIn(folder: string): Promise<string> {
  const path = `${folder}/example.ts`;
  await Deno.writeTextFile(path, example());
  return path;
}

Deno.test("README.md's example ranks an hour in about ten lines, pasted as it is", async () => {
  assert(example().split("\n").length <= 12);
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--check", "--allow-read", "--ext=ts", "-"],
    cwd: ROOT,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(example()));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  assert(success, new TextDecoder().decode(stderr));
  assertMatch(new TextDecoder().decode(stdout), /^en\.m Albert_Einstein \(17782\), /m);
});

Deno.test({
  name: "README.md's example does the same in plain Node, bundled as it says",
  ignore: node === undefined,
  async fn() {
    await using temp = await tempFolder();
    const path = await exampleIn(temp.path);
    const bundle = `${temp.path}/example.mjs`;
    assertMatch(
      README,
      /^deno bundle --platform=deno -o example\.mjs example\.ts && node example/m,
    );
    const bundling = ["bundle", `--config=${CONFIG}`, "--platform=deno", "-o", bundle, path];
    await run(Deno.execPath(), bundling);
    const options = { cwd: ROOT };
    const underDeno = ["run", `--config=${CONFIG}`, "--allow-read", path];
    assertEquals(
      await run(node!, [bundle], options),
      await run(Deno.execPath(), underDeno, options),
    );
  },
});
