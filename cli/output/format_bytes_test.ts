import { assertEquals } from "@std/assert";
import { formatBytes } from "./format_bytes.ts";

Deno.test("formatBytes() takes the unit that leaves one to three digits", () => {
  const written: [number, string][] = [
    [0, "0 B"],
    [1, "1 B"],
    [999, "999 B"],
    [1000, "1.0 kB"],
    [1549, "1.5 kB"],
    [999_949, "999.9 kB"],
    [999_950, "1.0 MB"],
    [57_000_000, "57.0 MB"],
    [1e9, "1.0 GB"],
    [2.5e12, "2.5 TB"],
    [1e16, "10000.0 TB"],
  ];
  for (const [bytes, text] of written) assertEquals(formatBytes(bytes), text);
});
