import { Hour } from "../../core/time/hour.ts";
import type { QueuedJob } from "../../core/queue/queue.ts";
import type { PostgresServer } from "../../core/testing/postgres_server.ts";
import { TcpProxy } from "../../core/testing/tcp_proxy.ts";
import {
  queueUnderTest,
  type StoreUnderTest,
  type WorkerUnderTest,
} from "../../cli/testing/queue_under_test.ts";
import { SlowSource } from "./slow_source.ts";

/** How often it is looked whether something has happened, in milliseconds. */
const LOOK_MS = 200;

/** Nothing takes nearly as long, in milliseconds, and for each hour. */
const TOO_LONG_MS = 240_000;
const TOO_LONG_FOR_EACH_MS = 5000;

/** What became of it. */
export interface OrdealResult {
  hours: number;
  seconds: number;
  /** Hours that were made by two workers. */
  madeTwice: number;
  /** Jobs that were begun more than once. */
  triedAgain: number;
  /** How often a dump was asked for. */
  downloads: number;
  /** How many were on their way at the same time at most. */
  mostRequests: number;
}

/** Options of {@linkcode ordeal}. */
export interface OrdealOptions {
  postgres: PostgresServer;
  /** How many hours there are to be made. */
  hours: number;
  /** How long the source takes for each dump, in milliseconds. */
  dumpMs: number;
  /** Where the reports go; a folder if it is left out. */
  store?: StoreUnderTest | undefined;
  /** Told what happens. */
  tell: (message: string) => void;
}

/**
 * Has hours made by four workers, of which one is killed, one is stopped past its heartbeat and goes on,
 * and one is cut off from PostgreSQL and comes back; then PostgreSQL itself is killed and started again.
 * Throws unless all hours are finished in the end, and each report is right.
 */
export async function ordeal(options: OrdealOptions): Promise<OrdealResult> {
  const { postgres, store, hours, dumpMs, tell } = options;
  await using queue = await queueUnderTest(postgres, store);
  await using source = new SlowSource(dumpMs);
  const server = new URL(queue.url);
  await using network = new TcpProxy({ hostname: server.hostname, port: Number(server.port) });
  const byNetwork = queue.url.replace(server.host, `127.0.0.1:${network.port}`);
  source.hold();
  const since = performance.now();
  const first = Hour.parse("2026-09-01T01");
  const last = first.plus(hours - 1);
  await queue.run("enqueue", `${first}`, `${last}`, "--heartbeat", "10s", "--tries", "9");

  const work = (url?: string) => queue.work(source.url, ["--workers", "1"], url);
  const [killed, stopped, cutOff] = [work(), work(), work(byNetwork), work()] as const;
  const until = async (what: string, isSo: (jobs: QueuedJob[]) => boolean) => {
    for (const end = performance.now() + TOO_LONG_MS + hours * TOO_LONG_FOR_EACH_MS;;) {
      const jobs = await queue.queue.list().catch(() => undefined); // PostgreSQL may be down.
      if (jobs !== undefined && isSo(jobs)) return;
      if (performance.now() > end) throw new Error(`Cannot wait any longer until ${what}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  };
  const running = (jobs: QueuedJob[]) => jobs.filter(({ state }) => state === "running").length;
  // None of them gets its dump before, so that each has a job to lose; three may ask for theirs.
  await until("all four work", (jobs) => running(jobs) === 4 && source.requests >= 3);

  killed.child.kill("SIGKILL");
  stopped.child.kill("SIGSTOP");
  network.cut();
  source.release();
  tell("one worker is killed, one stopped, one cut off");
  // What they had is given to the fourth once nothing was heard of them, but for what is locked still.
  const isDone = ({ state }: QueuedJob) => state === "done";
  await until(
    "the fourth has done the others' work",
    (jobs) => jobs.every((job) => isDone(job) || job.note?.code === "locked"),
  );
  stopped.child.kill("SIGCONT");
  network.mend();
  tell("the two come back");

  await postgres.kill();
  tell("PostgreSQL is killed");
  await postgres.restart();
  tell("PostgreSQL is started again");
  await until("all are done", (jobs) => jobs.length === hours && jobs.every(isDone));

  const jobs = await queue.queue.list();
  const { twice } = await queue.queue.summary();
  for (const hour of Hour.between(first, last)) await queue.check(`${hour}`);
  const { code, stderr } = await queue.run("verify", ...store?.flags ?? []);
  if (code !== 0) throw new Error(`Cannot verify the store: ${stderr}`);
  for (const worker of [stopped, cutOff]) await checkStopped(worker);
  return {
    hours,
    seconds: (performance.now() - since) / 1000,
    madeTwice: twice,
    triedAgain: jobs.filter(({ tries }) => tries > 1).length,
    downloads: source.requests,
    mostRequests: source.mostRequests,
  };
}

/** Those that came back are well, and stop when they are told to. */
async function checkStopped(worker: WorkerUnderTest): Promise<void> {
  const { code, stderr } = await worker.stop();
  if (code !== 0) throw new Error(`A worker ended with ${code}: ${stderr}`);
}
