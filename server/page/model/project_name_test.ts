import { assertEquals } from "@std/assert";
import { projectName } from "./project_name.ts";

Deno.test("projectName() names a project by its language and family, or its own name", () => {
  for (
    const [project, own, english, family] of [
      ["de.wikipedia", "Deutsch", "German Wikipedia", "wikipedia"],
      ["ja.wiktionary", "日本語", "Japanese Wiktionary", "wiktionary"],
      ["commons.wikimedia", "Wikimedia Commons", "Wikimedia Commons", "shared"],
      ["wikidata", "Wikidata", "Wikidata", "shared"],
      ["wikisource", "Multilingual Wikisource", "Multilingual Wikisource", "shared"],
      ["meta.wikimedia", "Meta-Wiki", "Meta-Wiki", "movement"],
      ["ae.wikimedia", "Wikimedia United Arab Emirates", undefined, "movement"],
      ["new-one.wikimedia", "Wikimedia new-one", undefined, "movement"],
      ["wikimediafoundation", "Wikimedia Foundation", undefined, "movement"],
      ["en.x", "en.x", "en.x", "other"],
      ["constructor.prototype", "constructor.prototype", undefined, "other"],
      ["toString", "toString", undefined, "other"],
      ["", "Unknown", undefined, "other"],
    ]
  ) {
    const name = projectName(project!);
    assertEquals([name.own, name.english], [own, english ?? own], project);
    assertEquals(name.family.code, family, project);
  }
});
