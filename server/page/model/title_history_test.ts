import { assertEquals } from "@std/assert";
import { projectOf } from "../../../core/wiki/project.ts";
import { historyRows, otherProjects, parseTitlePath } from "./title_history.ts";

const at = (hour: string, views: number | null) => ({
  hour: `2026-09-10T${hour}`,
  rank: views === null ? null : 3,
  views,
});
const HISTORY = {
  series: [{
    domain_code: "en",
    access: "desktop" as const,
    hours: [at("01", 5), at("02", null), at("03", 7), at("05", 8)],
  }, {
    domain_code: "en.m",
    access: "mobile" as const,
    hours: [at("01", null), at("02", null), at("03", 9), at("05", null)],
  }],
};

Deno.test("parseTitlePath() reads a project and a title with slashes", () => {
  assertEquals(parseTitlePath("/page/en.wikipedia/AC/DC"), {
    project: "en.wikipedia",
    title: "AC/DC",
  });
  assertEquals(parseTitlePath("/page/de.wikipedia/Z%C3%BCrich%20Nord").title, "Zürich_Nord");
  assertEquals(parseTitlePath("/page/de.wikipedia/%FF").title, "%FF");
});

Deno.test("historyRows() has the periods in which the title was in the top, the newest first", () => {
  assertEquals(
    historyRows(HISTORY).map(({ period, places }) => [
      period.label,
      ...places.map(({ views }) => views),
    ]),
    [["2026-09-10T05", 8, null], ["2026-09-10T03", 7, 9], ["2026-09-10T01", 5, null]],
  );
  assertEquals(historyRows({ series: [] }), []);
});

Deno.test("otherProjects() sums the accesses of each project, and leaves out the own one", () => {
  const series = [["de", 4], ["de.m", 6], ["en", 90], ["fr.b", 20]].map(([code, views]) => ({
    domain_code: String(code),
    access: "desktop" as const,
    hours: [at("01", Number(views))],
  }));
  assertEquals(
    otherProjects({ series }, "en.wikipedia", (code) => projectOf(code).project)
      .map(({ name, views }) => [name.project, views]),
    [["fr.wikibooks", 20], ["de.wikipedia", 10]],
  );
});
