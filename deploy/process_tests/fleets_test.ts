import { assertEquals, assertMatch } from "@std/assert";
import { HAS_CEPH, startCeph } from "../../core/testing/ceph_server.ts";
import { launch, start } from "../../core/testing/launch.ts";
import { POSTGRES_PROGRAMS, startPostgres } from "../../core/testing/postgres_server.ts";
import type { Program } from "../../core/testing/program.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { ServerProcess } from "../../server/process_tests/server_process.ts";
import { until } from "../../server/process_tests/until.ts";
import { everyHour } from "../testing/every_hour.ts";
import { readFleets } from "../testing/lines.ts";
import { buildPlainImage } from "../testing/plain_image.ts";

Deno.test({
  name: "The fleets of deploy/ make what is enqueued, and what their servers are asked for",
  ignore: !HAS_CEPH || POSTGRES_PROGRAMS === undefined,
  async fn(t) {
    await using temp = await tempFolder();
    const image = await buildPlainImage(temp.path);
    await using postgres = await startPostgres();
    await using ceph = await startCeph();
    await using source = everyHour();
    for (const { where, commands, env } of await readFleets()) {
      await t.step(where, async () => {
        await using folder = await tempFolder();
        const queue = new URL(await postgres.database());
        /** What stands in the files, and what a test has in its place. */
        const here: Record<string, string> = {
          WIKITOP_QUEUE: queue.href,
          WIKITOP_STORE: `${await ceph.bucket()}/top`,
          WIKITOP_ENDPOINT: ceph.endpoint,
          WIKITOP_STATE: `${folder.path}/state`,
          WIKITOP_SOURCE: source.url,
          WIKITOP_DENYLIST: "none",
          PGPASSWORD: "any",
          ...ceph.env,
        };
        const known = { WIKITOP_CONTACT: "", AWS_REGION: "", ...here };
        assertEquals(Object.keys(env).filter((name) => !Object.hasOwn(known, name)), []);
        const options = { cwd: folder.path, env: { ...env, ...here } };
        const hosts = [queue.host, new URL(ceph.endpoint).host, source.host].join();
        const programOf = (command: readonly string[]): [Program, string[]] => {
          const words = command.map(image);
          const at = words.findIndex((word) => word.endsWith("/cli/main.ts")) + 1;
          const flags = words.slice(1, at).map((flag) =>
            flag.replace("0.0.0.0:8080", "0.0.0.0:0").replace(/^--allow-net=.*/, `$&,${hosts}`)
              .replace(/^--allow-(read|write)=.*/, `$&,${folder.path}`)
          );
          return [{ command: () => [Deno.execPath(), ...flags] }, words.slice(at)];
        };
        const [serve, work, enqueue] = ["serve", "work", "enqueue"].map((name) =>
          programOf(commands.find((command) => command.includes(name))!)
        );

        await using worker = new ServerProcess(start(...work!, options), undefined);
        await until(() => /^Waiting for jobs/m.test(worker.log), "the worker waits for jobs");
        const added = await launch(...enqueue!, options);
        assertEquals(added.code, 0, added.stderr);
        const [program, args] = serve!;
        const serving = start(program, [...args, "--port", "0"], options);
        await using server = new ServerProcess(serving, undefined);
        await server.listening();
        await server.ready();
        const port = new URL(server.url).port;
        const { status } = await fetch(`http://127.0.0.1:${port}/v1/hours/${SAMPLE.hour}`);
        assertEquals(status, 200, `${server.log}\n${worker.log}`);
        assertEquals(await server.stop(), 0, server.log);
        assertMatch(worker.log, new RegExp(`^${SAMPLE.hour}: made in `, "m"));
        assertEquals(await worker.stop(), 0, worker.log);
      });
    }
  },
});
