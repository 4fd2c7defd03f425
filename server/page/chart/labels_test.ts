import { assert, assertEquals } from "@std/assert";
import { placeLabels, shorten } from "./labels.ts";

const BOX = { height: 10, top: 0, bottom: 100 };

Deno.test("placeLabels() leaves labels where there is room", () => {
  assertEquals(placeLabels([50, 10, 90], BOX), [50, 10, 90]);
  assertEquals(placeLabels([], BOX), []);
});

Deno.test("placeLabels() moves labels apart, and keeps their order", () => {
  assertEquals(placeLabels([52, 50, 51], BOX), [70, 50, 60]);
  assertEquals(placeLabels([100, 99, 98], BOX), [100, 90, 80]);
  assertEquals(placeLabels([5, 5], BOX), [5, 15]);
});

Deno.test("placeLabels() keeps random labels apart, and inside", () => {
  for (let round = 0; round < 200; round++) {
    const wanted = Array.from({ length: 1 + round % 10 }, () => Math.random() * 100);
    const placed = placeLabels(wanted, BOX).sort((a, b) => a - b);
    for (const [i, at] of placed.entries()) {
      assert(at >= 0 && at <= 100);
      if (i > 0) assert(at - placed[i - 1]! > 10 - 1e-6);
    }
  }
});

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
