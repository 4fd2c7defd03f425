import { assert, assertEquals, assertMatch } from "@std/assert";
import { launch, type Outcome } from "../../../core/testing/launch.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { storeHour } from "../../../core/testing/store_hour.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

const SOURCE = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist];
const FOLDER = "edition=each/unit=hour/year=2026/month=09/day=10/hour=17";

/** Runs a command that may write into the folder `lake`. */
async function wikitop(cwd: string, ...args: string[]): Promise<Outcome> {
  return await launch(WIKITOP, args, { cwd, permissions: ["--allow-write=lake"] });
}

Deno.test("wikitop export writes files, prints their paths, and says what there was already", async () => {
  await using temp = await tempFolder();
  for (const hour of ["17", "18"]) await storeHour(`${temp.path}/reports`, `2026-09-10T${hour}`);
  const args = ["export", "--to", "lake", "--format", "parquet", "--layout", "hive"];
  const first = await wikitop(temp.path, ...args, "2026-09-10T18");
  assertEquals([first.code, first.stdout], [0, `lake/${FOLDER}/part.parquet\n`], first.stderr);
  assertMatch(first.stderr, /^1 file written, [\d.]+ kB; 0 there already\n$/);
  const second = await wikitop(temp.path, ...args);
  assertEquals(second.stdout, `lake/${FOLDER.replace("hour=17", "hour=16")}/part.parquet\n`);
  assertMatch(second.stderr, /^1 file written, [\d.]+ kB; 1 there already\n$/);
  assertEquals(await wikitop(temp.path, ...args, "--quiet"), { code: 0, stdout: "", stderr: "" });
});

Deno.test("wikitop run --export has each hour exported that it finishes", async () => {
  await using temp = await tempFolder();
  const args = ["run", SAMPLE.hour, ...SOURCE, "--export", "lake", "--quiet"];
  assertEquals((await wikitop(temp.path, ...args)).code, 0);
  const exported = await Deno.readTextFile(`${temp.path}/lake/${SAMPLE.hour}.csv`);
  assertEquals(exported, await Deno.readTextFile(SAMPLE.expected));
  // It is exported, too, if it was finished before.
  await Deno.remove(`${temp.path}/lake`, { recursive: true });
  const { code, stderr } = await wikitop(temp.path, ...args.slice(0, -1));
  assertEquals(code, 0);
  assertMatch(stderr, /finished before, skipped\n[^]*Exported: 1 file written, /);
  assertEquals(await Deno.readTextFile(`${temp.path}/lake/${SAMPLE.hour}.csv`), exported);
});

Deno.test("wikitop run --export --per day writes a day's file once", async () => {
  await using temp = await tempFolder();
  const stamps = [17, 18, 19];
  for (const hour of stamps) {
    await Deno.copyFile(SAMPLE.dump, `${temp.path}/pageviews-20260910-${hour}0000.gz`);
  }
  const form = ["--format", "ndjson", "--per", "day"];
  const { code, stderr } = await wikitop(
    temp.path,
    ...["run", "2026-09-10T17", "2026-09-10T20", "--source", ".", "--denylist", "none"],
    ...["--export", "lake", ...form],
  );
  assertEquals(code, 3, stderr); // An hour has no dump; the others are exported all the same.
  assertMatch(stderr, /Exported: 1 file written, [\d.]+ kB; 0 there already/);
  const text = await Deno.readTextFile(`${temp.path}/lake/2026-09-10.hours.ndjson`);
  const starts = text.trimEnd().split("\n").map((line) => JSON.parse(line).period_start);
  assertEquals([...new Set(starts)].length, stamps.length);
  const again = await wikitop(temp.path, "export", "--to", "lake", ...form);
  assertMatch(again.stderr, /^0 files written, 0 B; 1 there already\n$/);
});

Deno.test("wikitop export refuses what cannot be meant", async () => {
  await using temp = await tempFolder();
  await storeHour(`${temp.path}/reports`, "2026-09-10T18");
  await Deno.writeTextFile(`${temp.path}/file`, "");
  const wrong: [args: string[], code: number, says: RegExp][] = [
    [["export"], 2, /^Cannot export: a folder is wanted; write --to DIR\n/],
    [["export", "--to", "reports"], 2, /^Cannot use --to "reports": it is the store; /],
    [["export", "--to", "file"], 2, /^Cannot use --to "file": /],
    [["export", "--to", "lake", "--format", "table"], 2, /write --format csv\|csv\.gz\|ndjson\|/],
    [["export", "--to", "lake", "--format", "json", "--per", "day"], 2, /choose ndjson\n/],
    [["export", "--to", "lake", "--format", "json", "--spreadsheet-safe"], 2, /only csv is for/],
    [["export", "--to", "lake", "2026-09-10T01"], 1, /none of these hours is finished/],
    [["run", SAMPLE.hour, "--layout", "hive"], 2, /^Cannot use --layout without --export: /],
    [["show", SAMPLE.hour, "--format", "parquet"], 2, /write --format csv\|ndjson\|json\|table\n/],
  ];
  for (const [args, code, says] of wrong) {
    const outcome = await wikitop(temp.path, ...args);
    assertEquals([outcome.code, outcome.stdout], [code, ""], args.join(" "));
    assertMatch(outcome.stderr, says);
  }
});

Deno.test("wikitop export says how to go on where a folder has another form", async () => {
  await using temp = await tempFolder();
  await storeHour(`${temp.path}/reports`, "2026-09-10T18");
  await wikitop(temp.path, "export", "--to", "lake");
  const { code, stderr } = await wikitop(temp.path, "export", "--to", "lake", "--format", "csv.gz");
  assertEquals(code, 1);
  assertMatch(
    stderr,
    /^Cannot export to "lake": its files are "csv flat", not "csv\.gz flat"; choose another folder, /,
  );
});

Deno.test("wikitop export goes on after hours that are not finished, which it names", async () => {
  await using temp = await tempFolder();
  for (const hour of ["17", "18"]) await storeHour(`${temp.path}/reports`, `2026-09-10T${hour}`);
  await Deno.remove(`${temp.path}/reports/2026/09/2026-09-10T17.manifest`);
  const { code, stdout, stderr } = await wikitop(temp.path, "export", "--to", "lake");
  assertEquals([code, stdout], [0, "lake/2026-09-10T18.csv\n"]);
  assertMatch(stderr, /^Warning: hour "2026-09-10T17" is left out: its report has no manifest\n/);
  assertMatch(stderr, /; 1 not finished, and left out\n$/);
});

Deno.test("wikitop export asks for no network, and gives the command with what it lacks", async () => {
  await using temp = await tempFolder();
  await storeHour(`${temp.path}/reports`, "2026-09-10T18");
  const { code, stderr } = await launch(WIKITOP, ["export", "--to", "elsewhere"], {
    cwd: temp.path,
  });
  assertEquals(code, 1);
  assertMatch(stderr, /^Cannot write to "elsewhere": the permission is missing; /);
  assertMatch(
    stderr,
    / --allow-write=elsewhere,\.\/reports | --allow-write=\.\/reports,elsewhere /,
  );
  assert(!stderr.includes("--allow-net"), stderr);
});
