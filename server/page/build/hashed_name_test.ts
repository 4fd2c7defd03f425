import { assertEquals, assertNotEquals } from "@std/assert";
import { hashedName } from "./hashed_name.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("hashedName() changes with the content alone", async () => {
  // The begin of the SHA-256 of "abc", as FIPS 180-4 has it.
  assertEquals(await hashedName("page.min.css", bytes("abc")), "page.min-ba7816bf8f.css");
  assertNotEquals(await hashedName("a.js", bytes("abc")), await hashedName("a.js", bytes("abd")));
});
