import { assert, assertEquals, assertMatch } from "@std/assert";
import { languageOf } from "./language.ts";
import { LANGUAGE_TABLE } from "./language_table.ts";

Deno.test("LANGUAGE_TABLE has each language once, in order, with names and tags that are some", () => {
  const rows = LANGUAGE_TABLE.trim().split("\n").map((line) => line.split("|"));
  const codes = rows.map(([code]) => code);
  assertEquals(codes, [...new Set(codes)].sort());
  for (const [code = "", autonym = "", english, tag, ...more] of rows) {
    assertMatch(code, /^[a-z]{2,6}(-[a-z-]+)?$/);
    assert(autonym.trim() === autonym && autonym !== "" && english !== "", code);
    assertEquals(more, [], code);
    if (tag !== undefined) assertEquals(Intl.getCanonicalLocales(tag), [tag]);
  }
});

Deno.test("languageOf() names languages that browsers know, and those that they do not", () => {
  assertEquals(languageOf("de"), {
    code: "de",
    autonym: "Deutsch",
    english: "German",
    tag: "de",
  });
  assertEquals(languageOf("als"), {
    code: "als",
    autonym: "Alemannisch",
    english: "Alemannic",
    tag: "gsw",
  });
  assertEquals(languageOf("bat-smg").autonym, "žemaitėška");
  assertEquals(languageOf("simple").tag, "en");
  assertEquals(languageOf("eu").english, "Basque");
});

Deno.test("languageOf() keeps the code of what is no language, or a new one", () => {
  assertEquals(languageOf("test2"), {
    code: "test2",
    autonym: "test2",
    english: "test2",
    tag: undefined,
  });
  assertEquals(languageOf("qqx").autonym, "qqx");
  assertEquals(languageOf("no_tag").tag, undefined);
});
