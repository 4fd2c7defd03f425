import { assert, assertEquals } from "@std/assert";
import { Malformed } from "./malformed.ts";

const encode = (text: string) => new TextEncoder().encode(text);

Deno.test("Malformed counts lines by reason and keeps the first three of each", () => {
  const malformed = new Malformed();
  assertEquals(malformed.count, 0);
  assertEquals(malformed.byReason, {});
  for (let line = 1; line <= 5; line++) malformed.add("views", line, encode(`en A ${line}x 0`));
  malformed.add("fields", 6, encode(""));
  assertEquals(malformed.count, 6);
  assertEquals(malformed.byReason, {
    views: {
      count: 5,
      examples: [
        { line: 1, text: "en A 1x 0" },
        { line: 2, text: "en A 2x 0" },
        { line: 3, text: "en A 3x 0" },
      ],
    },
    fields: { count: 1, examples: [{ line: 6, text: "" }] },
  });
});

Deno.test("Malformed keeps at most 200 bytes of a line", () => {
  const malformed = new Malformed();
  malformed.add("length", 1, encode("x".repeat(200)));
  malformed.add("length", 2, encode("x".repeat(201)));
  malformed.add("length", 3, encode("é".repeat(33_000)));
  assertEquals(malformed.byReason.length?.examples, [
    { line: 1, text: "x".repeat(200) },
    { line: 2, text: "x".repeat(200) },
    { line: 3, text: "é".repeat(100) },
  ]);
});

Deno.test("Malformed shows a line that is cut in a character, or is no UTF-8", () => {
  const malformed = new Malformed();
  malformed.add("length", 1, encode("x" + "é".repeat(200)));
  malformed.add("fields", 2, Uint8Array.of(0x65, 0x6e, 0xff));
  const [cut] = malformed.byReason.length!.examples;
  assert(cut!.text.startsWith("x" + "é".repeat(99)));
  assertEquals(malformed.byReason.fields?.examples, [{ line: 2, text: "en\ufffd" }]);
});

Deno.test("Malformed keeps lines whose memory is used again", () => {
  const malformed = new Malformed();
  const bytes = encode("en A x 0");
  malformed.add("views", 1, bytes);
  bytes.fill(0);
  assertEquals(malformed.byReason.views?.examples, [{ line: 1, text: "en A x 0" }]);
});
