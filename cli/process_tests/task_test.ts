import { assertEquals, assertMatch } from "@std/assert";
import { fileURLToPath } from "node:url";
import { assertSameText } from "../../core/testing/assert_same_text.ts";
import { launch } from "../../core/testing/launch.ts";
import type { Program } from "../../core/testing/program.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";

const CONFIG = fileURLToPath(new URL("../../deno.json", import.meta.url));

/** The program as people type it, by the name of the task. */
const TASK: Program = {
  command: () => [Deno.execPath(), "task", "--quiet", `--config=${CONFIG}`, "wikitop"],
};

Deno.test("deno task wikitop works in the folder it is called from", async () => {
  await using temp = await tempFolder();
  await Deno.copyFile(SAMPLE.dump, `${temp.path}/${SAMPLE.dumpName}`);
  const args = ["run", SAMPLE.hour, "--source", ".", "--denylist", SAMPLE.denylist];
  const { code, stdout, stderr } = await launch(TASK, args, { cwd: temp.path });
  assertMatch(stderr, /^2026-09-10T18: made in /);
  assertEquals([code, stdout], [0, "reports/2026/09/2026-09-10T18.csv\n"]);
  assertSameText(
    await Deno.readTextFile(`${temp.path}/${stdout.trim()}`),
    await Deno.readTextFile(SAMPLE.expected),
  );
});

Deno.test("deno task wikitop passes arguments and exit codes through", async () => {
  await using temp = await tempFolder();
  const args = ["rank", "my dump.gz", "--hour", "2026-09-10 18:00", "--denylist", "none"];
  const missing = await launch(TASK, args, { cwd: temp.path });
  assertMatch(missing.stderr, /my dump\.gz/);
  assertEquals(missing.code, 1);
  assertEquals((await launch(TASK, ["ruin"], { cwd: temp.path })).code, 2);
});
