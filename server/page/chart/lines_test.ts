import { assertEquals } from "@std/assert";
import { Hour } from "../../../core/time/hour.ts";
import { chartLines, isSteep, toneOf, TONES } from "./lines.ts";

const PAGES = Array.from({ length: 9 }, (_, i) => ({
  rank: i + 1,
  views: 90 - i,
  title: `Page_${i + 1}`,
}));
const FIRST = Hour.parse("2020-09-10T05");

Deno.test("chartLines() draws what matters most at last", () => {
  const lines = chartLines(PAGES, [{ period: FIRST, pages: PAGES }], "Page_8");
  assertEquals(lines.map(({ index }) => index + 1), [9, 7, 6, 5, 4, 3, 2, 1, 8]);
  assertEquals(lines.filter(({ weight }) => weight === "named").length, TONES);
  assertEquals(lines.at(-1)!.weight, "highlighted");
  assertEquals(lines.map(toneOf).slice(-2), ["var(--tone-1)", "var(--ink)"]);
  assertEquals(toneOf(lines[0]!), "var(--pack)");
});

Deno.test("chartLines() splits lines at gaps, and leaves out what has no points", () => {
  const past = [
    { period: FIRST, pages: PAGES },
    { period: FIRST.plus(1), pages: [] },
    { period: FIRST.plus(2), pages: PAGES.slice(0, 2) },
    { period: FIRST.plus(3), pages: PAGES.slice(0, 1) },
    { period: FIRST.plus(9), pages: undefined },
  ];
  const pages = [PAGES[0]!, { ...PAGES[1]!, title: "Never" }];
  const [line, ...others] = chartLines(pages, past, undefined);
  assertEquals(others, []);
  assertEquals(line!.points.map(({ time, part }) => [time.toISOString().slice(11, 16), part]), [
    ["04:30", "0 0"],
    ["06:30", "0 1"],
    ["07:30", "0 1"],
  ]);
});

Deno.test("isSteep() tells when only a logarithm shows all", () => {
  const lines = (most: number) =>
    chartLines(PAGES.slice(0, 2), [{
      period: FIRST,
      pages: [{ ...PAGES[0]!, views: most }, { ...PAGES[1]!, views: 10 }],
    }], undefined);
  assertEquals([80, 81].map((most) => isSteep(lines(most))), [false, true]);
});
