import { assert, assertEquals, assertMatch } from "@std/assert";
import { POSTGRES_PROGRAMS, startPostgres } from "../../../core/testing/postgres_server.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { heldSource } from "../../../server/process_tests/held_source.ts";
import { startServer } from "../../../server/process_tests/server_process.ts";
import { patiently, QUEUE_PERMISSIONS, queueUnderTest } from "../../testing/queue_under_test.ts";

const HOUR = `/v1/hours/${SAMPLE.hour}`;

Deno.test({
  name: "wikitop serve --queue has hours made by workers, once for all servers, and shows how far",
  ignore: POSTGRES_PROGRAMS === undefined,
  async fn() {
    await using postgres = await startPostgres();
    await using queue = await queueUnderTest(postgres);
    await using source = heldSource();
    const options = {
      cwd: queue.cwd,
      env: { WIKITOP_QUEUE: queue.url },
      permissions: [...QUEUE_PERMISSIONS, `--allow-net=${new URL(queue.url).host}`],
    };
    await using one = await startServer(source.args, options);
    await using other = await startServer(source.args, options);
    const worker = queue.work(source.server.url, ["--workers", "2"]);

    // All wait for the same job, which is made once.
    const asking = [one, other, one, other].map((server) =>
      server.ask(HOUR, 200, { headers: { prefer: "wait=60" } })
    );
    await patiently(() => source.server.requests.length === 1, "a request");
    const job = JSON.parse(await other.ask(`/v1/jobs/${SAMPLE.hour}`, 200));
    assertEquals([job.state, job.hours[0].tries], ["running", 1]);
    source.release();
    const [report, ...others] = await Promise.all(asking);
    for (const same of others) assert(same === report);
    assertEquals(source.server.paths, [SAMPLE.dumpPath]);
    const { jobs } = await queue.queue.summary();
    assertEquals(jobs.done, 1);

    // A range is watched at the server that was not asked for it.
    const [from, to] = ["2026-09-10T01", "2026-09-10T03"];
    assertEquals((await one.post(from, to)).response.status, 202);
    assertEquals((await other.post(from, to)).response.status, 202);
    const events = await other.ask(`/v1/jobs/${from}_${to}/events`, 200);
    assertMatch(events, /"state":"done"/);
    assertMatch(events, /event: end\n/);
    assertEquals(source.server.paths.length, 4);

    // What is not published yet is told at once, and rests in the queue.
    source.server.fault = (_, right) => ({ ...right, status: 404, body: new Uint8Array(0) });
    const now = new Date(Date.now() - 3_600_000).toISOString().slice(0, 13);
    const late = JSON.parse(
      await one.ask(`/v1/hours/${now}`, 404, { headers: { prefer: "wait=60" } }),
    );
    assertMatch(late.type, /not-published-yet/);
    assertEquals((await queue.queue.summary()).jobs.later, 1);
    assertEquals(await one.stop(), 0);
    assertEquals((await worker.stop()).code, 0);
  },
});

Deno.test({
  name: "wikitop serve --queue cancels what nobody waits for any more, but not what was enqueued",
  ignore: POSTGRES_PROGRAMS === undefined,
  async fn() {
    await using postgres = await startPostgres();
    await using queue = await queueUnderTest(postgres);
    await using source = heldSource();
    await using server = await startServer(source.args, {
      cwd: queue.cwd,
      env: { WIKITOP_QUEUE: queue.url },
      permissions: [...QUEUE_PERMISSIONS, `--allow-net=${new URL(queue.url).host}`],
    });
    await queue.run("enqueue", "2026-09-10T02", "--denylist", "none");
    const { secret } = JSON.parse((await server.post("2026-09-10T01", "2026-09-10T02")).text);
    await queue.until({ waiting: 2 });
    const withdraw = { method: "DELETE", headers: { authorization: `Bearer ${secret}` } };
    const path = "/v1/jobs/2026-09-10T01_2026-09-10T02";
    assertEquals(JSON.parse(await server.ask(path, 200, withdraw)).state, "cancelled");
    await queue.until({ waiting: 1, cancelled: 1 });
    const [left] = await queue.queue.list({ states: ["waiting"] });
    assertEquals(left!.period, "2026-09-10T02");
  },
});
