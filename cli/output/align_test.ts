import { assertEquals } from "@std/assert";
import { align } from "./align.ts";

Deno.test("align() sets words flush left and numbers flush right", () => {
  const rows = [["name", "views", "title"], ["a", "1", "B"], ["long name", "1,000", ""]];
  assertEquals(
    align(rows, [1]),
    "name       views  title\n" +
      "a              1  B\n" +
      "long name  1,000\n",
  );
});

Deno.test("align() sets the last column flush right, too", () => {
  assertEquals(align([["a", "views"], ["bc", "7"]], [1]), "a   views\nbc      7\n");
});

Deno.test("align() lets the last cell of a shorter row be long", () => {
  const rows = [["a", "b", "c"], ["1", "not finished: its report has no manifest"], [
    "2",
    "3",
    "4",
  ]];
  assertEquals(align(rows, [1]), "a  b  c\n1  not finished: its report has no manifest\n2  3  4\n");
});

Deno.test("align() counts the columns of East Asian characters", () => {
  assertEquals(align([["日本", "1"], ["ab", "2"]], []), "日本  1\nab    2\n");
});

Deno.test("align() of nothing is nothing", () => assertEquals(align([], [0]), ""));

Deno.test("align() shows nothing that a terminal would obey", () => {
  assertEquals(
    align([["a\u001b[2J", "b"], ["\u009b1m", "c\n"]], []),
    "a\ufffd[2J  b\n\ufffd1m    c\ufffd\n",
  );
});
