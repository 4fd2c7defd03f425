import { assertEquals } from "@std/assert";
import { domainPattern } from "./domain_pattern.ts";

const CODES = [
  "",
  "en",
  "en.b",
  "en.m",
  "en.m.b",
  "enm",
  "de.b",
  "commons.m",
  "commons.m.m",
  "www.wd",
];

/** The codes that a pattern chooses. */
function chosen(pattern: string): string[] {
  return CODES.filter(domainPattern(pattern));
}

Deno.test("domainPattern() chooses a domain by its code", () => {
  assertEquals(chosen("en"), ["en"]);
  assertEquals(chosen("commons.m"), ["commons.m"]);
});

Deno.test("domainPattern() chooses desktop and mobile by their project", () => {
  assertEquals(chosen("en.wikipedia"), ["en", "en.m"]);
  assertEquals(chosen("commons.wikimedia"), ["commons.m", "commons.m.m"]);
  assertEquals(chosen("wikidata"), ["www.wd"]);
});

Deno.test("domainPattern() takes * for anything", () => {
  assertEquals(chosen("*.b"), ["en.b", "en.m.b", "de.b"]);
  assertEquals(chosen("en*b"), ["en.b", "en.m.b"]);
  assertEquals(chosen("*.wikibooks"), ["en.b", "en.m.b", "de.b"]);
  assertEquals(chosen("*"), CODES);
});

Deno.test("domainPattern() takes all other characters as they are", () => {
  assertEquals(chosen("en.m"), ["en.m"]);
  assertEquals(chosen("e."), []);
  assertEquals(chosen("(en|de)"), []);
  assertEquals(chosen("[a-z]+"), []);
  assertEquals(chosen("en?"), []);
});

Deno.test("domainPattern() chooses Wikifunctions, whose code is empty", () => {
  assertEquals(chosen("wikifunctions"), [""]);
  assertEquals(chosen('""'), [""]);
});

Deno.test("domainPattern() takes what people have at hand", () => {
  for (const pattern of ["enwiki", "en.wikipedia.org", "https://en.wikipedia.org/wiki/Ada"]) {
    assertEquals(chosen(pattern), ["en", "en.m"], pattern);
  }
});
