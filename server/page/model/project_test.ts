import { assertEquals } from "@std/assert";
import type { Access } from "../data/answers.ts";
import { groupProjects, pickableProjects, projectName } from "./project.ts";

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

const domain = (project: string, access: Access, views: number) => ({
  domain_code: `${project} ${access}`,
  project,
  access,
  views,
});

const PROJECTS = pickableProjects([
  domain("aa.x", "desktop", 900),
  domain("de.wikipedia", "desktop", 5),
  domain("de.wikipedia", "mobile", 6),
  domain("en.wikipedia", "desktop", 10),
  domain("en.wiktionary", "desktop", 22),
  domain("wikifunctions", "all", 1),
]);

Deno.test("pickableProjects() puts the domains of a project together, the most viewed first", () => {
  assertEquals(PROJECTS.map(({ project, views, accesses }) => [project, views, accesses]), [
    ["aa.x", 900, ["desktop"]],
    ["en.wiktionary", 22, ["desktop"]],
    ["de.wikipedia", 11, ["desktop", "mobile"]],
    ["en.wikipedia", 10, ["desktop"]],
    ["wikifunctions", 1, ["all"]],
  ]);
});

Deno.test("groupProjects() has the most viewed family first, and unknown ones last", () => {
  assertEquals(
    groupProjects(PROJECTS).map(({ name, projects }) => [name, projects.map((one) => one.project)]),
    [
      ["Wiktionary", ["en.wiktionary"]],
      ["Wikipedia", ["de.wikipedia", "en.wikipedia"]],
      ["Shared projects", ["wikifunctions"]],
      ["Others", ["aa.x"]],
    ],
  );
});
