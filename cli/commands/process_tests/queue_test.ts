import { assert, assertEquals, assertMatch } from "@std/assert";
import { gzipSync } from "node:zlib";
import { FaultServer } from "../../../core/testing/fault_server.ts";
import {
  POSTGRES_PROGRAMS,
  type PostgresServer,
  startPostgres,
} from "../../../core/testing/postgres_server.ts";
import { patiently, type QueueUnderTest, queueUnderTest } from "../../testing/queue_under_test.ts";

const ignore = POSTGRES_PROGRAMS === undefined;
let postgres: PostgresServer | undefined;

Deno.test.beforeAll(async () => {
  if (!ignore) postgres = await startPostgres();
});
Deno.test.afterAll(async () => await postgres?.[Symbol.asyncDispose]());

/** A test with a queue of its own. */
function test(name: string, fn: (queue: QueueUnderTest) => Promise<void>): void {
  Deno.test({
    name,
    ignore,
    async fn() {
      await using queue = await queueUnderTest(postgres!);
      await fn(queue);
    },
  });
}

test("wikitop work makes what was enqueued, once however often it was", async (queue) => {
  await using source = new FaultServer();
  const hours = ["2026-09-10T01", "2026-09-10T06"];
  assertEquals((await queue.run("enqueue", ...hours)).stderr, "Added 6 hours\n");
  assertEquals(
    (await queue.run("enqueue", ...hours)).stderr,
    "Added 0 hours; 6 are in the queue already\n",
  );
  // Of other parameters, it is another job.
  const other = await queue.run("enqueue", hours[0]!, "--top", "30");
  assertEquals(other.stderr, "Added 1 hours\n");

  const worker = queue.work(source.url);
  const watched = await queue.run("queue", "watch");
  assertEquals(watched.code, 0, watched.stderr);
  assertMatch(watched.stdout, /7 done, 1 workers\n$/);
  for (let hour = 2; hour <= 6; hour++) await queue.check(`2026-09-10T0${hour}`);

  // What is finished is found, unless it is to be made again.
  const requests = source.requests.length;
  await queue.run("enqueue", hours[1]!);
  await queue.until({ done: 7, waiting: 0, running: 0 });
  assertEquals(source.requests.length, requests);
  await queue.run("enqueue", hours[1]!, "--force");
  await queue.until({ done: 8 });
  assertEquals(source.requests.length, requests + 1);
  const { code, stdout, stderr } = await worker.stop();
  assertEquals(code, 0, stderr);
  assertMatch(stderr, /Stopped; 8 made, 1 found made, 0 failed, 0 given back\n$/);
  assertEquals(new Set(stdout.trim().split("\n")).size, 6);
});

test("wikitop work lets rest what is not published, and ends what always fails", async (queue) => {
  await using source = new FaultServer();
  const poison = new TextEncoder().encode("no dump\n");
  source.fault = ({ path }, right) =>
    path.includes("20260910-020000")
      ? { ...right, body: poison }
      : path.includes("20260910-")
      ? right
      : { ...right, status: 404, body: new Uint8Array(0) };
  await queue.run("enqueue", "--last", "1");
  await queue.run("enqueue", "2026-09-10T01", "2026-09-10T03", "--tries", "2");
  const worker = queue.work(source.url);
  await queue.until({ done: 2, later: 1, failed: 1 });
  const [rest] = await queue.queue.list({ states: ["later"] });
  assertEquals([rest!.note!.code, rest!.tries], ["not-published-yet", 0]);
  assert(rest!.startAfter.getTime() > Date.now() + 60_000, `${rest!.startAfter}`);
  const [failed] = await queue.queue.list({ states: ["failed"] });
  assertEquals([failed!.period, failed!.tries], ["2026-09-10T02", 2]);
  assertEquals(failed!.note!.code, "bad-dump");
  const { stdout } = await queue.run("queue", "status");
  assertMatch(stdout, /\nFailed\n {2}2026-09-10T02 {2}after 2 tries: Cannot /);
  assertMatch(stdout, /\nLater\n {2}\S+ {2}after \S+: Cannot find dump .*not published yet/);

  // Once it is mended, it is made.
  source.fault = undefined;
  assertEquals((await queue.run("queue", "retry")).stderr, "1 jobs are tried again\n");
  await queue.until({ done: 3, later: 1, failed: 0 });
  assertMatch((await worker.stop()).stderr, /not published yet.*; it rests until 20/);
});

test("wikitop work gives back what is not finished; it is cancelled and drained", async (queue) => {
  await using source = new FaultServer();
  source.fault = () => new Promise(() => {}); // No dump ever comes.
  const hours = ["2026-09-10T01", "2026-09-10T09"];
  await queue.run("enqueue", ...hours, "--tries", "1", "--heartbeat", "10s");
  const first = queue.work(source.url, ["--workers", "2"]);
  await patiently(() => source.requests.length === 2, "two requests");
  const { code, stderr } = await first.stop();
  assertEquals(code, 0, stderr);
  assertMatch(stderr, /Stopped; 0 made, 0 found made, 0 failed, 2 given back\n$/);
  await queue.until({ waiting: 9, failed: 0 });

  const second = queue.work(source.url, ["--workers", "1"]);
  await patiently(() => source.requests.length === 3, "another request");
  const hour = `2026-09-10T${/-(\d\d)0000/.exec(source.paths[2]!)![1]}`;
  assertEquals((await queue.run("queue", "cancel", hour)).stderr, "1 jobs are cancelled\n");
  // The worker hears of it with its next heartbeat, and goes on.
  await patiently(() => source.requests.length === 4, "the next request");
  assertEquals((await queue.run("queue", "drain")).stderr, "7 jobs are removed\n");
  await queue.until({ cancelled: 1, running: 1, waiting: 0 });
  await second.stop("SIGKILL");
});

test("A week waits for its days, and is the sum of their sums", async (queue) => {
  await using source = new FaultServer();
  source.file.content = gzipSync("fr Accueil 3 0\n");
  const { stderr } = await queue.run("enqueue", "2026-W36", "--with-days");
  assertEquals(stderr, "Added 1 weeks, and 7 days before them\n");
  const worker = queue.work(source.url, ["--keep-sums", "reports/sums", "--workers", "2"]);
  await queue.until({ done: 8 });
  const gets = source.requests.filter(({ method }) => method === "GET");
  assertEquals(gets.length, 168);
  const paths = (await worker.stop()).stdout.trim().split("\n");
  assertEquals([paths.length, paths.at(-1)], [8, "reports/2026/2026-W36.csv"]);
  const report = await Deno.readTextFile(`${queue.cwd}/reports/2026/2026-W36.csv`);
  assertMatch(report, /\nweek,2026-08-31T00:00:00Z,fr,fr.wikipedia,desktop,1,504,Accueil,/);
});
