import { assert, assertEquals } from "@std/assert";
import { FaultServer } from "../../core/testing/fault_server.ts";
import { launch } from "../../core/testing/launch.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { Random } from "../../testdata/random.ts";
import { startServer } from "./server_process.ts";
import { until } from "./until.ts";

const KILLS = 8;
const [FROM, TO] = ["2026-09-09T01", "2026-09-10T18"];
const ID = `${FROM}_${TO}`;
const HOURS = 42;

function namesIn(folder: string): string[] {
  const names: string[] = [];
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    names.push(...isDirectory ? namesIn(`${folder}/${name}`) : [name]);
  }
  return names;
}

Deno.test("wikitop serve, killed again and again, finishes a job that it has accepted", async () => {
  await using temp = await tempFolder();
  // Slow enough to be killed in its midst.
  const fault = async (_: unknown, right: Parameters<NonNullable<FaultServer["fault"]>>[1]) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return right;
  };
  await using source = new FaultServer({ fault });
  const args = ["--source", source.url, "--denylist", "none"];
  const random = new Random(20260910);
  const expected = await (async () => {
    await using elsewhere = await tempFolder();
    await using server = await startServer(args, { cwd: elsewhere.path });
    return await server.ask(`/v1/hours/${SAMPLE.hour}?format=csv`, 200);
  })();

  const reports = `${temp.path}/reports`;
  let struck: string[] = [];
  let [killedMaking, stored] = [0, 0];
  for (let kill = 0; kill < KILLS; kill++) {
    await using server = await startServer(args, { cwd: temp.path });
    if (kill === 0) assertEquals((await server.post(FROM, TO)).response.status, 202);
    const job = JSON.parse(await server.ask(`/v1/jobs/${ID}`, 200));
    if (job.state !== "done") killedMaking++;
    // The server takes an hour in whose making it is killed twice for the cause.
    const areMade = async () => {
      const { hours } = JSON.parse(await server.ask(`/v1/hours?from=${FROM}&to=${TO}`, 200));
      return struck.every((hour) => hours.includes(hour));
    };
    await until(areMade, "the hours are made that the last kill hit");
    await new Promise((resolve) => setTimeout(resolve, random.below(100)));
    server.kill("SIGKILL");
    await server.status;

    const marks = namesIn(`${reports}/making`).filter((name) => name.endsWith(".json"));
    struck = marks.map((name) => name.replace(/\.json$/, ""));
    const names = namesIn(reports).filter((name) => /^2026-.*\.csv$/.test(name));
    assert(names.length >= stored, "an hour is gone");
    stored = names.length;
  }
  assert(killedMaking > 1, "no server was killed while it made hours");

  await using server = await startServer(args, { cwd: temp.path });
  const isDone = async () => JSON.parse(await server.ask(`/v1/jobs/${ID}`, 200)).state === "done";
  await until(isDone, "the job is done");
  const list = JSON.parse(await server.ask(`/v1/hours?from=${FROM}&to=${TO}`, 200));
  assertEquals([list.hours.length, list.gaps], [HOURS, []]);
  const report = await server.ask(`/v1/hours/${SAMPLE.hour}?format=csv&make=no`, 200);
  assert(report === expected, "a report is not right");
  assertEquals(await server.stop(), 0);
  const verified = await launch(FROM_SOURCE, ["verify"], { cwd: temp.path });
  assertEquals(verified.code, 0, verified.stdout + verified.stderr);
  const left = namesIn(reports).filter((name) => name.endsWith(".tmp"));
  assertEquals(left, []);
});
