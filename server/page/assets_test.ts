import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { hashedName, minifyCss, sizeReport } from "./assets.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("hashedName() changes with the content alone", async () => {
  // The begin of the SHA-256 of "abc", as FIPS 180-4 has it.
  assertEquals(await hashedName("page.min.css", bytes("abc")), "page.min-ba7816bf8f.css");
  assertNotEquals(await hashedName("a.js", bytes("abc")), await hashedName("a.js", bytes("abd")));
});

Deno.test("minifyCss() leaves out what only people need", () => {
  assertEquals(
    minifyCss("/* a\n; */\na,\nb > c {\n  color: red;\n  margin: 0 -1px;\n}\n"),
    "a,b > c{color:red;margin:0 -1px}",
  );
});

Deno.test("minifyCss() keeps the spaces that mean something", () => {
  const sheet = "a :hover{width:calc(100% - 8px)}@media (min-width:8px){a:not(b) c{grid:a b}}";
  assertEquals(minifyCss(sheet), sheet);
});

Deno.test("sizeReport() sums what is sent, and tells what is too much", async () => {
  const noise = new Uint8Array(171_000);
  for (let at = 0; at < noise.length; at += 1000) {
    crypto.getRandomValues(noise.subarray(at, at + 1000));
  }
  const { text, excess } = await sizeReport(
    new Map([["noise", noise], ["none", new Uint8Array()]]),
  );
  assertMatch(text, /^ 171\d{3} {2}noise\n {5}20 {2}none\n 171\d{3} {2}of 170000$/);
  assert(excess > 1000 && excess < 2000, `${excess}`);
  assertEquals((await sizeReport(new Map([["zeros", new Uint8Array(1e6)]]))).excess, 0);
});
