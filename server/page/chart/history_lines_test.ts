import { assertEquals } from "@std/assert";
import { historyLines } from "./history_lines.ts";

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

Deno.test("historyLines() has gaps where the title was not in the top, or nothing is stored", () => {
  const [desktop, mobile] = historyLines(HISTORY);
  assertEquals(desktop?.points.map(({ part }) => part), ["0 1", "0 2", "0 3"]);
  assertEquals([mobile?.title, mobile?.points.length], ["Mobile", 1]);
});
