import { assertEquals } from "@std/assert";
import { type KeptTitle, TitleMemory } from "./title_memory.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function keep(titles: TitleMemory, title: KeptTitle, text: string): void {
  const bytes = encoder.encode(`..${text}..`);
  titles.keep(title, bytes, 2, bytes.length - 2);
}

function newTitle(): KeptTitle {
  return { start: 0, length: 0, room: 0 };
}

Deno.test("TitleMemory.keep() keeps titles of any length, and others in their places", () => {
  const titles = new TitleMemory();
  const kept = Array.from({ length: 500 }, newTitle);
  const textOf = (i: number, round: number) => `${i}`.repeat((i * 7 + round * 13) % 90);
  for (const round of [0, 1, 2]) {
    for (const [i, title] of kept.entries()) keep(titles, title, textOf(i, round));
    const read = kept.map((title) => decoder.decode(titles.read(title)));
    assertEquals(read, kept.map((_, i) => textOf(i, round)));
  }
});

Deno.test("TitleMemory.compare() orders by bytes", () => {
  const titles = new TitleMemory();
  const words = ["", "A", "AB", "B", "\u{ffff}", "\u{1f600}"];
  for (const [i, word] of words.entries()) {
    const title = newTitle();
    keep(titles, title, word);
    const signs = words.map((other) => {
      const bytes = encoder.encode(other);
      return Math.sign(titles.compare(title, bytes, 0, bytes.length));
    });
    assertEquals(signs, words.map((_, j) => Math.sign(i - j)));
  }
});
