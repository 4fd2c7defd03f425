import { assertEquals } from "@std/assert";
import { jobId, parseJobId } from "./job_id.ts";
import { rangeOf } from "../testing/controlled_make.ts";

const NOW = new Date("2026-09-12T00:30:00Z");

Deno.test("jobId() names one hour by itself, and a range by its ends", () => {
  assertEquals(jobId(rangeOf("2026-09-10T18")), "2026-09-10T18");
  assertEquals(
    jobId(rangeOf("2026-09-10T01", "2026-09-11T00")),
    "2026-09-10T01_2026-09-11T00",
  );
});

Deno.test("parseJobId() reads what jobId() writes", () => {
  for (
    const id of [
      "2026-09-10T18",
      "2026-09-10T01_2026-09-11T00",
      "2015-05-01T01",
      "2026-09-10",
      "2026-08-31_2026-09-10",
      "2026-W36",
      "2026-08",
    ]
  ) {
    assertEquals(jobId(parseJobId(id, NOW)!), id);
  }
});

Deno.test("parseJobId() knows no other spelling, nor hours that cannot be", () => {
  const wrong = [
    "",
    "_",
    "2026-09-10T18_",
    "_2026-09-10T18",
    "2026-09-10T18\n",
    " 2026-09-10T18",
    "2026-09-10t18",
    "2026-09-10 18",
    "2026-09-10T18:00",
    "2026091018",
    "20260910-180000",
    "2026-09-10T18_2026-09-10T18",
    "2026-09-10T18_2026-09-10T17",
    "2026-09-10T01_2026-09-10T02_2026-09-10T03",
    "2026-02-30T01",
    "2026-09-10T24",
    "2015-05-01T00",
    "2026-09-12T01",
    "2026-09-11T01_2026-09-12T01",
    "20260910",
    "2026-09-10_2026-09-09",
    "2026-09-10_2026-09-10T18",
    "2026-09",
    "../2026-09-10T18",
    "constructor",
  ];
  assertEquals(wrong.filter((id) => parseJobId(id, NOW) !== undefined), []);
});
