import { assertEquals, assertMatch } from "@std/assert";
import { HandlerFixture } from "../testing/handler_fixture.ts";
import { withoutHours } from "../testing/without_hours.ts";

Deno.test("periodList() lists stored days, and the gaps before, between and behind them", async () => {
  await using place = await HandlerFixture.open();
  for (const day of ["2026-08-31", "2026-09-01", "2026-09-04"]) await place.store(day);
  await place.store("2026-09-02T05");
  assertEquals(await place.json("/v1/periods?unit=day&from=2026-08-30&to=2026-09-05"), {
    unit: "day",
    from: "2026-08-30",
    to: "2026-09-05",
    periods: ["2026-08-31", "2026-09-01", "2026-09-04"],
    gaps: [
      { first: "2026-08-30", last: "2026-08-30", periods: 1 },
      { first: "2026-09-02", last: "2026-09-03", periods: 2 },
      { first: "2026-09-05", last: "2026-09-05", periods: 1 },
    ],
    incomplete: [],
  });
});

Deno.test("periodList() says which days are of fewer hours than they have", async () => {
  await using place = await HandlerFixture.open();
  await place.store("2026-09-09");
  await withoutHours(place, "2026-09-10", 1);
  const { periods, incomplete } = await place.json("/v1/periods?from=2026-09-01");
  assertEquals(periods, ["2026-09-09", "2026-09-10"]);
  assertEquals(incomplete, [{ period: "2026-09-10", hours: { present: 23, expected: 24 } }]);
});

Deno.test("periodList() lists weeks over the end of a year, and months", async () => {
  await using place = await HandlerFixture.open();
  for (const week of ["2020-W53", "2021-W01"]) await place.store(week);
  const weeks = await place.json("/v1/periods?unit=week&from=2020-W52&to=2021-W02");
  assertEquals(weeks.periods, ["2020-W53", "2021-W01"]);
  assertEquals(weeks.gaps.map(({ first }: { first: string }) => first), ["2020-W52", "2021-W02"]);
  await place.store("2026-08");
  const months = await place.json("/v1/periods?unit=month");
  assertEquals([months.from, months.to, months.periods], ["2015-05", "2026-08", ["2026-08"]]);
});

Deno.test("periodList() lists an edition by itself", async () => {
  await using place = await HandlerFixture.open();
  await place.store("2026-09-09");
  await place.store("2026-09-10", { edition: "all" });
  const of = async (edition: string) =>
    (await place.json(`/v1/periods?from=2026-09-01&edition=${edition}`)).periods;
  assertEquals([await of("each"), await of("all")], [["2026-09-09"], ["2026-09-10"]]);
});

Deno.test("periodList() refuses ranges that are none, or too long", async () => {
  await using place = await HandlerFixture.open({ maxHours: 5 });
  const list = await place.json("/v1/periods?unit=day");
  assertEquals([list.from, list.to], ["2026-09-07", "2026-09-11"]);
  const cases: [query: string, detail: RegExp][] = [
    ["from=2026-09-05&to=2026-09-01", /swap the two$/],
    ["from=2026-09-01&to=2026-09-06", /these are 6, 5 at most/],
    ["from=2026-09-10T18", /it is not a day but an hour$/],
    ["unit=week&to=2026-08", /it is not a week but a month$/],
    ["from=soon", /^Invalid period "soon": write an hour as/],
  ];
  for (const [query, detail] of cases) {
    const problem = await place.json(`/v1/periods?${query}`);
    assertEquals(problem.status, 400, query);
    assertMatch(problem.detail, detail);
  }
});
