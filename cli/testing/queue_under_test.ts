import { PgBossQueue } from "../../core/node/pgboss_queue.ts";
import type { PeriodQueue, QueueSummary } from "../../core/queue/queue.ts";
import { launch, type Outcome, start } from "../../core/testing/launch.ts";
import type { PostgresServer } from "../../core/testing/postgres_server.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";

/** What the program needs for a queue besides what its task gives. */
export const QUEUE_PERMISSIONS: readonly string[] = [
  "--allow-env=PG*,USER,NODE_PG_FORCE_NATIVE",
  "--allow-sys=hostname,systemMemoryInfo",
];

/** Nothing that these tests wait for takes nearly as long, in milliseconds. */
const TOO_LONG = 180_000;

/** Waits until something is so, for as long as a busy machine may take. */
export async function patiently(
  isSo: () => boolean | Promise<boolean>,
  what: string,
): Promise<void> {
  for (const end = performance.now() + TOO_LONG; !await isSo();) {
    if (performance.now() > end) throw new Error(`Cannot wait any longer for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A worker that runs. */
export interface WorkerUnderTest {
  child: Deno.ChildProcess;
  /** Stops it, unless it has ended, and gives what it wrote. */
  stop(signal?: Deno.Signal): Promise<Outcome>;
}

/** A queue in a database of its own, a store in a folder, and workers. */
export interface QueueUnderTest extends AsyncDisposable {
  url: string;
  /** The folder that all are called from; the store is `reports` in it. */
  cwd: string;
  /** The queue itself, to look at. */
  queue: PeriodQueue;
  /** Runs a command on the queue to its end. */
  run(...args: string[]): Promise<Outcome>;
  /** Starts a worker on a source, by another URL of the queue perhaps. */
  work(source: string, args?: readonly string[], url?: string): WorkerUnderTest;
  /** Waits until so many jobs are in some states, of which others are in none. */
  until(jobs: Partial<QueueSummary["jobs"]>): Promise<void>;
  /** Throws unless the report of an hour of the sample's dump is right. */
  check(hour: string): Promise<void>;
}

/** A store that is no folder. */
export interface StoreUnderTest {
  /** Its address, and other flags that it needs. */
  flags: readonly string[];
  env: Record<string, string>;
  permissions: readonly string[];
  /** The server's address, as a URL. */
  server: string;
  read(path: string): Promise<Uint8Array>;
}

/** Makes a queue in a new database of a server, and a store in a folder, unless another one is given. */
export async function queueUnderTest(
  server: PostgresServer,
  store?: StoreUnderTest,
): Promise<QueueUnderTest> {
  const url = await server.database();
  const temp = await tempFolder();
  const queue = await PgBossQueue.open(url, { user: "wikitop" });
  const workers: WorkerUnderTest[] = [];
  const expected = await Deno.readTextFile(SAMPLE.expected);
  const optionsFor = (queue: string, source: readonly string[]) => ({
    cwd: temp.path,
    env: { WIKITOP_QUEUE: queue, WIKITOP_DENYLIST: SAMPLE.denylist, ...store?.env },
    permissions: [
      ...QUEUE_PERMISSIONS,
      ...store?.permissions ?? [],
      `--allow-net=${
        [url, queue, ...source, ...others].filter((url) => URL.canParse(url)).map(hostOf).join()
      }`,
    ],
  });
  const others = store === undefined ? [] : [store.server];
  const read = store?.read ?? ((path) => Deno.readFile(`${temp.path}/reports/${path}`));
  return {
    url,
    cwd: temp.path,
    queue,
    run: (...args) => launch(FROM_SOURCE, args, optionsFor(url, [])),
    work(source, args = [], queue = url) {
      const flags = ["--source", source, "--retry-for", "5m", ...store?.flags ?? [], ...args];
      const child = start(FROM_SOURCE, ["work", ...flags], optionsFor(queue, [source]));
      const worker = workerUnderTest(child);
      workers.push(worker);
      return worker;
    },
    async until(jobs) {
      const isSo = async () => {
        const summary = await queue.summary();
        return Object.entries(jobs).every(([state, count]) =>
          summary.jobs[state as keyof typeof jobs] === count
        );
      };
      await patiently(isSo, JSON.stringify(jobs));
    },
    async check(hour) {
      const [year, month] = hour.split("-");
      const report = await read(`${year}/${month}/${hour}.csv`);
      const before = new Date(Date.parse(`${hour}:00:00Z`) - 3_600_000);
      const start = `${before.toISOString().slice(0, 19)}Z`;
      const right = expected.replaceAll("2026-09-10T17:00:00Z", start);
      if (new TextDecoder().decode(report) !== right) {
        throw new Error(`Report "${hour}" is not right`);
      }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(workers.map((worker) => worker.stop("SIGKILL")));
      await queue[Symbol.asyncDispose]();
      await temp[Symbol.asyncDispose]();
    },
  };
}

function workerUnderTest(child: Deno.ChildProcess): WorkerUnderTest {
  const ended = child.output();
  return {
    child,
    async stop(signal = "SIGTERM") {
      try {
        child.kill(signal);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // It has ended.
      }
      const { code, stdout, stderr } = await ended;
      const decoder = new TextDecoder();
      return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
    },
  };
}

function hostOf(url: string): string {
  return new URL(url).host;
}
