import { assertEquals } from "@std/assert";
import { summary } from "./prune.ts";

Deno.test("summary() counts reports by their periods, which may have several", () => {
  const days = ["day", new Set(["2026-09-10"])] as const;
  const hour = ["hour", new Set(["2026-09-10T18"])] as const;
  const said = (count: number, ...periods: (typeof days | typeof hour)[]) =>
    summary(new Map([["report", count], ["job", 2]]), new Map(periods), 1000);
  assertEquals(
    [said(0), said(1, hour), said(2, hour, days), said(3, hour, days)],
    ["0 hours", "1 hour", "1 hour, 1 day", "3 reports of 1 hour, 1 day"].map((counts) =>
      `${counts}, 2 jobs, 1.0 kB (1,000 bytes)`
    ),
  );
});
