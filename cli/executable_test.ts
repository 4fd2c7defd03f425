import { assert } from "@std/assert";
import { fileURLToPath } from "node:url";
import { BROKEN_INPUT_CASES } from "./testing/broken_input_cases.ts";
import { registerCases } from "./testing/cases.ts";
import { fromExecutable } from "../core/testing/program.ts";
import { RANK_CASES } from "./testing/rank_cases.ts";
import { RUN_CASES } from "./testing/run_cases.ts";
import { SHOW_CASES } from "./testing/show_cases.ts";
import { tempFolder } from "../core/testing/temp_folder.ts";
import { USAGE_CASES } from "./testing/usage_cases.ts";

const temp = await tempFolder();
globalThis.addEventListener("unload", () => Deno.removeSync(temp.path, { recursive: true }));

const path = `${temp.path}/wikitop${Deno.build.os === "windows" ? ".exe" : ""}`;
const { success, stderr } = await new Deno.Command(Deno.execPath(), {
  args: ["run", "--allow-read", "--allow-run", "cli/compile.ts", `--output=${path}`],
  cwd: fileURLToPath(new URL("..", import.meta.url)),
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

for (const cases of [USAGE_CASES, RANK_CASES, BROKEN_INPUT_CASES, RUN_CASES, SHOW_CASES]) {
  registerCases(cases, fromExecutable(path), { prefix: "executable: ", ignore: !success });
}
