import { assertEquals } from "@std/assert";
import { checkMemory } from "./memory_check.ts";

/** A process whose memory at each second is that second. */
const growing = {
  median: (_of: "memory" | "files", from: number, to: number) => (from + to) / 2,
};

Deno.test("checkMemory compares the end with the first minute, or in a short soak with its half", () => {
  const long = checkMemory(growing, 600);
  assertEquals([long.before, long.after, long.ratio, long.most], [60, 585, 9.75, 1.2]);
  const short = checkMemory(growing, 60);
  assertEquals([short.before, short.after, short.most], [22.5, 52.5, 1.5]);
});
