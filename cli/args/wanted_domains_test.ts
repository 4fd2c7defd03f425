import { assertEquals } from "@std/assert";
import { nearProject } from "./wanted_domains.ts";

Deno.test("nearProject() guesses what was meant however it was written, and says where to look", () => {
  const names = [
    "en",
    "en.wikipedia",
    "el.wikipedia",
    "fr",
    "fr.wikipedia",
    "fr.b",
    "fr.wikibooks",
  ];
  const guesses = {
    englishwiki: "en.wikipedia",
    frwikk: "frwiki",
    "fr.wikpedia": "fr.wikipedia",
    "https://frr.wikipedia.org/": "fr.wikipedia",
  };
  for (const [written, name] of Object.entries(guesses)) {
    assertEquals(nearProject(written, { names }), `; did you mean "${name}"?`);
  }
  const listing = "wikitop projects latest";
  assertEquals(
    nearProject("frwikk", { names, listing }),
    `; did you mean "frwiki"? ${listing} lists them`,
  );
  assertEquals(nearProject("x".repeat(20), { names, listing }), `; ${listing} lists them`);
});
