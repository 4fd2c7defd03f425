import { assertEquals } from "@std/assert";
import { pickableProjects } from "./project.ts";
import { findFolded, searchProjects } from "./search.ts";

const found = (text: string, wanted: string) => {
  const range = findFolded(text, wanted);
  return range && text.slice(...range);
};

Deno.test("findFolded() finds without regard to case, accents and underscores", () => {
  assertEquals(found("Ada_Lovelace", "a l"), "a_L");
  assertEquals(found("Zürich HB", "ZURICH"), "Zürich");
  assertEquals(found("Zu\u0308rich", "zür"), "Zu\u0308r");
  assertEquals(found("ﬁnal", "fi"), "ﬁ");
  assertEquals(found("𝔘nicode 😀 x", "😀"), "😀");
  assertEquals(found("العَرَبِيَّة", "العربية"), "العَرَبِيَّة");
  assertEquals(found("İstanbul", "istanbul"), "İstanbul");
});

Deno.test("findFolded() finds nothing where nothing is wanted or there", () => {
  for (const wanted of ["", "  ", "_", "x"]) assertEquals(found("abc", wanted), undefined);
  assertEquals(found("", "a"), undefined);
});

const PROJECTS = pickableProjects(
  [
    "en.wikipedia",
    "de.wikipedia",
    "de.wiktionary",
    "nds.wikipedia",
    "nds-nl.wikipedia",
    "zh-min-nan.wikipedia",
    "simple.wikipedia",
    "vi.wikipedia",
    "commons.wikimedia",
    "wikidata",
    "sv.wikiversity",
  ].map((project, i) => ({ domain_code: project, project, access: "desktop", views: 100 - i })),
);
const matching = (search: string) => searchProjects(PROJECTS, search).map(({ project }) => project);

Deno.test("searchProjects() finds own names, English names, codes and families", () => {
  assertEquals(matching("plattdüütsch"), ["nds.wikipedia"]);
  assertEquals(matching("low german"), ["nds.wikipedia"]);
  assertEquals(matching("NDS-NL"), ["nds-nl.wikipedia"]);
  assertEquals(matching("zh-min"), ["zh-min-nan.wikipedia"]);
  assertEquals(matching("閩南"), ["zh-min-nan.wikipedia"]);
  assertEquals(matching("tieng viet"), ["vi.wikipedia"]);
  assertEquals(matching("commons"), ["commons.wikimedia"]);
  assertEquals(matching("wikiversity"), ["sv.wikiversity"]);
  assertEquals(matching("wikidata"), ["wikidata"]);
});

Deno.test("searchProjects() finds all words of a search, the best match first", () => {
  assertEquals(matching("german wikt"), ["de.wiktionary"]);
  assertEquals(matching("de"), ["de.wikipedia", "de.wiktionary", "nds-nl.wikipedia"]);
  assertEquals(matching("english"), ["en.wikipedia", "simple.wikipedia"]);
  assertEquals(matching("english esperanto"), []);
  assertEquals(matching("  "), PROJECTS.map(({ project }) => project));
});
