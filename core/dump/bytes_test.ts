import { assert, assertEquals } from "@std/assert";
import { compareBytes, compareText } from "./bytes.ts";

const encode = (text: string) => new TextEncoder().encode(text);

const ORDERED = [
  "",
  "\0",
  "A",
  "A\0",
  "AA",
  "AB",
  "B",
  "a",
  "é",
  "漢",
  "\uff3a",
  "\ufffd",
  "𝒵",
  "😀",
];

Deno.test("compareBytes and compareText order as UTF-8 does, and not as UTF-16", () => {
  for (const [i, a] of ORDERED.entries()) {
    for (const [j, b] of ORDERED.entries()) {
      const bytes = encode(`<${a}>`);
      const message = `${JSON.stringify(a)} and ${JSON.stringify(b)}`;
      const order = compareBytes(bytes, 1, bytes.length - 1, encode(b));
      assertEquals(Math.sign(order), Math.sign(i - j), message);
      assertEquals(Math.sign(compareText(a, b)), Math.sign(i - j), message);
    }
  }
});

Deno.test("compareBytes takes bytes as unsigned", () => {
  assert(compareBytes(Uint8Array.of(0x7f), 0, 1, Uint8Array.of(0x80)) < 0);
  assert(compareBytes(Uint8Array.of(0xff), 0, 1, Uint8Array.of(0x00)) > 0);
});
