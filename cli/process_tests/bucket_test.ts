import { assert, assertEquals, assertMatch } from "@std/assert";
import { tryLockFile } from "../../core/deno/file_lock.ts";
import type { Manifest } from "../../core/mod.ts";
import { openS3Store } from "../../core/node/s3_store.ts";
import type { S3Server } from "../../core/testing/ceph_server.ts";
import { FaultProxy } from "../../core/testing/fault_proxy.ts";
import { FaultServer } from "../../core/testing/fault_server.ts";
import { launch, type Outcome, start } from "../../core/testing/launch.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { S3_PERMISSIONS } from "../../core/testing/s3_permissions.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { bucketTests } from "../../core/testing/test_bucket.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { unusedUrl } from "../../core/testing/unused_url.ts";
import { startServer } from "../../server/process_tests/server_process.ts";
import { until } from "../../server/process_tests/until.ts";

const testBucket = bucketTests();

const KEY = "2026/09/2026-09-10T18";
const SAMPLE_ARGS = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist];

function wikitop(
  cwd: string,
  { env }: Pick<S3Server, "env">,
  ...args: string[]
): Promise<Outcome> {
  return launch(FROM_SOURCE, args, { cwd, env, permissions: S3_PERMISSIONS });
}

testBucket(
  "wikitop makes, shows, verifies, exports and removes hours in a bucket",
  async (bucket, server) => {
    await using temp = await tempFolder();
    const [store, lake] = [`${bucket}/top`, `${bucket}/lake`];
    const at = (...args: string[]) => wikitop(temp.path, server, ...args, "--store", store);
    const made = await at("run", SAMPLE.hour, ...SAMPLE_ARGS, "--quiet");
    assertEquals([made.code, made.stderr], [0, ""]);
    assertMatch(
      made.stdout,
      /^s3:\/\/test-\d+\/top\/2026\/09\/2026-09-10T18\.[0-9a-f]{16}\.csv\n$/,
    );
    const again = await at("run", SAMPLE.hour, ...SAMPLE_ARGS);
    assertMatch(again.stderr, /^2026-09-10T18: finished before, skipped\n/);

    // What is shown is what a folder would show.
    const folder = ["--store", "reports/folder"];
    await wikitop(temp.path, server, "run", SAMPLE.hour, ...SAMPLE_ARGS, ...folder);
    for (
      const command of [["show", SAMPLE.hour, "--format", "csv"], ["projects", SAMPLE.hour], [
        "verify",
      ]]
    ) {
      const inFolder = await wikitop(temp.path, server, ...command, ...folder);
      assertEquals(inFolder.code, 0, inFolder.stderr);
      assertEquals(await at(...command), inFolder);
    }
    assertMatch((await at("ls")).stdout, /\n1 hour, 8\d\.\d kB in s3:\/\/test-\d+\/top\n$/);

    for (const written of [1, 0]) {
      const exported = await at("export", "--to", lake, "--format", "parquet", "--layout", "hive");
      assertMatch(exported.stderr, new RegExp(`^${written} files? written, `));
      assertEquals(exported.code, 0);
    }
    const part = "edition=each/unit=hour/year=2026/month=09/day=10/hour=17";
    const keys = (await server.keys(lake)).filter((key) => !key.startsWith(".wikitop/"));
    assertEquals(keys, [`${part}/_SUCCESS`, `${part}/part.parquet`]);
    await at("export", "--to", "reports/lake", "--format", "parquet", "--layout", "hive");
    assertEquals(
      await server.read(`${lake}/${part}/part.parquet`),
      await Deno.readFile(`${temp.path}/reports/lake/${part}/part.parquet`),
    );

    const removed = await at("prune", "--older-than", "1d");
    assertEquals([removed.code, removed.stdout], [0, made.stdout]);
    assertEquals(await server.keys(store), []);
  },
);

