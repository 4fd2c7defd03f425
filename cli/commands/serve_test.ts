import { assert, assertEquals } from "@std/assert";
import { Hour } from "../../core/mod.ts";
import type { Job, JobHour } from "../../server/jobs/job.ts";
import { describeJob } from "./serve.ts";

function jobOf(states: JobHour["state"][], message: (i: number) => string | null): Job {
  const first = Hour.parse("2026-08-01T01");
  const hours = states.map((state, i): JobHour => ({
    hour: `${first.plus(i)}`,
    state,
    tries: 1,
    max_tries: 3,
    bytes: 0,
    length: null,
    message: message(i),
  }));
  const created = "2026-09-10T20:04:05.000Z";
  const [from, to] = [hours[0]!.hour, hours.at(-1)!.hour];
  const times = { created, started: created, ended: created };
  return { id: "job", from, to, state: "done", ...times, hours };
}

Deno.test("describeJob() tells of one hour what became of it", () => {
  assertEquals(describeJob(jobOf(["done"], () => null)), "job: done");
  assertEquals(describeJob(jobOf(["done"], () => "Cannot")), "job: done; Cannot");
});

Deno.test("describeJob() counts the hours of a range, and tells of few troubles", () => {
  const states = Array.from({ length: 743 }, () => "missing" as const);
  const line = describeJob(jobOf(["done", ...states], (i) => i === 0 ? null : `Cannot find ${i}`));
  assertEquals(
    line,
    "job: done, 1 done, 743 missing; Cannot find 1; Cannot find 2; Cannot find 3; " +
      "and 740 more messages",
  );
  assert(line.length < 1000);
});
