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
      "?",
    ]
  ) {
    const { route, problem } = parseRoute(query);
    assertEquals(formatRoute(route), query);
    assertEquals(problem, undefined);
  }
});

Deno.test("parseRoute() reads an hour however it is written", () => {
  assertEquals(`${parseRoute("?hour=2020-09-10 18:00").route.period}`, "2020-09-10T18");
});

Deno.test("parseRoute() leaves out what it cannot read, and says what is wrong with an hour", () => {
  const { route, problem } = parseRoute("?hour=2020-02-30T05&access=phone&project=&q=a");
  assertEquals(route, { period: undefined, project: undefined, access: undefined, search: "a" });
  assertEquals(problem?.kind, "out-of-range");
  assertEquals(parseRoute("?hour=noon").problem?.kind, "bad-hour");
  assertEquals(parseRoute("?hour=2014-01-01T00").problem?.kind, "out-of-range");
});
