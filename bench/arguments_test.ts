import { assertEquals, assertThrows } from "@std/assert";
import { readArguments, USAGE } from "./arguments.ts";

Deno.test("readArguments() refuses what it does not know", () => {
  for (
    const args of [
      ["--round", "3"],
      ["--rounds"],
      ["--rounds", "0"],
      ["--rounds", "1", "--rounds", "2"],
      ["--only="],
      ["a.gz", "b.gz"],
      ["a.gz", "--file", "b.gz"],
      ["-x"],
    ]
  ) {
    const error = assertThrows(() => readArguments(args), SyntaxError);
    assertEquals(error.message.startsWith("Cannot read "), true, error.message);
  }
});

Deno.test("readArguments() resolves files against the folder it was called from", () => {
  const options = { folder: "/here", data: "/data" };
  assertEquals(readArguments(["a.gz"], options).file, "/here/a.gz");
  assertEquals(readArguments(["--file", "/a.gz"], options).file, "/a.gz");
  assertEquals(readArguments([], options).file, "/data/pageviews-20180219-100000.gz");
  assertEquals(readArguments([], { folder: "/here" }).denylist, undefined);
});

Deno.test("USAGE names every option with its value", () => {
  for (
    const option of ["--file FILE", "--denylist FILE", "--rounds N", "--only NAME,…", "--help"]
  ) {
    assertEquals(USAGE.includes(option), true, option);
  }
});
