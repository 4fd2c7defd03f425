import { assertEquals } from "@std/assert";
import { pickableProjects } from "./project_group.ts";
import { searchProjects } from "./search_projects.ts";

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
const found = (search: string) => searchProjects(PROJECTS, search).map(({ project }) => project);

Deno.test("searchProjects() finds own names, English names, codes and families", () => {
  assertEquals(found("plattdüütsch"), ["nds.wikipedia"]);
  assertEquals(found("low german"), ["nds.wikipedia"]);
  assertEquals(found("NDS-NL"), ["nds-nl.wikipedia"]);
  assertEquals(found("zh-min"), ["zh-min-nan.wikipedia"]);
  assertEquals(found("閩南"), ["zh-min-nan.wikipedia"]);
  assertEquals(found("tieng viet"), ["vi.wikipedia"]);
  assertEquals(found("commons"), ["commons.wikimedia"]);
  assertEquals(found("wikiversity"), ["sv.wikiversity"]);
  assertEquals(found("wikidata"), ["wikidata"]);
});

Deno.test("searchProjects() finds all words of a search, the best match first", () => {
  assertEquals(found("german wikt"), ["de.wiktionary"]);
  assertEquals(found("de"), ["de.wikipedia", "de.wiktionary", "nds-nl.wikipedia"]);
  assertEquals(found("english"), ["en.wikipedia", "simple.wikipedia"]);
  assertEquals(found("english esperanto"), []);
  assertEquals(found("  "), PROJECTS.map(({ project }) => project));
});
