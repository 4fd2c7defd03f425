import { assert, assertEquals } from "@std/assert";
import { loadCommands } from "../commands/load.ts";
import { Arguments } from "./arguments.ts";
import { type Flag, type FlagName, FLAGS } from "./flags.ts";
import { commandHelp, helpOf, programHelp, usageOf } from "./help.ts";

const COMMANDS = await loadCommands();

Deno.test("programHelp() names every command", () => {
  for (const { name, summary } of COMMANDS) {
    assert(programHelp(COMMANDS).includes(`wikitop ${name} `), name);
    assert(programHelp(COMMANDS).includes(summary.split(" ").slice(0, 4).join(" ")), name);
  }
});

for (const command of COMMANDS) {
  Deno.test(`commandHelp() of ${command.name} explains each of its flags, and no other`, () => {
    const help = commandHelp(command);
    for (const name of Object.keys(FLAGS) as FlagName[]) {
      const isIts = command.flags.includes(name);
      assertEquals(new RegExp(`^  --${name}(?![\\w-])`, "m").test(help), isIts, `--${name}`);
      const words = help.replace(/\s+/g, " ");
      if (isIts) assert(words.includes(helpOf(name, command)), `--${name}`);
    }
  });

  Deno.test(`commandHelp() of ${command.name} gives examples that can be typed`, () => {
    for (const [line] of command.examples) {
      const [name, ...words] = line.replace(/ [<>] \S+/g, "").replaceAll("'", "").split(" ");
      assertEquals(name, command.name);
      Arguments.parse(words, command, () => undefined);
    }
  });
}

Deno.test("help fits into 80 columns and has no space at a line's end", () => {
  for (const text of [programHelp(COMMANDS), ...COMMANDS.map(commandHelp)]) {
    for (const line of text.split("\n")) {
      // A URL cannot be broken.
      assert(line.replace(/https?:\S+/, "").length <= 80, line);
      assert(!line.endsWith(" "), `"${line}"`);
    }
    assert(text.endsWith("\n") && !text.endsWith("\n\n"));
  }
});

Deno.test("help keeps older names of flags to itself", () => {
  for (const { hiddenAlias } of Object.values(FLAGS) as Flag[]) {
    if (hiddenAlias === undefined) continue;
    for (const text of [programHelp(COMMANDS), ...COMMANDS.map(commandHelp)]) {
      assert(!text.includes(`--${hiddenAlias}`), hiddenAlias);
    }
  }
});

Deno.test("usageOf() shows how a flag is written", () => {
  assertEquals(usageOf("top"), "--top N");
  assertEquals(usageOf("force"), "--force");
});

Deno.test("helpOf() ends with the default of the command", () => {
  const show = COMMANDS.find(({ name }) => name === "show")!;
  const rank = COMMANDS.find(({ name }) => name === "rank")!;
  assert(helpOf("format", show).endsWith(" [table]"));
  assert(helpOf("format", rank).endsWith(" [csv]"));
});

Deno.test("help of ls offers no format that a list has not", () => {
  const ls = COMMANDS.find(({ name }) => name === "ls")!;
  const [line] = commandHelp(ls).split("\n").filter((line) => line.includes("--format table"));
  assert(!line!.includes("csv"), line);
});
