import { assertEquals, assertRejects } from "@std/assert";
import { hourOf } from "../testing/controlled_make.ts";
import { Problem } from "../http/problem.ts";
import { StillClock } from "../testing/still_clock.ts";
import { Query } from "../http/query.ts";
import { readRange } from "./hour_range.ts";

async function read(written: string, { maxHours = 100, usual = 24 } = {}): Promise<string[]> {
  const { first, last } = await readRange(
    new Query(new URLSearchParams(written), ["from", "to"]),
    { maxHours, clock: new StillClock("2026-09-11T12:30:00Z") },
    { usual, newest: () => Promise.resolve(hourOf("2026-09-10T18")) },
  );
  return [first.toString(), last.toString()];
}

Deno.test("readRange() takes what is named, and the usual hours before its end", async () => {
  const [a, b] = ["2026-09-10T01", "2026-09-10T18"];
  assertEquals(await read(`from=${a}&to=${b}`), [a, b]);
  assertEquals(await read(`from=${a}&to=${a}`), [a, a]);
  assertEquals(await read(""), ["2026-09-09T19", b]);
  assertEquals(await read(`to=${a}`), ["2026-09-09T02", a]);
  assertEquals(await read("to=2015-05-01T05"), ["2015-05-01T01", "2015-05-01T05"]);
});

Deno.test("readRange() takes as many hours as may be from one on, up to now", async () => {
  assertEquals(await read("from=2026-09-01T00"), ["2026-09-01T00", "2026-09-05T03"]);
  assertEquals(await read("from=2026-09-11T00"), ["2026-09-11T00", "2026-09-11T12"]);
  assertEquals(await read("", { maxHours: 3 }), ["2026-09-10T16", "2026-09-10T18"]);
});

Deno.test("readRange() refuses ranges that are backwards or too long", async () => {
  for (
    const wrong of ["from=2026-09-10T02&to=2026-09-10T01", "from=2026-09-01T00&to=2026-09-11T00"]
  ) {
    assertEquals((await assertRejects(() => read(wrong), Problem)).kind, "bad-parameter");
  }
});
