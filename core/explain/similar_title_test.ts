import { assertEquals } from "@std/assert";
import { pagesOf } from "../testing/pages_of.ts";
import { similarTitle } from "./similar_title.ts";

const PAGES = pagesOf([["ADA_LOVELACE", 1], ["Ada_Lovelace", 7], ["ada_lovelace", 2], [
  "Ärger",
  1,
]]);

Deno.test("similarTitle() ignores upper and lower case, and takes the most viewed page", () => {
  assertEquals(similarTitle(PAGES, "ada lovelace"), "Ada_Lovelace");
  assertEquals(similarTitle(PAGES, "ärger"), "Ärger");
});

Deno.test("similarTitle() finds nothing that differs otherwise", () => {
  for (const typed of ["Ada", "Ada_Lovelace_", "", "Arger"]) {
    assertEquals(similarTitle(PAGES, typed), undefined);
  }
});
