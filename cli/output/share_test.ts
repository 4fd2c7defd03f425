import { assertEquals } from "@std/assert";
import { formatShare, shareFormat } from "./share.ts";

Deno.test("shareFormat() gives all shares of a column the digits that the smallest needs", () => {
  const written = (...shares: number[]) => shares.map(shareFormat(shares));
  assertEquals(written(0.5, 0.123, 0.001, 0), ["50.0%", "12.3%", "0.1%", "0.0%"]);
  assertEquals(written(0.123, 0.000999, 0.0004), ["12.30%", "0.10%", "0.04%"]);
  assertEquals(written(1, 0.00001, 0), ["100.00%", "<0.01%", "0.00%"]);
});

Deno.test("formatShare() says nothing is nothing, and little is little", () => {
  assertEquals([0, 0.000001, 0.0008, 0.264].map(formatShare), ["0.0%", "<0.01%", "0.08%", "26.4%"]);
});
