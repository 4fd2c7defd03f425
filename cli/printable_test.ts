import { assertEquals } from "@std/assert";
import { printable, printableLines } from "./printable.ts";

Deno.test("printable() leaves what can be read", () => {
  for (const text of ["", "Zürich", "日本", "עברית", "👩‍👩‍👧", "a b_c", "e\u0301"]) {
    assertEquals(printable(text), text);
  }
});

Deno.test("printable() replaces what a terminal would obey", () => {
  assertEquals(printable("\u001b[31mRed\u0007"), "\ufffd[31mRed\ufffd");
  assertEquals(printable("a\nb\tc\u0085d\u2028"), "a\ufffdb\ufffdc\ufffdd\ufffd");
  assertEquals(printable("\u202egnp.exe"), "\ufffdgnp.exe");
});

Deno.test("printable() replaces C1 controls, which some terminals obey as they do ESC [", () => {
  assertEquals(printable("\u009b31mRed\u0090x\u009c"), "\ufffd31mRed\ufffdx\ufffd");
});

Deno.test("printableLines() keeps the lines of a message, and no secret of a URL", () => {
  assertEquals(
    printableLines('Cannot use "\u001b[31m\u009b":\r\n  http://joe:secret@example.org/\n'),
    'Cannot use "\ufffd[31m\ufffd":\ufffd\n  http://***@example.org/\n',
  );
});
