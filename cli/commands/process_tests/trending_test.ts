import { assertEquals, assertMatch } from "@std/assert";
import { launch } from "../../../core/testing/launch.ts";
import { storeHour } from "../../../core/testing/store_hour.ts";
import { type TempFolder, tempFolder } from "../../../core/testing/temp_folder.ts";
import { Hour } from "../../../core/mod.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

const NOW = Hour.parse("2026-09-10T18");

/** A folder with an hour, and so many before it, in which one page rises and another one is new. */
async function folderWithHours(past: number): Promise<TempFolder> {
  const temp = await tempFolder();
  for (let before = past; before >= 0; before--) {
    const dump = before === 0
      ? "en Ada_B 1500 0\nen New 900 0\nen Eve 8 0\nen.m Ada_B 7 0\n"
      : "en Ada_B 100 0\nen Eve 9 0\nen.m Ada_B 7 0\n";
    await storeHour(`${temp.path}/reports`, NOW.plus(-before).label, { dump });
  }
  return temp;
}

async function trending(cwd: string, ...args: string[]) {
  return await launch(WIKITOP, ["trending", ...args], { cwd });
}

Deno.test("wikitop trending lists what rises, and says against which hours", async () => {
  await using temp = await folderWithHours(7);
  const { code, stdout, stderr } = await trending(temp.path, "latest");
  assertEquals([code, stderr], [0, ""]);
  assertEquals(
    stdout,
    [
      "2026-09-10T18 · 2026-09-10T17:00:00Z to 2026-09-10T18:00:00Z",
      "Against the median of 7 stored hours, 2026-09-10T11 to 2026-09-10T17",
      "",
      "en.wikipedia, desktop · en · 2,408 views",
      "           rise  views  median  rank  title",
      "  at least ×100    900       9     2  New",
      "            ×15  1,500     100     1  Ada B",
      "",
      "en.wikipedia, mobile · en.m · 7 views",
      "  nothing rose",
      "",
    ].join("\n"),
  );
});

Deno.test("wikitop trending writes CSV, NDJSON and JSON, and takes projects and --top", async () => {
  await using temp = await folderWithHours(6);
  const format = (name: string) =>
    trending(temp.path, NOW.label, "enwiki", "--top", "1", "--format", name);
  const csv = await format("csv");
  assertEquals(
    csv.stdout,
    "unit,period_start,domain_code,project,access,rank,views,title,mobile_share,flags,past_views,rise,rise_is\n" +
      'hour,2026-09-10T17:00:00Z,en,en.wikipedia,desktop,2,900,New,,"",9,100,at-least\n',
  );
  assertMatch(
    csv.stderr,
    /^Against the median of 6 stored hours, 2026-09-10T12 to 2026-09-10T17\n$/,
  );
  const ndjson = await format("ndjson");
  assertEquals([JSON.parse(ndjson.stdout).title, ndjson.stderr], ["New", csv.stderr]);
  const json = await format("json");
  const { period, past, domains } = JSON.parse(json.stdout);
  assertEquals([period, past.length, domains.length, json.stderr], [NOW.label, 6, 2, ""]);
});

Deno.test("wikitop trending says what to type where there is too little", async () => {
  await using temp = await folderWithHours(2);
  const few = await trending(temp.path, NOW.label);
  assertMatch(few.stderr, /2 of the hours before it are stored; it takes 6 at least; wikitop run/);
  assertMatch(few.stderr, /; wikitop run 2026-09-09T18 2026-09-10T17 makes them\n$/);
  assertEquals([few.code, few.stdout], [1, ""]);
  const missing = await trending(temp.path, "2026-09-01");
  assertMatch(
    missing.stderr,
    /day "2026-09-01": it is not in the store "\.\/reports"; wikitop run 2026-09-01 makes/,
  );
  const none = await trending(temp.path);
  assertMatch(none.stderr, /a period is wanted; write it as 2026-09-10T18, or latest/);
  assertEquals(none.code, 2);
  const typo = await trending(temp.path, NOW.label, "en.wikipdia");
  assertMatch(typo.stderr, /did you mean "en\.wikipedia"\?/);
  const flag = await trending(temp.path, NOW.label, "--domain", "en");
  assertMatch(flag.stderr, /write projects behind the period/);
});

Deno.test("wikitop trending and diff read other editions, and say what makes them", async () => {
  await using temp = await folderWithHours(6);
  const all = ["--access", "all", "--store", "reports"];
  const missing = await trending(temp.path, NOW.label, ...all);
  assertMatch(
    missing.stderr,
    /not in the store "reports" in edition "all"; wikitop run .*T18 --access each,all/,
  );
  for (let before = 6; before >= 0; before--) {
    const dump = `en.wikipedia Ada_B ${before === 0 ? 300 : 100} 0\n`;
    await storeHour(`${temp.path}/reports`, NOW.plus(-before).label, { dump, edition: "all" });
  }
  const { stdout } = await trending(temp.path, NOW.label, "frwiki", "enwiki", ...all);
  assertEquals(stdout, "");
  const shown = await trending(temp.path, NOW.label, "enwiki", ...all);
  assertMatch(shown.stdout, /en\.wikipedia, all readers · 300 views\n.*\n +×3\.0/);
  const hours = [NOW.plus(-1).label, NOW.label];
  const diff = await launch(WIKITOP, ["diff", ...hours, ...all], { cwd: temp.path });
  assertMatch(diff.stdout, /en\.wikipedia, all readers · 300 views\n +1 stayed\n$/);
});
