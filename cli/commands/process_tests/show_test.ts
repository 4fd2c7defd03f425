import { assert, assertEquals, assertMatch } from "@std/assert";
import { assertSameText } from "../../../core/testing/assert_same_text.ts";
import { launch } from "../../../core/testing/launch.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { type TempFolder, tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

const FROM_FOLDER = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist];
/** A source without a dump: an hour that is shown nevertheless was in the store. */
const NOWHERE = ["--source", "no-such-folder"];

/** A folder in whose store the sample hour is finished. */
async function folderWithHour(...flags: string[]): Promise<TempFolder> {
  const temp = await tempFolder();
  const args = ["run", SAMPLE.hour, ...FROM_FOLDER, ...flags];
  const { code, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals(code, 0, stderr);
  return temp;
}

function rowsOf(table: string): string[] {
  return table.split("\n").filter((line) => /^ +\d+ {2}/.test(line));
}

Deno.test("wikitop show says what the denylist left out, and lists it", async () => {
  await using temp = await folderWithHour();
  const options = { cwd: temp.path };
  const show = (...flags: string[]) =>
    launch(WIKITOP, ["show", SAMPLE.hour, "en.m", ...NOWHERE, ...flags], options);
  const short = await show();
  assertMatch(short.stdout, /\n {2}3 pages left out by the denylist; --show-denied lists them\n$/);
  const long = await show("--show-denied");
  assertMatch(long.stdout, /\n {2}3 pages left out by the denylist:\n {4}would be +views +title\n/);
  const { domains: [domain] } = JSON.parse((await show("--format", "json")).stdout);
  assertEquals(domain.denied.length, 3);
  for (const { title } of domain.denied) assert(long.stdout.includes(title), title);
  const { code, stderr } = await show("--show-denied", "--format", "csv");
  assertEquals(code, 2);
  assertMatch(stderr, /^Cannot use --show-denied with --format csv: /);
});

Deno.test("wikitop show shows the busiest domains of a stored hour", async () => {
  await using temp = await folderWithHour();
  const options = { cwd: temp.path };
  const { code, stdout, stderr } = await launch(
    WIKITOP,
    ["show", SAMPLE.hour, ...NOWHERE],
    options,
  );
  const headings = stdout.split("\n").filter((line) => / views$/.test(line));
  assertEquals(headings.length, 5);
  assertMatch(headings[0]!, /^en\.wikipedia, mobile · en\.m · /);
  assertEquals(rowsOf(stdout).length, 125);
  assertMatch(stderr, /^\d+ more domains: name them to see them\n$/);
  assertEquals(code, 0);
});

Deno.test("wikitop show shows the projects that are named", async () => {
  await using temp = await folderWithHour();
  const args = ["show", SAMPLE.hour, "ja.wikipedia", "commons.m", "--top", "3", ...NOWHERE];
  const { stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  const headings = stdout.split("\n").filter((line) => / views$/.test(line));
  assertEquals(headings.map((heading) => heading.split(" · ")[1]), ["commons.m", "ja", "ja.m"]);
  assertEquals(rowsOf(stdout).length, 9);
  assertEquals(stderr, "");
});

Deno.test("wikitop show takes * for anything", async () => {
  await using temp = await folderWithHour();
  const args = ["show", SAMPLE.hour, "*.b", "--top", "1", ...NOWHERE];
  const { stdout } = await launch(WIKITOP, args, { cwd: temp.path });
  const headings = stdout.split("\n").filter((line) => / views$/.test(line));
  assert(headings.length > 0);
  for (const heading of headings) assertMatch(heading, / · \S+\.b · /);
});

Deno.test("wikitop show guesses what project was meant", async () => {
  await using temp = await folderWithHour();
  const guesses = [["en.mm", "en.m"], ["en.wikipeda", "en.wikipedia"]] as const;
  for (const [typed, meant] of guesses) {
    const args = ["show", SAMPLE.hour, typed, ...NOWHERE];
    const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
    assertMatch(stderr, /^Cannot show /);
    assert(stderr.includes(`did you mean "${meant}"?`), stderr);
    assertEquals([code, stdout], [1, ""]);
  }
});

Deno.test("wikitop show finds Wikifunctions by its name and as the heading has it", async () => {
  await using temp = await folderWithHour();
  for (const name of ["wikifunctions", '""']) {
    const args = ["show", SAMPLE.hour, name, "--top", "1", ...NOWHERE];
    const { stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
    assert(stdout.includes('wikifunctions, desktop and mobile · "" · '), stderr);
  }
});

Deno.test("wikitop show --format prints the whole report", async () => {
  await using temp = await folderWithHour();
  const args = ["show", SAMPLE.hour, "--format", "csv", ...NOWHERE];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals([code, stderr], [0, ""]);
  assertSameText(stdout, await Deno.readTextFile(SAMPLE.expected));
});

Deno.test("wikitop show makes an hour that is missing", async () => {
  await using temp = await tempFolder();
  const args = ["show", SAMPLE.hour, "en", "--top", "1", ...FROM_FOLDER];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals(rowsOf(stdout).length, 1);
  assertMatch(stderr, /^2026-09-10T18 is not in the store yet/);
  assertEquals(code, 0);
  assertSameText(
    await Deno.readTextFile(`${temp.path}/reports/2026/09/2026-09-10T18.csv`),
    await Deno.readTextFile(SAMPLE.expected),
  );
});

Deno.test("wikitop show says why it cannot make an hour that is missing", async () => {
  await using temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/no-such-folder`);
  const args = ["show", SAMPLE.hour, ...NOWHERE, "--denylist", "none"];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path });
  assert(stderr.includes('Cannot find dump of hour "2026-09-10T18": '), stderr);
  assertEquals([code, stdout], [1, ""]);
});

Deno.test("wikitop show --top beyond what is stored ranks the hour again", async () => {
  await using temp = await folderWithHour("--top", "3");
  const args = ["show", SAMPLE.hour, "en", "--top", "5", ...FROM_FOLDER];
  const { stdout } = await launch(WIKITOP, args, { cwd: temp.path });
  assertEquals(rowsOf(stdout).length, 5);
});

Deno.test("wikitop show stores an hour in one form, however it is shown", async () => {
  await using temp = await folderWithHour("--top", "3");
  const args = ["show", SAMPLE.hour, "en", "--top", "5", "--format", "json", ...FROM_FOLDER];
  await launch(WIKITOP, args, { cwd: temp.path });
  const names = [...Deno.readDirSync(`${temp.path}/reports/2026/09`)].map(({ name }) => name);
  assertEquals(names.sort(), [
    "2026-09-10T18.csv",
    "2026-09-10T18.denied",
    "2026-09-10T18.manifest",
  ]);
});

Deno.test("wikitop show never replaces a finished hour, whatever is asked for", async () => {
  await using temp = await folderWithHour("--top", "100");
  const folder = `${temp.path}/reports/2026/09`;
  const files = () =>
    Promise.all(
      ["csv", "manifest"].map((name) => Deno.readTextFile(`${folder}/2026-09-10T18.${name}`)),
    );
  const before = await files();
  const others = [
    ["--top", "3", "--denylist", "none"],
    ["--top", "200"],
    ["--ties", "dense"],
    ["--denylist", "none", "--format", "csv"],
  ];
  for (const flags of others) {
    const args = ["show", SAMPLE.hour, "de", "--source", SAMPLE.folder, ...flags];
    const denylist = flags.includes("--denylist") ? [] : ["--denylist", SAMPLE.denylist];
    const { code, stderr } = await launch(WIKITOP, [...args, ...denylist], { cwd: temp.path });
    assertMatch(stderr, /^2026-09-10T18 is in the store with top 100, denylist [0-9a-f]{4}…, /);
    assertEquals([code, await files()], [0, before], flags.join(" "));
  }
  const same = ["show", SAMPLE.hour, "de", ...NOWHERE, "--denylist", SAMPLE.denylist];
  const asked = [...same, "--top", "3", "--format", "csv"];
  const { code, stderr } = await launch(WIKITOP, asked, { cwd: temp.path });
  assertEquals([code, stderr], [0, ""]);
});

Deno.test("wikitop show says at once that a folder of dumps is not there", async () => {
  await using temp = await tempFolder();
  const args = ["show", SAMPLE.hour, ...NOWHERE, "--denylist", "none", "--quiet"];
  assertEquals(await launch(WIKITOP, args, { cwd: temp.path }), {
    code: 2,
    stdout: "",
    stderr:
      'Cannot use source "no-such-folder": there is no such folder; check what --source says\n',
  });
});
