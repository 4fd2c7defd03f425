import { assertEquals, assertMatch } from "@std/assert";
import { launch } from "../../../core/testing/launch.ts";
import { storeHour } from "../../../core/testing/store_hour.ts";
import { type TempFolder, tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

const [A, B] = ["2026-09-10T17", "2026-09-10T18"];

async function folderWithHours(): Promise<TempFolder> {
  const temp = await tempFolder();
  const store = `${temp.path}/reports`;
  await storeHour(store, A, { dump: "en Main 9000 0\nen Bob 80 0\nen Ada_B 7 0\nen Eve 6 0\n" });
  await storeHour(store, B, {
    dump: "en Main 9500 0\nen Ada_B 1200 0\nen Bob 90 0\nen New 8 0\nfr X 1 0\n",
  });
  return temp;
}

async function diff(cwd: string, ...args: string[]) {
  return await launch(WIKITOP, ["diff", ...args], { cwd });
}

Deno.test("wikitop diff shows what rose, fell, came and went", async () => {
  await using temp = await folderWithHours();
  const { code, stdout, stderr } = await diff(temp.path, A, "latest", "en.wikipedia");
  assertEquals([code, stderr], [0, ""]);
  assertEquals(
    stdout,
    [
      "2026-09-10T17 → 2026-09-10T18 · the first 25 ranks of both",
      "",
      "en.wikipedia, desktop · en · 10,798 views",
      "  change  rank  before  views  before  title",
      "  rose 1     2       3  1,200       7  Ada B",
      "  fell 1     3       2     90      80  Bob",
      "    came     4       –      8       –  New",
      "    went     –       4      –       6  Eve",
      "  1 stayed",
      "",
    ].join("\n"),
  );
});

Deno.test("wikitop diff writes CSV and JSON, with null for where a page was not", async () => {
  await using temp = await folderWithHours();
  const csv = await diff(temp.path, A, B, "--format", "csv");
  const rows = csv.stdout.trimEnd().split("\n");
  assertEquals([rows.length, rows.at(-1)], [
    7,
    "hour,2026-09-10T17:00:00Z,2026-09-10T16:00:00Z,fr,fr.wikipedia,desktop,came,,1,,1,X",
  ]);
  const json = await diff(temp.path, A, B, "en", "--format", "json");
  const { before, period, domains: [{ pages }] } = JSON.parse(json.stdout);
  assertEquals([before, period], [A, B]);
  assertEquals(pages.at(-1), {
    change: "went",
    rank_before: 4,
    rank: null,
    views_before: 6,
    views: null,
    title: "Eve",
  });
});

Deno.test("wikitop diff says what to write", async () => {
  await using temp = await folderWithHours();
  const one = await diff(temp.path, A);
  assertMatch(one.stderr, /two periods are wanted; write them as 2026-09-10T17 2026-09-10T18/);
  assertEquals(one.code, 2);
  const kinds = await diff(temp.path, A, "2026-09-10");
  assertMatch(kinds.stderr, /they are an hour and a day; write two of one kind/);
  const missing = await diff(temp.path, A, "2026-09-10T16");
  assertMatch(
    missing.stderr,
    /it is not in the store "\.\/reports"; wikitop run 2026-09-10T16 makes it/,
  );
  const typo = await diff(temp.path, A, B, "frr");
  assertMatch(typo.stderr, /hour "2026-09-10T17" and "2026-09-10T18" have none .* "fr"\?/);
  await storeHour(`${temp.path}/reports`, B, { dump: "en Main 1 0\n", denylist: "ab".repeat(32) });
  const other = await diff(temp.path, A, B);
  assertMatch(other.stderr, /^Warning: .* were made with different denylists/);
});
