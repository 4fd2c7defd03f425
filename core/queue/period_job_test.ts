import { assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { parsePeriod } from "../time/period.ts";
import { dayJobs, fromData, jobKey, type PeriodJob, toData } from "./period_job.ts";

const JOB: PeriodJob = {
  period: parsePeriod("2026-W37"),
  editions: ["each", "all"],
  top: 25,
  ties: "row",
  denylist: "none",
  crossCheck: false,
  rebuild: "never",
  missing: "skip",
  afterDays: true,
};

Deno.test("fromData() reads what toData() wrote, as it comes out of a database", () => {
  const trace = { traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" };
  for (const job of [JOB, { ...JOB, trace }]) {
    const read = fromData(JSON.parse(JSON.stringify(toData(job))));
    assertEquals({ ...read, period: read.period.label }, {
      ...job,
      period: "2026-W37",
      trace: job.trace,
    });
  }
});

Deno.test("fromData() refuses what another version has written", () => {
  const data = toData(JOB);
  const others = [
    undefined,
    null,
    7,
    {},
    { ...data, editions: [] },
    { ...data, editions: ["none"] },
    { ...data, top: 1.5 },
    { ...data, ties: "other" },
    { ...data, denylist: null },
    { ...data, crossCheck: 1 },
    { ...data, rebuild: "ever" },
    { ...data, missing: "none" },
    { ...data, afterDays: undefined },
    { ...data, period: 7 },
  ];
  for (const other of others) {
    assertThrows(() => fromData(other), RangeError, "it is of another version of wikitop");
  }
});

Deno.test("jobKey() is the same for the same work, in whatever order its editions stand", () => {
  assertEquals(jobKey({ ...JOB, editions: ["all", "each"], afterDays: false }), jobKey(JOB));
  const others: Partial<PeriodJob>[] = [
    { period: parsePeriod("2026-W38") },
    { editions: ["each"] },
    { top: 26 },
    { ties: "dense" },
    { denylist: "list" },
    { crossCheck: true },
    { rebuild: "always" },
    { missing: "fail" },
  ];
  for (const other of others) assertNotEquals(jobKey({ ...JOB, ...other }), jobKey(JOB));
});

Deno.test("dayJobs() are those of the days of a week, made as it is", () => {
  const days = dayJobs(JOB);
  assertEquals(days.map(({ period }) => period.label).at(0), "2026-09-07");
  assertEquals(days.map(({ afterDays, editions }) => [afterDays, editions]), [
    ...Array.from({ length: 7 }, () => [false, JOB.editions]),
  ]);
});
