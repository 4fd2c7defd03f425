import { assertEquals } from "@std/assert";
import { shorten } from "./shorten.ts";

Deno.test("shorten() cuts between characters that belong together", () => {
  assertEquals(shorten("abcdef", 6), "abcdef");
  assertEquals(shorten("abcdefg", 6), "abcde…");
  assertEquals(shorten("abcd efg", 6), "abcd…");
  assertEquals(shorten("e\u0301e\u0301e\u0301e\u0301", 3), "e\u0301e\u0301…");
  assertEquals(shorten("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2), "👩‍👩‍👧‍👦…");
});

Deno.test("shorten() counts wide characters twice", () => {
  assertEquals(shorten("日本語", 6), "日本語");
  assertEquals(shorten("日本語版", 6), "日本…");
  assertEquals(shorten("한국어판", 6), "한국…");
});
