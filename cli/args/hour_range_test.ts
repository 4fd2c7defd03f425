import { assertEquals, assertThrows } from "@std/assert";
import { parseHourRange } from "./hour_range.ts";
import { UsageError } from "./usage_error.ts";

const NOW = new Date("2026-09-11");

Deno.test("parseHourRange() reads no hour, one hour, or the first and the last", () => {
  const range = (...typed: string[]) => {
    const { first, last } = parseHourRange(typed, NOW) ?? {};
    return [first?.toString(), last?.toString()];
  };
  assertEquals(range(), [undefined, undefined]);
  assertEquals(range("2026-09-10 8:00"), ["2026-09-10T08", "2026-09-10T08"]);
  assertEquals(range("2026-09-10T01", "2026-09-11T00"), ["2026-09-10T01", "2026-09-11T00"]);
});

Deno.test("parseHourRange() throws on what are no hours, or too many", () => {
  const wrong: [typed: string[], says: string][] = [
    [["reports"], "write it as"],
    [["2026-09-10T01", "2026-09-12T00"], "it has not ended yet"],
    [["2026-09-10T02", "2026-09-10T01"], "swap the two"],
    [["2026-09-10T01", "2026-09-10T02", "2026-09-10T03"], "at most two are wanted"],
  ];
  for (const [typed, says] of wrong) {
    assertThrows(() => parseHourRange(typed, NOW), UsageError, says);
  }
});
