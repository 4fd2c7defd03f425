import { assert, assertEquals, assertMatch } from "@std/assert";
import { launch } from "../../core/testing/launch.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { commandHelp, programHelp } from "../args/help.ts";
import { loadCommands } from "../commands/load.ts";
import { WIKITOP } from "../testing/program_under_test.ts";
import { VERSION } from "../version.ts";

const COMMANDS = await loadCommands();

/** What is misspelt, and what the program has to say. */
const MISTAKES: Record<string, [args: string[], says: string]> = {
  "a command": [["ruin"], 'did you mean "run"?'],
  "a command as a flag": [["--verison"], 'did you mean "--version"?'],
  "a flag": [["run", "--sorce", "."], 'did you mean "--source"?'],
  "a flag with a value": [["show", "2026-09-10T18", "--tops=5"], 'did you mean "--top"?'],
  "a switch": [["run", "--forc"], 'did you mean "--force"?'],
  "a format": [["rank", "-", "--format", "cvs"], "csv, ndjson, json, table"],
  "a rule of ties": [["rank", "-", "--ties", "drow"], "row, rank, dense"],
  "a number": [["run", "--top", "many"], "whole number"],
  "an hour": [["run", "2026-09-10T25"], "there is no hour"],
  "an hour of a range": [["run", "2026-09-10T18", "2026-09-31T18"], "there is no date"],
  "a date": [["show", "2026-02-30T01"], "there is no date"],
  "an hour that is a day": [["projects", "2026-09-10", "--store", "."], "2026-09-10T01"],
  "an hour to come": [["run", "2099-01-01T00"], "it has not ended yet"],
  "an hour before all dumps": [["run", "2015-05-01T00"], "2015-05-01T01"],
  "a range backwards": [["run", "2026-09-10T18", "2026-09-10T17"], "swap the two"],
  "a third hour": [["run", "2026-09-10T01", "2026-09-10T02", "2026-09-10T03"], "at most two"],
  "the format of a stored hour": [
    ["run", "2026-09-10T18", "--format", "json"],
    "without --export: the store has one form",
  ],
  "the format of a list": [["ls", "--format", "csv"], "table, json, ndjson"],
  "nothing to show": [["show"], "an hour is wanted"],
  "a dump that has not been yet": [
    ["rank", "pageviews-20991231-230000.gz"],
    "it has not ended yet",
  ],
  "a source of another kind": [["run", "--source", "s3://bucket/dumps"], '"s3:" cannot be read'],
  "a denylist of another kind": [["run", "--denylist", "ftp://a/b"], '"ftp:" cannot be read'],
  "a source that is no URL": [
    ["run", "2026-09-10T18", "--source", "http://", "--denylist", "none"],
    "--source",
  ],
};

Deno.test("wikitop --help prints the help", async () => {
  await using temp = await tempFolder();
  for (const args of [["--help"], ["-h"], ["help"]]) {
    assertEquals(
      await launch(WIKITOP, args, { cwd: temp.path }),
      { code: 0, stdout: programHelp(COMMANDS), stderr: "" },
    );
  }
});

Deno.test("wikitop COMMAND --help prints the help of the command", async () => {
  await using temp = await tempFolder();
  for (const command of COMMANDS) {
    for (const args of [[command.name, "--help"], [command.name, "x", "-h"]]) {
      assertEquals(
        await launch(WIKITOP, args, { cwd: temp.path }),
        { code: 0, stdout: commandHelp(command), stderr: "" },
      );
    }
  }
});

Deno.test("wikitop help COMMAND prints the help of the command", async () => {
  await using temp = await tempFolder();
  for (const args of [["help", "run"], ["--help", "run"]]) {
    const { code, stdout } = await launch(WIKITOP, args, { cwd: temp.path });
    assertEquals([code, stdout], [0, commandHelp(COMMANDS.find(({ name }) => name === "run")!)]);
  }
});

Deno.test("wikitop --version prints the version", async () => {
  await using temp = await tempFolder();
  for (const flag of ["--version", "-V"]) {
    assertEquals(
      await launch(WIKITOP, [flag], { cwd: temp.path }),
      { code: 0, stdout: `wikitop ${VERSION}\n`, stderr: "" },
    );
  }
});

Deno.test("wikitop alone shows how it is used, which is a mistake", async () => {
  await using temp = await tempFolder();
  const { code, stdout, stderr } = await launch(WIKITOP, [], { cwd: temp.path });
  assertEquals([code, stdout], [2, ""]);
  assert(stderr.startsWith(programHelp(COMMANDS)), stderr);
});

for (const [what, [args, says]] of Object.entries(MISTAKES)) {
  Deno.test(`wikitop refuses a mistake in ${what}, and says what to write`, async () => {
    await using temp = await tempFolder();
    const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
    assertMatch(stderr, /^(Cannot|Invalid) /);
    assert(stderr.includes(says), stderr);
    assert(!/^ +at /m.test(stderr), "it shows a stack");
    assertEquals([code, stdout], [2, ""]);
    assertEquals(await Array.fromAsync(Deno.readDir(temp.path)), []);
  });
}

Deno.test("wikitop refuses a variable that it does not know, and guesses", async () => {
  await using temp = await tempFolder();
  for (const args of [["run"], ["ls"], ["serve"]]) {
    const { code, stdout, stderr } = await launch(WIKITOP, args, {
      cwd: temp.path,
      env: { WIKITOP_TPO: "3" },
    });
    assertMatch(stderr, /^Cannot use WIKITOP_TPO: .*; did you mean "WIKITOP_TOP"\?/);
    assertEquals([code, stdout], [2, ""]);
  }
});

Deno.test("wikitop refuses a token that leaves doubts, and a store to read that is not there", async () => {
  await using temp = await tempFolder();
  await Deno.writeTextFile(`${temp.path}/empty`, "\n");
  await Deno.writeTextFile(`${temp.path}/two`, "one\ntwo\n");
  const cases: [string[], Record<string, string>, RegExp][] = [
    [["--token-file", "empty"], {}, /^Cannot use --token-file "empty": it is empty/],
    [["--token-file", "two"], {}, /^Cannot use --token-file "two": it has more than one line/],
    [[], { WIKITOP_TOKEN_FILE: "" }, /^Cannot use WIKITOP_TOKEN_FILE "": missing value/],
    [["--read-only"], {}, /^Cannot use --store "\.\/reports": there is no such folder/],
    [["--source", "none"], {}, /^Cannot use source "none": there is no such folder/],
  ];
  for (const [args, env, says] of cases) {
    const outcome = await launch(WIKITOP, ["serve", "--port", "0", ...args], {
      cwd: temp.path,
      env,
    });
    assertMatch(outcome.stderr, says);
    assertEquals([outcome.code, outcome.stdout], [2, ""]);
  }
});

Deno.test("wikitop names the variable that has a wrong value", async () => {
  await using temp = await tempFolder();
  const options = { cwd: temp.path, env: { WIKITOP_TOP: "many" } };
  const { code, stderr } = await launch(WIKITOP, ["run"], options);
  assertMatch(stderr, /^Cannot use WIKITOP_TOP "many": /);
  assertEquals(code, 2);
});
