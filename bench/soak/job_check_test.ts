import { assertEquals, assertThrows } from "@std/assert";
import type { HourState, Job, JobState } from "../../server/jobs/job.ts";
import { ExpectedReports } from "./expected_reports.ts";
import { type Fate, fateOf, hourAt } from "./fate.ts";
import { checkEnd } from "./job_check.ts";
import { Ledger } from "./ledger.ts";
import { Load, Wrong } from "./load.ts";

const SEED = 1;

function loadAndHours(): { load: Load; hourOf: (fate: Fate) => string } {
  const expected = new ExpectedReports(SEED);
  const load = new Load({ url: "http://127.0.0.1/", seed: SEED, ledger: new Ledger(), expected });
  const hours = Array.from({ length: 1000 }, (_, i) => hourAt(i));
  return { load, hourOf: (fate) => `${hours.find((hour) => fateOf(hour, SEED) === fate)}` };
}

function jobOf(state: JobState, hours: [hour: string, state: HourState][]): Job {
  const facts = { tries: 1, max_tries: 2, bytes: 0, length: null, message: null };
  return {
    ...{ id: "a job", from: hours[0][0], to: hours.at(-1)![0], state, created: "" },
    ...{ started: null, ended: null },
    hours: hours.map(([hour, state]) => ({ hour, state, ...facts })),
  };
}

Deno.test("checkEnd notes what is stored, and closes the job", () => {
  const { load, hourOf } = loadAndHours();
  load.ledger.openJobs.add("a job");
  const [whole, missing] = [hourOf("flaky"), hourOf("missing")];
  checkEnd(load, jobOf("done", [[whole, "done"], [missing, "missing"]]));
  assertEquals([...load.ledger.stored], [whole]);
  assertEquals(load.ledger.openJobs.size, 0);
});

Deno.test("checkEnd throws where a job has come to an end that its hours do not have", () => {
  const { load, hourOf } = loadAndHours();
  const [whole, missing, cut] = [hourOf("sample"), hourOf("missing"), hourOf("cut")];
  const wrong: [JobState, [string, HourState][]][] = [
    ["done", [[whole, "failed"]]],
    ["done", [[cut, "done"]]],
    ["done", [[missing, "missing"]]],
    ["done", [[whole, "done"], [cut, "failed"]]],
    ["failed", [[whole, "done"]]],
    ["cancelled", [[whole, "done"]]],
  ];
  for (const [state, hours] of wrong) {
    assertThrows(() => checkEnd(load, jobOf(state, hours)), Wrong);
  }
  load.ledger.cancelledJobs.add("a job");
  checkEnd(load, jobOf("cancelled", [[whole, "done"], [cut, "cancelled"]]));
  assertThrows(() => checkEnd(load, jobOf("done", [[whole, "cancelled"]])), Wrong);
});
