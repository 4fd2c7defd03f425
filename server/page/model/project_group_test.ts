import { assertEquals } from "@std/assert";
import type { Access } from "../../../core/wiki/project.ts";
import { groupProjects, pickableProjects } from "./project_group.ts";

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
