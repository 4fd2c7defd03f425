import { assert } from "@std/assert";
import { fileURLToPath } from "node:url";
import { launch } from "../../core/testing/launch.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const temp = await tempFolder();
globalThis.addEventListener("unload", () => Deno.removeSync(temp.path, { recursive: true }));

const path = `${temp.path}/wikitop${Deno.build.os === "windows" ? ".exe" : ""}`;
const { success, stderr } = await new Deno.Command(Deno.execPath(), {
  args: ["run", "--allow-read", "--allow-run", "cli/compile.ts", `--output=${path}`],
  cwd: ROOT,
  stdout: "null",
}).output();
const said = new TextDecoder().decode(stderr);
/** Deno downloads its runtime for executables from a host that not every machine can reach. */
const isOutOfReach = !success && /cannot be reached from here/.test(said);

Deno.test({
  name: "executable: deno task compile builds it",
  ignore: isOutOfReach,
  fn: () => assert(success, said),
});

Deno.test({
  name: "executable: it passes the tests of the program and of its commands",
  ignore: !success,
  async fn() {
    const args = ["test", "-A", "cli/process_tests/program_test.ts", "cli/commands/process_tests/"];
    const env = { WIKITOP_TEST_EXECUTABLE: path };
    const tests = await launch({ command: () => [Deno.execPath()] }, args, { cwd: ROOT, env });
    assert(tests.code === 0, `${tests.stdout}\n${tests.stderr}`);
  },
});
