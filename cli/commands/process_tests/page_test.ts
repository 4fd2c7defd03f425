import { assert, assertEquals, assertMatch } from "@std/assert";
import { launch } from "../../../core/testing/launch.ts";
import { storeHour } from "../../../core/testing/store_hour.ts";
import { type TempFolder, tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

/** A folder with two stored hours, the one between them missing. */
async function folderWithHours(): Promise<TempFolder> {
  const temp = await tempFolder();
  const store = `${temp.path}/reports`;
  const [first, last] = ["2026-09-10T16", "2026-09-10T18"];
  await storeHour(store, first!, { dump: "en Ada_B 9 0\nen Eve 8 0\nen.m Ada_B 7 0\n" });
  await storeHour(store, last!, { dump: "en Ada_B 1500 0\nen Eve 2000 0\nzh-yue X 1 0\n" });
  return temp;
}

async function wikitop(cwd: string, ...args: string[]) {
  return await launch(WIKITOP, args, { cwd });
}

Deno.test("wikitop page shows rank and views over the stored hours", async () => {
  await using temp = await folderWithHours();
  const expected = [
    "Ada B · en.wikipedia",
    "",
    "hour           en  views  en.m  views",
    "2026-09-10T16  1.      9    1.      7",
    "2026-09-10T18  2.  1,500     –      –",
    "",
  ].join("\n");
  for (
    const written of [
      ["en.wikipedia", "Ada B"],
      ["enwiki", "Ada_B"],
      ["https://en.m.wikipedia.org/wiki/Ada_B"],
      ["en.wikipedia.org", "Ada B", "2026-09-10T16", "2026-09-10T18"],
    ]
  ) {
    const { code, stdout, stderr } = await wikitop(temp.path, "page", ...written);
    assertEquals([code, stdout, stderr], [0, expected, ""]);
  }
});

Deno.test("wikitop page writes JSON as the API does, and a line for each place", async () => {
  await using temp = await folderWithHours();
  const json = await wikitop(temp.path, "page", "en.m", "Ada B", "--format", "json");
  const { project, title, from, to, series } = JSON.parse(json.stdout);
  assertEquals([project, title, to], ["en.m", "Ada_B", "2026-09-10T18"]);
  assertEquals([from, series.length], ["2026-09-09T19", 1]);
  const lines = await wikitop(temp.path, "page", "en.m", "Ada B", "--format", "ndjson");
  assertEquals(JSON.parse(lines.stdout.split("\n")[0]!), {
    domain_code: "en.m",
    access: "mobile",
    title: "Ada_B",
    hour: "2026-09-10T16",
    rank: 1,
    views: 7,
  });
});

Deno.test("wikitop page says where a page is that was never in the top", async () => {
  await using temp = await folderWithHours();
  const { code, stderr } = await wikitop(temp.path, "page", "en", "Bob");
  assertEquals(code, 0);
  assertMatch(stderr, /in the top of none of the 2 .* wikitop explain 2026-09-10T18 en Bob reads/);
});

Deno.test("wikitop page says what to write", async () => {
  await using temp = await folderWithHours();
  const none = await wikitop(temp.path, "page", "en");
  assertMatch(none.stderr, /a project and a title are wanted; write en\.wikipedia 'Albert/);
  assertMatch(none.stderr, /wikitop page --help shows its flags\n$/);
  assertEquals(none.code, 2);
  const typo = await wikitop(temp.path, "page", "en.wikipdia", "Ada");
  assertMatch(typo.stderr, /did you mean "en\.wikipedia"\?/);
  await using empty = await tempFolder();
  assertMatch(
    (await wikitop(empty.path, "page", "en", "Ada", "--store", ".")).stderr,
    /wikitop run --store \. makes some/,
  );
});

Deno.test("wikitop projects lists what an hour has, the busiest first", async () => {
  await using temp = await folderWithHours();
  const all = await wikitop(temp.path, "projects", "latest");
  assertEquals(
    all.stdout,
    [
      "code    project           readers  views",
      "en      en.wikipedia      desktop  3,500",
      "zh-yue  zh-yue.wikipedia  desktop      1",
      "",
    ].join("\n"),
  );
  const some = await wikitop(temp.path, "projects", "latest", "zh_yue", "--format", "ndjson");
  assertEquals(JSON.parse(some.stdout).domain_code, "zh-yue");
  const json = await wikitop(temp.path, "projects", "2026-09-10T16", "--format", "json");
  assertEquals(JSON.parse(json.stdout).domains.length, 2);
  const typo = await wikitop(temp.path, "projects", "latest", "zh-yeu");
  assertMatch(typo.stderr, /did you mean "zh-yue"\?/);
  const missing = await wikitop(temp.path, "projects", "2026-09-10T17");
  assertMatch(missing.stderr, /it is not in the store "\.\/reports"; wikitop run 2026-09-10T17/);
  assert(missing.code === 1);
});

Deno.test("wikitop takes latest for the newest stored hour, and yesterday for a day", async () => {
  await using temp = await folderWithHours();
  const shown = await wikitop(temp.path, "show", "latest", "enwiki", "--source", "nowhere");
  assertMatch(shown.stdout, /^2026-09-10T18 · /);
  const listed = await wikitop(temp.path, "ls", "latest");
  assertMatch(listed.stdout, /\n2026-09-10T18 {2}2026-09-10T18 /);
  const day = await wikitop(temp.path, "ls", "yesterday");
  assertEquals(day.code, 0, day.stderr);
  const one = await wikitop(
    temp.path,
    "show",
    "yesterday",
    "--source",
    "nowhere",
    "--denylist",
    "none",
  );
  assertMatch(one.stderr, /^\d{4}-\d\d-\d\d is not in the store yet, making it …\n/);
  assertMatch(one.stderr, /Cannot use source "nowhere"/);
  assertEquals(one.code, 2);
});
