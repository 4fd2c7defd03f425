import { assertEquals } from "@std/assert";
import { printable } from "./printable.ts";

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
