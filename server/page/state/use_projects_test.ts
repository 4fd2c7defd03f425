import { assertEquals } from "@std/assert";
import { readersProject } from "./use_projects.ts";

Deno.test("readersProject() is the Wikipedia in the reader's language", () => {
  assertEquals(readersProject("de-AT"), "de.wikipedia");
  assertEquals(readersProject("EN"), "en.wikipedia");
  assertEquals(readersProject("gsw-CH"), "gsw.wikipedia");
  for (const language of ["", "i-klingon", "x", "../a"]) {
    assertEquals(readersProject(language), "en.wikipedia");
  }
});
