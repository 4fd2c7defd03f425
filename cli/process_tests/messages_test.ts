import { assert, assertEquals, assertMatch } from "@std/assert";
import { launch } from "../../core/testing/launch.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { WIKITOP } from "../testing/program_under_test.ts";

const DUMPS = "https://dumps.wikimedia.org/other/pageviews/";
const DUMP = `${DUMPS}2026/2026-09/pageviews-20260910-180000.gz`;

/** What is typed, the exit code, and what standard error says. */
const CASES: [args: string[], code: number, says: RegExp][] = [
  [["run", "--top", "-1"], 2, /^Cannot use --top "-1": not a whole number from 1; write --top N\n/],
  [["show", "--domain", "en"], 2, /not a flag of this command; write projects behind the hour/],
  [["show", "--domain", "en"], 2, /\nwikitop show --help shows its flags\n$/],
  [["-v"], 2, /^Cannot run "-v": there is no such command; did you mean "--version"\?\n/],
  [
    ["rank", "."],
    2,
    /^Cannot rank "\.": it is a folder; write the path of a dump in it, or wikitop /,
  ],
  [["rank", "nofile.gz"], 1, /^Cannot read "nofile\.gz": there is no such file/],
  [["rank", DUMP], 2, /it is a URL, and rank reads files; write wikitop run 2026-09-10T18, which/],
  [["rank", "https://a.org/x"], 2, /it is a URL, and rank reads files; fetch it first/],
  [["rank", "empty.gz", "--hour", SAMPLE.hour], 1, /^Cannot use dump "empty\.gz" of hour "2026-/],
  [["rank", "cut.gz", "--hour", SAMPLE.hour], 1, /^Cannot use dump "cut\.gz" of hour "2026-/],
  // Whoever reads a store that is not there gets one answer.
  ...["ls", "verify", "prune --older-than 1d", "projects latest", "page en Ada", "trending latest"]
    .concat("diff latest latest", "export --to reports/lake", "load --to sqlite:reports/top.db")
    .map((line): (typeof CASES)[number] => [
      [...line.split(" "), "--store", "mine"],
      2,
      /^Cannot use --store "mine": there is no such folder; check the path, or wikitop run --store mine m/,
    ]),
  // The period comes first.
  [
    ["show", "frwiki", "latest"],
    2,
    /and the period comes first; write wikitop show latest frwiki\n/,
  ],
  [
    ["explain", "https://fr.wikipedia.org/wiki/Didier_Lockwood"],
    2,
    /it is an article, and the period [^\n]* write wikitop explain latest https:\S+Lockwood\n/,
  ],
  // Before the denylist is asked for.
  [["run", SAMPLE.hour, "--source", "none"], 2, /^Cannot use source "none": there is no such fol/],
  [
    ["show", SAMPLE.hour, "--source", "none"],
    2,
    /making it …\nCannot use source "none": there is /,
  ],
  [["explain", SAMPLE.hour, "en", "--source", "none"], 2, /^Cannot use source "none": there is no/],
  [
    ["run", "2026-09-10T19", "--source", "."],
    3,
    /^2026-09-10T19: Cannot find dump of hour [^\n]*\n$/,
  ],
  [
    ["show", "2026-09-11", "--source", "."],
    1,
    /it …\nCannot make day [^\n]*none of its 24 hours has/,
  ],
  [
    ["explain", "2026-09-10T19", "en", "--source", "."],
    1,
    /^Cannot find dump of hour "2026-09-10T1/,
  ],
  [["serve", "--token-file", "none"], 1, /Cannot read "none": there is no such file/],
  [
    ["run", "--log", "json", "--tpo", "1"],
    2,
    /^{"stage":"error","message":"Cannot use --tpo.*}\n$/,
  ],
  [["run", "--log=json", "2026-13-01T01"], 2, /^{"stage":"error","message":"Invalid hour.*}\n$/],
  [
    ["run", SAMPLE.hour, "--log", "json", "--denylist", "none", "--store", "/elsewhere"],
    1,
    /^{"stage":"error","message":"Cannot write to \\"\/elsewhere\\".*}\n$/,
  ],
];

for (const [args, code, says] of CASES) {
  Deno.test(`wikitop ${args.join(" ")} says ${says}`, async () => {
    await using temp = await tempFolder();
    await Deno.writeTextFile(`${temp.path}/empty.gz`, "");
    await Deno.writeFile(`${temp.path}/cut.gz`, (await Deno.readFile(SAMPLE.dump)).slice(0, 3000));
    const typed = args[0] === "rank" ? [...args, "--denylist", "none"] : args;
    const outcome = await launch(WIKITOP, typed, { cwd: temp.path });
    assertMatch(outcome.stderr, says);
    assertEquals([outcome.code, outcome.stdout], [code, ""]);
    assert(!/\bE[A-Z]{4,}\b|os error/.test(outcome.stderr), outcome.stderr);
  });
}

Deno.test("wikitop --help fits 80 columns and lists all exit codes", async () => {
  await using temp = await tempFolder();
  for (const args of [["--help"], ["run", "--help"], ["serve", "--help"]]) {
    const { stdout } = await launch(WIKITOP, args, { cwd: temp.path });
    // A URL stays whole, so that it can be copied.
    const lines = stdout.split("\n").filter((line) => !/^ *\[?https:\S+$/.test(line));
    for (const line of lines) assert(line.length <= 80, line);
  }
  const { stdout } = await launch(WIKITOP, ["--help"], { cwd: temp.path });
  for (const code of [0, 1, 2, 3, 130]) assertMatch(stdout, new RegExp(`^  ${code} +\\w`, "m"));
});
