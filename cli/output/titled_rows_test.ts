import { assert, assertEquals } from "@std/assert";
import { titledRows } from "./titled_rows.ts";

const ROWS = [
  { cells: ["at least ×12", "1,234", "100.5", "1"], title: "A_title_that_is_longer_than_others" },
  { cells: ["×3.4", "9", "3", "25"], title: "大谷翔平" },
];
const HEADINGS = ["rise", "views", "median", "rank"];

Deno.test("titledRows() sets figures flush right, and titles behind them", () => {
  assertEquals(
    titledRows(HEADINGS, ROWS),
    "          rise  views  median  rank  title\n" +
      "  at least ×12  1,234   100.5     1  A title that is longer than others\n" +
      "          ×3.4      9       3    25  大谷翔平\n",
  );
});

Deno.test("titledRows() leaves out the last figures and cuts titles in a narrow terminal", () => {
  for (const columns of [40, 60, 80]) {
    for (const line of titledRows(HEADINGS, ROWS, columns).split("\n")) {
      assert([...line].length <= columns, line);
    }
  }
  const [head] = titledRows(HEADINGS, ROWS, 40).split("\n");
  assertEquals(head, "          rise  views  title");
});