testBucket(
  "eight writers on two machines make four hours, each once for all",
  async (bucket, server) => {
    await using temp = await tempFolder();
    await using source = new FaultServer();
    const [first, last] = ["2026-09-10T15", "2026-09-10T18"];
    const writers = await Promise.all(Array.from({ length: 8 }, (_, i) => {
      const state = ["--state", `reports/machine-${i % 2}`];
      const args = ["--source", source.url, "--denylist", "none", "--workers", "1", ...state];
      args.push("--retry-for", "5m"); // Those of one machine wait for each other.
      return wikitop(temp.path, server, "run", first, last, ...args, "--store", bucket);
    }));
    for (const { code, stderr } of writers) assertEquals(code, 0, stderr);
    // All name the same four reports, and there is nothing else.
    const [{ stdout }] = writers as [Outcome];
    for (const writer of writers) assertEquals(writer.stdout, stdout);
    assertEquals((await server.keys(bucket)).length, 8);
    const verified = await wikitop(temp.path, server, "verify", "--store", bucket);
    assertMatch(verified.stderr + verified.stdout, /4 hours verified, 0 problems/);

    // One machine fetches an hour once; where both did, one of them says that it was in vain.
    const dumps = source.requests.filter(({ method }) => method === "GET");
    const fetches = Map.groupBy(dumps, ({ path }) => path);
    assertEquals(fetches.size, 4);
    for (const [path, { length }] of fetches) {
      assert(
        length <= 2,
        `${path} was fetched ${length} times`,
      );
    }
    const vain = writers.map(({ stderr }) => Number(/(\d+) made in vain/.exec(stderr)?.[1] ?? 0));
    assertEquals(vain.reduce((sum, count) => sum + count), dumps.length - 4);
  },
);

testBucket(
  "wikitop run, killed while it commits to a bucket, leaves nothing half",
  async (bucket, server) => {
    await using temp = await tempFolder();
    const { path: cwd } = temp;
    const rules = ["row", "dense"] as const;
    const args = (ties: string, store: string) => {
      const flags = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist, "--quiet"];
      return ["run", SAMPLE.hour, ...flags, "--force", "--ties", ties, "--store", store];
    };
    const right = new Map<string, string>();
    for (const ties of rules) {
      const { code, stderr } = await wikitop(cwd, server, ...args(ties, `reports/${ties}`));
      assertEquals(code, 0, stderr);
      right.set(ties, await Deno.readTextFile(`${cwd}/reports/${ties}/${KEY}.csv`));
    }
    const { store } = openS3Store(bucket, {
      endpoint: server.endpoint,
      state: cwd,
      locks: { tryLock: tryLockFile },
    });
    let finished = 0;
    for (let kill = 0; kill < 20; kill++) {
      const ties = rules[kill % 2]!;
      // It is killed with one of the requests that write, before it is passed on or when it is.
      const [fatal, isPassed] = [Math.floor(kill / 2) % 5, kill % 4 < 2];
      let writes = 0;
      const running: Deno.ChildProcess[] = [];
      await using proxy = new FaultProxy(server.endpoint, ({ method, path }) => {
        const isCommit = ["PUT", "DELETE"].includes(method) && !path.includes(".probes");
        if (!isCommit || writes++ !== fatal) return undefined;
        running[0]!.kill("SIGKILL");
        return isPassed ? "lose" : "drop";
      });
      const env = { ...server.env, WIKITOP_ENDPOINT: proxy.url };
      running.push(
        start(FROM_SOURCE, args(ties, bucket), { cwd, env, permissions: S3_PERMISSIONS }),
      );
      await running[0]!.output();
      assert(writes > 0, "it did not come to write");
      const entry = await store.read(KEY);
      if (entry === undefined) {
        assertEquals(
          await store.readManifest(KEY),
          undefined,
          "a manifest names what is not there",
        );
        continue;
      }
      finished++;
      const { parameters } = entry.manifest as unknown as Manifest;
      const text = new TextDecoder().decode(entry.content);
      assert(text === right.get(parameters.ties), "a finished report is not right");
    }
    assert(finished > 0, "no report was ever finished");
    // The next one clears away what was left.
    const { code, stderr } = await wikitop(cwd, server, ...args("row", bucket));
    assertEquals([code, stderr], [0, ""]);
    assertEquals((await server.keys(`${bucket}/2026`)).length, 3);
  },
);

