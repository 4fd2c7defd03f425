import { assertEquals } from "@std/assert";
import { sha256Of } from "../dump/sha256.ts";
import { isBoundTo, markOf, nameOfFile, partsOf, plainName } from "./names.ts";

const FOLDER = "2026/09";
const KEY = `${FOLDER}/2026-09-10T18`;
const SHA256 = await sha256Of(new Uint8Array());
const OTHER = await sha256Of(new Uint8Array(1));

Deno.test("partsOf() gives what nameOfFile() was given", () => {
  for (const key of [KEY, `${KEY}.all`, `${KEY}.all.articles`, "2026/2026-W37", "a/b-01234567"]) {
    for (const mark of [undefined, markOf(SHA256, undefined), markOf(SHA256, OTHER)]) {
      const folder = key.slice(0, key.lastIndexOf("/"));
      const parts = { key, extension: "csv", ...mark !== undefined && { mark } };
      const name = nameOfFile(key, "csv", mark);
      assertEquals(partsOf(folder, name), parts);
      assertEquals(plainName(name), nameOfFile(key, "csv"));
    }
  }
});

Deno.test("partsOf() takes no other word of a name for a mark", () => {
  const words = ["0123456789abcde", "0123456789ABCDEF", "0123456789abcdef0", "0123456789abcdef-0"];
  for (const word of ["all", "de", ...words]) {
    const parts = { key: `${KEY}.${word}`, extension: "csv" };
    assertEquals(partsOf(FOLDER, `2026-09-10T18.${word}.csv`), parts);
  }
  // A manifest is one for all.
  assertEquals(partsOf(FOLDER, "2026-09-10T18.manifest"), { key: KEY, extension: "manifest" });
});

Deno.test("markOf() tells what a file has, and what it is to replace", () => {
  const [first, next] = [markOf(SHA256, undefined), markOf(SHA256, OTHER)];
  assertEquals(first, SHA256.slice(0, 16));
  assertEquals(next, `${first}-${OTHER.slice(0, 8)}`);
  assertEquals([isBoundTo(first, OTHER), isBoundTo(next, OTHER), isBoundTo(next, SHA256)], [
    false,
    true,
    false,
  ]);
});
