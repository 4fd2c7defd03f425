import { assertEquals, assertThrows } from "@std/assert";
import { parseDuration, parseInterval } from "./duration.ts";
import { UsageError } from "./usage_error.ts";

Deno.test("parseDuration() reads seconds, minutes, hours and days", () => {
  assertEquals(parseDuration("8s"), 8_000);
  assertEquals(parseDuration("10m"), 600_000);
  assertEquals(parseDuration("24h"), 86_400_000);
  assertEquals(parseDuration("30d"), 2_592_000_000);
  assertEquals(parseDuration("0s"), 0);
  assertEquals(parseDuration("007m"), 420_000);
});

Deno.test("parseDuration() throws on anything else, and says how to write it", () => {
  const others = ["", "30", "d", "1.5h", "-1d", "+1d", "1 d", " 1d", "1d\n", "1D", "1w", "1h30m"];
  for (const written of [...others, "1e3s", "٣d", "30days", "9007199254740992s"]) {
    const { message } = assertThrows(() => parseDuration(written), UsageError, "invalid duration");
    assertEquals(message.match(/"\d+[smhd]"/g), ['"8s"', '"10m"', '"24h"', '"30d"'], written);
  }
});

Deno.test("parseInterval() reads the same, but no time at all", () => {
  assertEquals(parseInterval("30d"), 2_592_000_000);
  for (const written of ["0s", "000d"]) {
    assertThrows(() => parseInterval(written), UsageError, 'use "1s" or more');
  }
  assertThrows(() => parseInterval("1w"), UsageError, "invalid duration");
});
