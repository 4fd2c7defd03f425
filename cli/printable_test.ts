import { assert, assertEquals } from "@std/assert";
import { printable, printableLines, wrap, wrapLines } from "./printable.ts";

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

Deno.test("wrap() breaks at words, whatever the width, and leaves long words whole", () => {
  const text = "Cannot fetch https://example.org/a/long/way: it is gone; try again later";
  for (let columns = 1; columns <= 80; columns++) {
    const lines = wrap(text, columns, "  ");
    assertEquals(lines.map((line) => line.trim()).join(" "), text);
    for (const line of lines) {
      assert(line.length <= columns || !line.trim().includes(" "), `${columns}: ${line}`);
    }
  }
  assertEquals(wrap("日本 日本 日本", 9), ["日本 日本", "日本"]);
});

Deno.test("wrapLines() leaves commands to paste and JSON whole, and all without a terminal", () => {
  const text = 'Some words here:\n\n  npx deno run --allow-read\n{"stage": "note of words"}\n';
  assertEquals(wrapLines(text, undefined), text);
  assertEquals(wrapLines(text, 10), text.replace("Some words here", "Some words\n  here"));
});
