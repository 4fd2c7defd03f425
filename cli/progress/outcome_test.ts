import { assertEquals } from "@std/assert";
import { describeSummary } from "./outcome.ts";

const NOTHING = { made: 0, skipped: 0, missing: 0, late: 0, failed: 0 };
const FACTS = { bytes: 61_234_567, lines: 6_777_476, malformed: 0, seconds: 4.06 };

Deno.test("describeSummary() names what there is", () => {
  assertEquals(
    describeSummary({ hours: { ...NOTHING, made: 24 }, ...FACTS }),
    "made 24; 61.2 MB, 6,777,476 lines in 4.1 s",
  );
  assertEquals(
    describeSummary({
      hours: { made: 1, skipped: 2, missing: 3, late: 4, failed: 5 },
      ...FACTS,
    }),
    "made 1, skipped 2, missing 3, not published yet 4, failed 5; " +
      "61.2 MB, 6,777,476 lines in 4.1 s",
  );
});

Deno.test("describeSummary() says how many lines are malformed, if any are", () => {
  assertEquals(
    describeSummary({ hours: { ...NOTHING, made: 24 }, ...FACTS, malformed: 1234 }),
    "made 24; 61.2 MB, 6,777,476 lines, 1,234 malformed in 4.1 s",
  );
});

Deno.test("describeSummary() says that nothing was done", () => {
  const facts = { bytes: 0, lines: 0, malformed: 0, seconds: 0 };
  assertEquals(
    describeSummary({ hours: NOTHING, ...facts }),
    "nothing was done; 0 B, 0 lines in 0.0 s",
  );
});
