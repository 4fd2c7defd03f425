import { assertEquals } from "@std/assert";
import { expandDenylist } from "./rivals.ts";

Deno.test("expandDenylist keeps what is written and adds what it decodes to", () => {
  const cases: [title: string, ...expanded: string[]][] = [
    ["Main_Page", "Main_Page"],
    ["%e4%BD%a0", "%e4%BD%a0", "你"],
    ["a%20b", "a%20b", "a_b"],
    ["C%2B%2B+", "C%2B%2B+", "C+++"],
    ["%2520", "%2520", "%20"],
    ["cut%E4%B", "cut%E4%B", "cut\uFFFD%B"],
    ["100%", "100%"],
    ["%zz", "%zz"],
    ["%EF%BB%BFx", "%EF%BB%BFx", "\uFEFFx"],
    ["line%0A", "line%0A"],
    ["two words", "two_words"],
  ];
  for (const [title, ...expanded] of cases) {
    const lines = expanded.map((form) => `en ${form}\n`).join("");
    assertEquals(expandDenylist(`en ${title}\n`), lines);
  }
});

Deno.test("expandDenylist passes over lines without a title and repeated ones", () => {
  assertEquals(expandDenylist("bn.m.v \n\nen\nen A\nen A\nen %41"), "en A\nen %41\n");
});
