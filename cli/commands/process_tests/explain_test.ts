import { assert, assertEquals, assertMatch } from "@std/assert";
import { gunzipSync } from "node:zlib";
import { launch, type Outcome } from "../../../core/testing/launch.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { sampleServer } from "../../../core/testing/sample_server.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

const FROM_FOLDER = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist];

async function explain(...args: string[]): Promise<Outcome> {
  await using temp = await tempFolder();
  const outcome = await launch(WIKITOP, ["explain", SAMPLE.hour, ...args], { cwd: temp.path });
  assertEquals(await Array.fromAsync(Deno.readDir(temp.path)), []);
  return outcome;
}

/** The lines behind the heading, of a page or domain that is there. */
async function linesOf(...args: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await explain(...args, ...FROM_FOLDER);
  assertEquals([code, stderr], [0, `Reading ${SAMPLE.dump} …\n`]);
  return stdout.trimEnd().split("\n").slice(3);
}

/** The rows of a domain in the sample, as zcat, sort and head would show them. */
async function rowsOf(code: string): Promise<[title: string, views: number][]> {
  const dump = new TextDecoder().decode(gunzipSync(await Deno.readFile(SAMPLE.dump)));
  const rows = dump.split("\n").map((line) => line.split(" ")).filter(([first]) => first === code);
  return rows.map(([_, title, views]): [string, number] => [title!, Number(views)])
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

Deno.test("wikitop explain shows where a page ranks", async () => {
  const { stdout } = await explain("en.m", "Albert_Einstein", ...FROM_FOLDER);
  assertEquals(
    stdout,
    `2026-09-10T18 · 2026-09-10T17:00:00Z to 2026-09-10T18:00:00Z · ${SAMPLE.dump}
en.wikipedia, mobile · en.m · 351,999 views · 365 pages

Albert_Einstein · 17,782 views, 5.1% of the domain's
Not denied by ${SAMPLE.denylist}
Rank 1; it would be 3 without the denylist

     rank  without denylist   views  title
   denied                 1  65,989  Main_Page
   denied                 2  23,782  Special:Search
>       1                 3  17,782  Albert_Einstein
        2                 4  12,011  Elizabeth_II
        3                 5  10,988  Freddie_Mercury
        4                 6   9,847  World_War_II
`,
  );
});

Deno.test("wikitop explain names the entry that denies a page, as it is written", async () => {
  const [views, entry, ranks] = await linesOf("en.m", "Special:Search");
  assertMatch(views!, /^Special:Search · 23,782 views, 6\.8% /);
  const line = (await Deno.readTextFile(SAMPLE.denylist)).split("\n")
    .indexOf("en.m Special%3ASearch") + 1;
  assertEquals(entry, `Denied by line ${line} of ${SAMPLE.denylist}: en.m Special%3ASearch`);
  assertEquals(ranks, "No rank; it would be 2 without the denylist");
});

Deno.test("wikitop explain finds a page by a title with spaces, or percent-encoded", async () => {
  for (const title of ["Albert Einstein", "Albert%20Einstein", "Alber%74_Einstein"]) {
    const [line] = await linesOf("en.m", title);
    assertMatch(line!, /^Albert_Einstein · 17,782 views/);
  }
  const [line] = await linesOf("ja.m", "%E6%97%A5%E6%9C%AC");
  assertMatch(line!, /^日本 · 7,975 views/);
  const [unknown] = await linesOf("en.m", "-");
  assertMatch(unknown!, /^- · /);
});

Deno.test("wikitop explain tells ranks far beyond those of a report", async () => {
  const rows = await rowsOf("en.m");
  const [title, views] = rows[rows.length - 100]!;
  const [first, _, ranks] = await linesOf("en.m", title);
  assert(first!.startsWith(`${title} · ${views.toLocaleString("en-US")} views`), first);
  assertMatch(ranks!, new RegExp(`; it would be ${rows.length - 99} without the denylist`));
  const tied = rows.filter(([_, others]) => others === views).length - 1;
  if (tied > 0) assertMatch(ranks!, new RegExp(`; ${tied} other pages? ha(s|ve) as many views$`));
});

Deno.test("wikitop explain agrees with the report", async () => {
  const report = (await Deno.readTextFile(SAMPLE.expected)).split("\n");
  const rows = report.map((line) => line.split(",")).filter(([_unit, _start, code]) =>
    code === "de"
  );
  const lines = await linesOf("de");
  const start = lines.findIndex((line) => /^rank +without denylist/.test(line)) + 1;
  assertEquals(
    lines.slice(start, start + 25).map((line) => {
      const [rank, _, views, title] = line.trim().split(/ +/);
      return [rank, views!.replace(",", ""), title];
    }),
    rows.map((
      [_unit, _start, _code, _project, _access, rank, views, title],
    ) => [rank, views, title]),
  );
  assertEquals(lines[start + 25], "behind the top 25:");
  assertEquals(lines.length, start + 31);
});

Deno.test("wikitop explain shows what is denied in a domain", async () => {
  const [first, heading, ...lines] = await linesOf("en.m", "--top", "3");
  assertEquals(first, "3 pages are denied, with 93,038 views, 26.4% of the domain's");
  assertMatch(heading!, /^ *views +title +entry$/);
  assertMatch(lines[0]!, /^65,989 +Main_Page +line 9: en\.m Main_Page$/);
  assertMatch(lines[1]!, /^23,782 +Special:Search +line \d+: en\.m Special%3ASearch$/);
  assertMatch(lines[2]!, /^ 3,267 +- +line \d+: en\.m -$/);
  assertEquals(lines[8], "behind the top 3:");
});

Deno.test("wikitop explain takes the domain without a code as the dump has it", async () => {
  for (const code of ["", '""']) {
    const [line] = await linesOf(code, "Z12899");
    assertMatch(line!, /^Z12899 · 11 views/);
  }
});

Deno.test("wikitop explain does without a denylist", async () => {
  const args = ["en.m", "Main_Page", "--source", SAMPLE.folder, "--denylist", "none", "--quiet"];
  const { stdout, stderr } = await explain(...args);
  assertEquals(stderr, "");
  assertEquals(stdout.split("\n").slice(4, 6), ["No denylist", "Rank 1"]);
});

Deno.test("wikitop explain reads a dump from a server", async () => {
  await using temp = await tempFolder();
  await using server = sampleServer();
  const args = ["explain", SAMPLE.hour, "de", "--source", server.url, "--denylist", "none"];
  const permissions = [`--allow-net=${server.host}`];
  const { code, stdout, stderr } = await launch(WIKITOP, args, { cwd: temp.path, permissions });
  assertEquals(code, 0, stderr);
  const url = `${server.url}${SAMPLE.dumpPath.slice(1)}`;
  assert(stdout.split("\n")[0]!.endsWith(` · ${url}`), stdout);
  assertEquals(stderr, `Reading ${url} …\n`);
});

Deno.test("wikitop explain takes a project as others have it at hand, and shows each of its codes", async () => {
  for (const project of ["en.wikipedia", "enwiki", "https://en.wikipedia.org/wiki/Titanic"]) {
    const title = project.startsWith("https") ? [] : ["Titanic"];
    const { code, stdout } = await explain(project, ...title, ...FROM_FOLDER);
    assertEquals(code, 0);
    const headings = stdout.split("\n").filter((line) => / pages$/.test(line));
    assertEquals(headings.map((line) => line.split(" · ")[1]), ["en", "en.m"]);
    assertEquals(stdout.match(/^Titanic · .* of the domain's$/gm)?.length, 2);
  }
});

Deno.test("wikitop explain says what is not there, and what was meant", async () => {
  const wrong: [args: string[], says: string][] = [
    [
      ["en.m", "albert einstein"],
      'none of that title in this hour; did you mean "Albert_Einstein"?',
    ],
    [["en.m", "No such page"], 'Cannot explain page "No such page": domain "en.m" has none'],
    [["en.wikipedia", "No such page"], 'domains "en" and "en.m" have none of that title'],
    [["en.wikipdia"], 'has none of that code or project; did you mean "en.wikipedia"?'],
    [["en.mm", "Main_Page"], 'did you mean "en.m"?'],
  ];
  for (const [args, says] of wrong) {
    const { code, stdout, stderr } = await explain(...args, ...FROM_FOLDER, "--quiet");
    assertEquals([code, stdout], [1, ""]);
    assert(stderr.startsWith("Cannot explain ") && stderr.includes(says), stderr);
  }
});

Deno.test("wikitop explain refuses wrong arguments", async () => {
  await using temp = await tempFolder();
  const wrong = [[], [SAMPLE.hour], ["2026-09-31T18", "en"], [SAMPLE.hour, "en", "A", "B"]];
  for (const args of wrong) {
    const { code, stdout, stderr } = await launch(WIKITOP, ["explain", ...args], {
      cwd: temp.path,
    });
    assertEquals([code, stdout], [2, ""]);
    assertMatch(stderr, /^(Cannot|Invalid) /);
  }
});
