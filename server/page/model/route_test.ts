import { assertEquals } from "@std/assert";
import { formatRoute, parseRoute } from "./route.ts";

Deno.test("parseRoute() reads what formatRoute() wrote", () => {
  for (
    const query of [
      "?hour=2020-09-10T18&project=en.wikipedia&access=desktop",
      "?hour=2015-05-01T01&project=x%26y&access=all&q=%3F%26+%C3%A9",
      "?project=wikidata",
      "?period=2020-09-10&project=wikidata",
      "?period=2020-W53",
      "?period=2020-09",
      "?project=wikidata&access=all&pages=all&view=rises&top=all&vs=de.wikipedia&q=a",
      "?hour=2020-09-10T18&vs=2020-09-10T17",
      "?",
    ]
  ) {
    const { route, problem } = parseRoute(query);
    assertEquals(formatRoute(route), query);
    assertEquals(problem, undefined);
  }
});

Deno.test("parseRoute() reads an hour and a project however they are written", () => {
  assertEquals(`${parseRoute("?hour=2020-09-10 18:00").route.period}`, "2020-09-10T18");
  const projectOf = (written: string) => parseRoute(`?project=${written}`).route.project;
  assertEquals(projectOf("frwiki"), "fr.wikipedia");
  assertEquals(projectOf("de.wikipedia.org"), "de.wikipedia");
  assertEquals(projectOf("*.wikipedia"), "*.wikipedia");
});

Deno.test("parseRoute() leaves out what it cannot read, and says what is wrong with an hour", () => {
  const { route, problem } = parseRoute("?hour=2020-02-30T05&access=phone&project=&vs=2020-99&q=a");
  assertEquals(route, {
    view: "top",
    period: undefined,
    project: undefined,
    access: undefined,
    pages: "articles",
    isLong: false,
    versus: undefined,
    search: "a",
  });
  assertEquals(problem?.kind, "out-of-range");
  assertEquals(parseRoute("?hour=noon").problem?.kind, "bad-hour");
  assertEquals(parseRoute("?hour=2014-01-01T00").problem?.kind, "out-of-range");
});
