import { assert, assertEquals, assertFalse } from "@std/assert";
import { Random } from "../../testdata/random.ts";
import { DeniedTitles } from "./denied_titles.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const titles = (...list: string[]) => new DeniedTitles(encode(list.join("\n")));

/** Asks for a title in the midst of a line, as the scanner does. */
function has(denied: DeniedTitles, title: string): boolean {
  const bytes = encode(`en ${title} 7 0`);
  return denied.has(bytes, 3, 3 + encode(title).length);
}

Deno.test("DeniedTitles has its titles, whole and unchanged", () => {
  const denied = titles("Main_Page", "-", "Spécial:Recherche", "😀");
  for (const title of ["Main_Page", "-", "Spécial:Recherche", "😀"]) {
    assert(has(denied, title), title);
  }
  for (
    const title of [
      "main_Page",
      "Main_Pag",
      "ain_Page",
      "Main_Page_",
      "Main",
      "_",
      "--",
      "Special:R",
      "😁",
    ]
  ) assertFalse(has(denied, title), title);
});

Deno.test("DeniedTitles denies no empty title", () => {
  for (const text of ["", "\n", "\n\n\n", "A", "A\n", "\nA", "A\n\nB"]) {
    const denied = new DeniedTitles(encode(text));
    assertFalse(has(denied, ""), JSON.stringify(text));
    assertEquals(has(denied, "A"), text.includes("A"), JSON.stringify(text));
    assertEquals(has(denied, "B"), text.includes("B"), JSON.stringify(text));
    assertFalse(has(denied, "AB"), JSON.stringify(text));
  }
});

Deno.test("DeniedTitles takes the same title twice", () => {
  const denied = titles("A", "B", "A", "A", "B");
  assert(has(denied, "A") && has(denied, "B"));
  assertFalse(has(denied, "C"));
});

Deno.test("DeniedTitles tells apart titles that look alike from afar", () => {
  // Of the same length, with the same bytes at both quarters, the middle and the end.
  const alike = ["abcdefgh", "xbcdefgh", "axcdefgh", "abcxefgh", "abcdexgh", "abcdefxh"];
  for (const title of alike) {
    const denied = titles(title);
    for (const other of alike) assertEquals(has(denied, other), other === title, other);
  }
  const all = titles(...alike);
  for (const title of alike) assert(has(all, title), title);
});

Deno.test("DeniedTitles has titles of any length", () => {
  for (const length of [1, 2, 3, 255, 256, 257, 698, 65_000]) {
    const denied = titles("x".repeat(length));
    assert(has(denied, "x".repeat(length)), `${length}`);
    assertFalse(has(denied, "x".repeat(length + 1)), `${length}`);
    assertFalse(has(denied, "x".repeat(length + 256)), `${length}`);
    assertFalse(has(denied, "x".repeat(length - 1)), `${length}`);
  }
});

Deno.test("DeniedTitles of any number agrees with a set", () => {
  for (const count of [1, 2, 3, 31, 32, 33, 1000, 5000]) {
    const random = new Random(count);
    const draw = () =>
      Array.from({ length: random.between(1, 6) }, () => random.pick(["a", "b", "é", "_", "😀"]))
        .join("");
    const list = Array.from({ length: count }, draw);
    const denied = titles(...list);
    const set = new Set(list);
    for (const title of list) assert(has(denied, title), `${title} of ${count}`);
    for (let i = 0; i < 2000; i++) {
      const title = draw();
      assertEquals(has(denied, title), set.has(title), `${title} of ${count}`);
    }
  }
});
