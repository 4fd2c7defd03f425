import { assertEquals } from "@std/assert";
import { translate } from "./compat.ts";

const CASES: [what: string, typed: string[], words: string[]][] = [
  ["leaves the words of this program", ["2026-09-10T18", "--top", "5"], [
    "2026-09-10T18",
    "--top",
    "5",
  ]],
  ["leaves the --hour of this program", ["-", "--hour", "2026-09-10T18"], [
    "-",
    "--hour",
    "2026-09-10T18",
  ]],
  [
    "puts --start-datetime and --end-datetime first",
    ["--top", "5", "--start-datetime", "2019-04-01T12:00", "--end-datetime", "2019-04-01T15:00"],
    ["2019-04-01T12:00", "2019-04-01T15:00", "--top", "5"],
  ],
  [
    "knows them in any order",
    ["--end-datetime", "2019-04-01T15:00", "--start-datetime", "2019-04-01T12:00"],
    ["2019-04-01T12:00", "2019-04-01T15:00"],
  ],
  [
    "knows them with =",
    ["--start-datetime=2019-04-01 12:00:00", "--end-datetime=2019-04-01 15:00:00"],
    ["2019-04-01 12:00:00", "2019-04-01 15:00:00"],
  ],
  ["takes --start-datetime alone for one hour", ["--start-datetime", "2019-04-01T12"], [
    "2019-04-01T12",
  ]],
  ["joins --date and --hour", ["--date", "2019-04-01", "--hour", "12"], ["2019-04-01T12"]],
  ["joins them in any order", ["--hour", "12", "--date", "2019-04-01"], ["2019-04-01T12"]],
  ["joins them with =", ["--date=2019-04-01", "--hour=7", "--force"], ["2019-04-01T07", "--force"]],
];

for (const [what, typed, words] of CASES) {
  Deno.test(`translate() ${what}`, () => {
    assertEquals(translate(typed), words);
  });
}

Deno.test("translate() leaves what it was given", () => {
  const typed = ["--date", "2019-04-01", "--hour", "12"];
  translate(typed);
  assertEquals(typed.length, 4);
});
