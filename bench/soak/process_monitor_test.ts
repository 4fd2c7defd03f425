import { assertEquals } from "@std/assert";
import { checkMemory } from "./process_monitor.ts";

/** A process whose memory at each second is that second. */
const growing = {
  median: (_of: "memory" | "files", from: number, to: number) => (from + to) / 2,
};

Deno.test("checkMemory measures growth from the end of the warm-up on", () => {
  const { before, after, ratio, most, remark } = checkMemory(growing, 600);
  assertEquals([before, after, ratio, most], [330, 570, 570 / 330, 1.2]);
  assertEquals(remark, undefined);
});

Deno.test("checkMemory bounds memory coarsely in a short soak, and says so", () => {
  const short = checkMemory(growing, 60);
  assertEquals([short.before, short.after, short.most], [22.5, 52.5, 1.5]);
  const longer = checkMemory(growing, 300);
  assertEquals([longer.before, longer.after, longer.most], [22.5, 292.5, 2]);
  for (const { remark } of [short, longer]) {
    assertEquals(
      remark,
      "The server was still warming up: memory is only bounded by a coarse factor; " +
        "soak for 8 minutes or more to measure its growth",
    );
  }
});
