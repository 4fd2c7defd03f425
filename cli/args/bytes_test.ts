import { assertEquals, assertThrows } from "@std/assert";
import { parseBytes } from "./bytes.ts";
import { UsageError } from "./usage_error.ts";

Deno.test("parseBytes() reads a whole number and its unit", () => {
  const sizes: Record<string, number> = {
    "1kB": 1000,
    "500kB": 500_000,
    "64MB": 64_000_000,
    "2GB": 2_000_000_000,
    "007MB": 7_000_000,
  };
  for (const [written, bytes] of Object.entries(sizes)) assertEquals(parseBytes(written), bytes);
});

Deno.test("parseBytes() refuses anything else, and says how to write it", () => {
  const wrong = ["", "64", "MB", "64 MB", "64mb", "64KB", "64MiB", "1.5GB", "-1MB", "0MB", "1e3kB"];
  for (const written of [...wrong, "64MBs", " 64MB", "64MB\n", "9007199254740992GB", "6４MB"]) {
    assertThrows(() => parseBytes(written), UsageError, '"64MB"', written);
  }
});