testBucket(
  "wikitop serve makes and serves hours of a bucket, on two machines",
  async (bucket, server) => {
    await using temp = await tempFolder();
    await using source = new FaultServer();
    const { env } = server;
    const serve = (state: string) => {
      const args = ["--source", source.url, "--denylist", "none", "--store", bucket];
      return startServer([...args, "--state", `reports/${state}`], {
        cwd: temp.path,
        env,
        permissions: S3_PERMISSIONS,
      });
    };
    await using one = await serve("one");
    await using other = await serve("other");
    const path = `/v1/hours/${SAMPLE.hour}`;
    const made = await one.ask(path, 200);
    assertEquals(await other.ask(path, 200), made);
    assertEquals(source.paths.length, 1);
    const [from, to] = ["2026-09-10T17", SAMPLE.hour];
    assertEquals((await other.post(from, to)).response.status, 202);
    const isDone = async () =>
      JSON.parse(await other.ask(`/v1/jobs/${from}_${to}`, 200)).state === "done";
    await until(isDone, "the job is done");
    const { gaps } = JSON.parse(await one.ask(`/v1/hours?from=${from}&to=${to}`, 200));
    assertEquals(gaps, []);
    // Jobs are the machine's, not the bucket's.
    assertEquals((await server.keys(bucket)).filter((key) => key.startsWith("jobs/")), []);
    assert((await Array.fromAsync(Deno.readDir(`${temp.path}/reports/other/jobs`))).length > 0);
  },
);

testBucket("wikitop says what is wrong with a bucket, and what to do", async (bucket, server) => {
  await using temp = await tempFolder();
  const { env } = server;
  const none = Object.fromEntries(Object.keys(env).map((name) => [name, ""]));
  const files = { AWS_CONFIG_FILE: "none", AWS_SHARED_CREDENTIALS_FILE: "none" };
  const noRole = { AWS_EC2_METADATA_DISABLED: "true", ...files };
  const wrong: [env: Record<string, string>, store: string, says: RegExp][] = [
    [
      env,
      "s3://no-such-bucket/top",
      /"s3:\/\/no-such-bucket\/top\/": there is no such bucket; make/,
    ],
    [{ ...env, AWS_SECRET_ACCESS_KEY: "x" }, bucket, /secret key is not .*; check AWS_SECRET_ACC/],
    [{ ...env, AWS_ACCESS_KEY_ID: "x" }, bucket, /does not know the access key; check AWS_ACCESS/],
    [{ ...env, WIKITOP_ENDPOINT: unusedUrl() }, bucket, /cannot be reached .*; check the network/],
    [
      { ...none, ...noRole, WIKITOP_ENDPOINT: server.endpoint },
      bucket,
      /no credentials .*; set AWS_A/,
    ],
    [{ ...env, WIKITOP_ENDPOINT: "", ...noRole }, bucket, /no region is named; set AWS_REGION/],
    [env, "s3://", /^Cannot use --store "s3:\/\/": invalid address; write s3:\/\/BUCKET\/PREFIX/],
    [env, "gs://bucket", /nothing can be kept at gs:\/\/; write a path, or s3:\/\/BUCKET\/PREFIX/],
    [{ ...env, WIKITOP_ENDPOINT: "nowhere" }, bucket, /not the URL of a server; write https:/],
  ];
  await Promise.all(wrong.map(async ([env, store, says]) => {
    const { code, stdout, stderr } = await wikitop(temp.path, { env }, "ls", "--store", store);
    assert(code !== 0 && stdout === "", store);
    assertMatch(stderr, says);
  }));
  const { stderr } = await wikitop(temp.path, server, "ls", "--state", "x");
  assertMatch(stderr, /^Cannot use --state "x" with --store ".\/reports": a folder has its locks/);
});

testBucket("wikitop gives the command with all that a bucket needs", async (bucket, { env }) => {
  await using temp = await tempFolder();
  const { code, stderr } = await launch(FROM_SOURCE, ["ls", "--store", bucket], {
    cwd: temp.path,
    env,
  });
  assertEquals(code, 1);
  const command = stderr.trimEnd().split("\n").at(-1)!.trim().replaceAll("'", "").split(" ");
  const args = command.slice(command.indexOf("run"));
  const { success } = await new Deno.Command(Deno.execPath(), { args, cwd: temp.path, env })
    .output();
  assert(success, stderr);
});
