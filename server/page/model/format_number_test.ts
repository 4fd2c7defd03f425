import { assertEquals } from "@std/assert";
import { formatBytes, formatCompact, formatNumber, formatShare } from "./format_number.ts";

Deno.test("formatShare() writes percents with two or three digits", () => {
  for (
    const [share, expected] of [
      [0, "0"],
      [1, "100"],
      [0.1666, "16.7"],
      [0.0116, "1.16"],
      [0.001, "0.10"],
      [0.00096, "0.096"],
      [0.000001, "0.00010"],
    ] as const
  ) assertEquals(formatShare(share), `${expected}\u2009%`);
});

Deno.test("formatNumber(), formatCompact() and formatBytes() write numbers for people", () => {
  assertEquals(formatNumber(1234567), "1,234,567");
  assertEquals(formatCompact(1234567), "1.23M");
  assertEquals(formatCompact(950), "950");
  assertEquals(formatBytes(56_905_116), "56.9 MB");
  assertEquals(formatBytes(1), "0.0 MB");
});
