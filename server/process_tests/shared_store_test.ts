import { assert, assertEquals } from "@std/assert";
import { FaultServer } from "../../core/testing/fault_server.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { heldSource } from "./held_source.ts";
import { startServer } from "./server_process.ts";
import { until } from "./until.ts";

const HOUR = `/v1/hours/${SAMPLE.hour}`;

Deno.test("two servers of one store fetch an hour once that both are asked for", async () => {
  await using temp = await tempFolder();
  await using source = heldSource();
  await using one = await startServer(source.args, { cwd: temp.path });
  await using other = await startServer(source.args, { cwd: temp.path });
  const asking = [one, other, one, other].map((server) => server.ask(HOUR, 200));
  await source.asked();
  await new Promise((resolve) => setTimeout(resolve, 300));
  source.release();
  const [report, ...others] = await Promise.all(asking);
  for (const same of others) assert(same === report);
  assertEquals(source.server.paths, [SAMPLE.dumpPath]);
});

Deno.test("two servers of one store make a range once that both are asked for", async () => {
  await using temp = await tempFolder();
  await using source = new FaultServer();
  const args = ["--source", source.url, "--denylist", "none"];
  await using one = await startServer(args, { cwd: temp.path });
  await using other = await startServer(args, { cwd: temp.path });
  const [from, to] = ["2026-09-10T01", SAMPLE.hour];
  for (const server of [one, other]) {
    assertEquals((await server.post(from, to)).response.status, 202);
  }
  for (const server of [one, other]) {
    const isDone = async () =>
      JSON.parse(await server.ask(`/v1/jobs/${from}_${to}`, 200)).state === "done";
    await until(isDone, "the job is done");
    const { gaps } = JSON.parse(await server.ask(`/v1/hours?from=${from}&to=${to}`, 200));
    assertEquals(gaps, []);
  }
  assertEquals(source.paths.toSorted(), [...new Set(source.paths)].sort());
  assertEquals(source.paths.length, 18);
});

Deno.test("a server that is killed leaves its hours to the other one of its store", async () => {
  await using temp = await tempFolder();
  await using source = heldSource();
  await using one = await startServer(source.args, { cwd: temp.path });
  await using other = await startServer(source.args, { cwd: temp.path });
  const first = one.get(HOUR).catch((error) => error);
  await source.asked();
  const second = other.ask(HOUR, 200);
  one.kill("SIGKILL");
  assert(await first instanceof TypeError);
  await source.asked(2);
  source.release();
  assertEquals(JSON.parse(await second).period, SAMPLE.hour);
});
