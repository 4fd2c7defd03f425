import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { LoopbackServer } from "../../core/testing/loopback_server.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { makeFrom } from "../testing/make_from.ts";
import { JobsFixture, statesOf } from "../testing/jobs_fixture.ts";

const RUN_JOB = fileURLToPath(new URL("./run_job.ts", import.meta.url));
const [H17, H19] = ["2026-09-10T17", "2026-09-10T19"];

Deno.test("LocalJobs.open() finishes the job of a process that was killed in its midst", async () => {
  await using place = await JobsFixture.open();
  const dump = await Deno.readFile(SAMPLE.dump);
  const midst = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await using server = new LoopbackServer(async (request) => {
    if (request.url.includes("-180000")) {
      midst.resolve();
      await released.promise;
    }
    return new Response(dump);
  });
  const args = ["run", "-A", "--no-check", RUN_JOB, place.folder, server.url, H17, H19];
  const child = new Deno.Command(Deno.execPath(), { args, stdout: "piped", stderr: "inherit" })
    .spawn();
  try {
    await midst.promise;
  } finally {
    child.kill("SIGKILL");
    released.resolve();
  }
  const { stdout, signal } = await child.output();
  assertEquals(signal, "SIGKILL");
  const id = `${H17}_${H19}`;
  assertEquals(new TextDecoder().decode(stdout), `accepted ${id}\n`);
  const asked = server.paths.length;
  assertEquals(asked, 2);

  const queue = await place.queue({ make: makeFrom(server.url, place.folder), running: 1 });
  const job = await queue.ended(id);
  assertEquals(statesOf(job), ["done", "done", "done", "done"]);
  assertEquals(server.paths.slice(asked).map((path) => path.slice(-9, -3)), ["180000", "190000"]);
  await queue.close(0);
  assertEquals((await place.kept(id))!.state, "done");
});
