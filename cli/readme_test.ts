import { assert, assertEquals } from "@std/assert";
import { TASK_FLAGS } from "../core/testing/task_flags.ts";
import { commandHelp, programHelp } from "./args/help.ts";
import { COMMANDS } from "./commands/mod.ts";

/** The part of the README between the marks of a name. */
async function partOf(name: string): Promise<string> {
  const readme = await Deno.readTextFile(new URL("../README.md", import.meta.url));
  const [, ...parts] = readme.split(`<!-- ${name} -->`);
  assertEquals(parts.length, 1, `README.md has "<!-- ${name} -->" ${parts.length} times`);
  const [part, ...rest] = parts[0]!.split(`<!-- /${name} -->`);
  assertEquals(rest.length, 1, `README.md has "<!-- /${name} -->" ${rest.length} times`);
  return part!;
}

Deno.test("README.md has the help as the program prints it", async () => {
  const blocks = [...(await partOf("help")).matchAll(/^```text\n([^]*?)^```$/gm)];
  assertEquals(
    blocks.map(([_, text]) => text),
    [programHelp(COMMANDS), ...COMMANDS.map(commandHelp)],
  );
});

Deno.test("README.md has the permissions of the wikitop task", async () => {
  const rows = (await partOf("permissions")).split("\n").filter((line) => line.startsWith("|"));
  const cells = rows.map((row) => row.split("|")[1]);
  const flags = cells.flatMap((cell) =>
    [...cell!.matchAll(/`(--allow-[^`]*)`/g)].map(([_, f]) => f)
  );
  assertEquals(
    flags.toSorted(),
    TASK_FLAGS.filter((flag) => flag.startsWith("--allow-")).toSorted(),
  );
});

Deno.test("README.md opens with the two commands", async () => {
  const readme = await Deno.readTextFile(new URL("../README.md", import.meta.url));
  const [demo, test] = ["demo", "test"].map((task) =>
    readme.indexOf(`npx --yes deno@2.9.6 task ${task}`)
  );
  assert(demo! >= 0 && demo! < test!, "it shows how to run demo, then test");
  const before = readme.slice(0, demo).split("\n").filter((line) => line.startsWith("## "));
  assert(before.length <= 1, `${before.length} sections come first`);
});
