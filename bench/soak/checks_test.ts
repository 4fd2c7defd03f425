import { assertEquals, assertThrows } from "@std/assert";
import { RawConnection } from "../../core/testing/raw_http.ts";
import type { HourState, Job, JobState } from "../../server/jobs/job.ts";
import { checkJobEnd, eventStream } from "./checks.ts";
import { ExpectedReports } from "./expected_reports.ts";
import { CheckError, Load } from "./load.ts";
import { Results } from "./results.ts";
import { hourAt, type Scenario, scenarioOf } from "./scenarios.ts";

const SEED = 1;

function loadAndHours(): { load: Load; hourOf: (scenario: Scenario) => string } {
  const expected = new ExpectedReports(SEED);
  const load = new Load({ url: "http://127.0.0.1/", seed: SEED, results: new Results(), expected });
  const hours = Array.from({ length: 1000 }, (_, i) => hourAt(i));
  return {
    load,
    hourOf: (scenario) => `${hours.find((hour) => scenarioOf(hour, SEED) === scenario)}`,
  };
}

function jobOf(state: JobState, hours: [hour: string, state: HourState][]): Job {
  const progress = { tries: 1, max_tries: 2, bytes: 0, length: null, message: null };
  return {
    ...{ id: "a job", from: hours[0]![0], to: hours.at(-1)![0], state, created: "" },
    ...{ started: null, ended: null },
    hours: hours.map(([hour, state]) => ({ hour, state, ...progress })),
  };
}

Deno.test("checkJobEnd notes what is stored, and closes the job", () => {
  const { load, hourOf } = loadAndHours();
  load.results.openJobs.add("a job");
  const [whole, missing] = [hourOf("flaky"), hourOf("missing")];
  checkJobEnd(load, jobOf("done", [[whole, "done"], [missing, "missing"]]));
  assertEquals([...load.results.stored], [whole]);
  assertEquals(load.results.openJobs.size, 0);
});

Deno.test("checkJobEnd throws where a job has come to an end that its hours do not have", () => {
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
    assertThrows(() => checkJobEnd(load, jobOf(state, hours)), CheckError);
  }
  load.results.cancelledJobs.add("a job");
  checkJobEnd(load, jobOf("cancelled", [[whole, "done"], [cut, "cancelled"]]));
  assertThrows(() => checkJobEnd(load, jobOf("done", [[whole, "cancelled"]])), CheckError);
});

Deno.test("eventStream puts pieces together, and passes over comments", async () => {
  const bytes = new TextEncoder().encode(
    'event: job\ndata: {"a": "ä"}\n\n: alive\n\nevent: end\ndata: {}\n\n',
  );
  // One byte after the other, and so a boundary within everything.
  const pieces = ReadableStream.from(Array.from(bytes, (byte) => new Uint8Array([byte])));
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => new Response(pieces),
  );
  using connection = await RawConnection.open(`http://127.0.0.1:${server.addr.port}/`);
  await connection.send({ path: "/" });
  await connection.readHead();
  const events = await Array.fromAsync(eventStream(connection));
  assertEquals(events, [{ name: "job", data: '{"a": "ä"}' }, { name: "end", data: "{}" }]);
});
