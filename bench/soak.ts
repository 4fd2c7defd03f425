/**
 * Keeps a real server busy for a while: deno task soak [MINUTES]. Clients of all kinds read, have
 * hours made, disconnect halfway, read slowly and ask for what there is not, while the source of the
 * dumps is slow, cut off or broken for some hours; then SIGTERM in the midst of it, a restart over
 * the same store, and a look at whether anything is lost. Ends with 1 if something was wrong.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { SAMPLE } from "../core/testing/sample.ts";
import { serveCommand, type StartedServer, startServer } from "./serving/server_process.ts";
import { cancels, followUps, ranges, singles } from "./soak/clients/jobs.ts";
import { badRequests, disconnects, slowReaders } from "./soak/clients/misuse.ts";
import { coldReaders, histories, listings, others, readers } from "./soak/clients/readers.ts";
import { ExpectedReports } from "./soak/expected_reports.ts";
import { type Client, Load } from "./soak/load.ts";
import {
  checkStored,
  fillQueue,
  finishJobs,
  makeHotHours,
  unusualLines,
  verifyStore,
} from "./soak/phases.ts";
import { checkMemory, ProcessMonitor } from "./soak/process_monitor.ts";
import { Results, soakReport } from "./soak/results.ts";

/** All clients, each kind as often as it is there at the same time: two cores are to suffice. */
const CLIENTS: readonly Client[] = [
  ...Array<Client>(4).fill(readers),
  ...Array<Client>(3).fill(singles),
  ...Array<Client>(2).fill(ranges),
  ...Array<Client>(2).fill(disconnects),
  ...Array<Client>(2).fill(slowReaders),
  ...[coldReaders, listings, histories, others, badRequests, cancels, followUps],
];

const SEED = 20190101;
const PROGRESS_SECONDS = 10;

/** How long the server may take to shut down: its grace, and a little. */
const GRACE_SECONDS = 10;
const MOST_SECONDS = GRACE_SECONDS + 5;

const minutes = Number(Deno.args[0] ?? 10);
if (!(minutes >= 1 && minutes <= 600)) {
  console.error(`Cannot soak for "${Deno.args[0]}" minutes: a number from 1 to 600 is needed`);
  Deno.exit(2);
}
const seconds = minutes * 60;
const folder = await Deno.makeTempDir({ prefix: "wikitop-soak-" });
const lines: string[] = [];
const results = new Results();
const expected = new ExpectedReports(SEED);

await using running = new AsyncDisposableStack();
running.defer(() => Deno.remove(folder, { recursive: true }));
const source = running.use(
  await startServer([
    Deno.execPath(),
    ...["run", "--quiet", "--allow-net=127.0.0.1", "--allow-read"],
    ...[fileURLToPath(new URL("soak/source.ts", import.meta.url)), String(SEED)],
  ], { cwd: folder }),
);

const first = await start();
const { load, monitor, took, stopped } = await soak(first);
const restarted = new Date();
const second = await start();
const after = new Load({ url: second.url, seed: SEED, results, expected });
after.skip(load.next);
const left = await finishJobs(after, restarted);
const stored = await checkStored(after);
after[Symbol.dispose]();
const stoppedAgain = await stop(second);
const verified = await verifyStore(after, folder);
for (const line of unusualLines(lines)) results.fail("server's log", line);

// What never happened was not checked.
for (const { kind } of CLIENTS) {
  if (!results.counts.some((count) => count.kind === kind)) results.fail("soak", `no ${kind}`);
}
if (left === 0) results.fail("soak", "no job was unfinished when the server was shut down");

const memory = checkMemory(monitor, took);
const { ratio, most } = memory;
if (ratio > most) results.fail("memory", `grows to ${ratio.toFixed(2)} times, not to ${most}`);
console.log(soakReport(results, {
  seconds: took,
  seed: SEED,
  memory,
  files: [monitor.median("files", 15, 30), monitor.median("files", took - 15, took)],
  ends: [
    `SIGTERM under load: ${stopped}; the next server finished ${left} jobs: ${stoppedAgain}`,
    `${stored.toLocaleString("en")} hours are stored; wikitop verify: ${verified}`,
  ],
}));
await running.disposeAsync();
Deno.exit(results.failures === 0 ? 0 : 1);

/** With less patience for a source that is down than a server usually has, and else as it is. */
async function start(): Promise<StartedServer> {
  return running.use(
    await startServer(
      serveCommand([
        ...["--source", source.url, "--denylist", SAMPLE.denylist, "--retry-for", "2s"],
        ...["--tries", "2", "--grace", `${GRACE_SECONDS}s`],
      ]),
      { cwd: folder, onLine: (line) => lines.push(line) },
    ),
  );
}

async function soak(server: StartedServer) {
  using load = new Load({ url: server.url, seed: SEED, results, expected });
  await makeHotHours(load);
  await using monitor = new ProcessMonitor(server.process.pid);
  const begun = performance.now();
  const elapsed = () => (performance.now() - begun) / 1000;
  const clients = CLIENTS.map((client, i) => load.run(client, i));
  for (let next = PROGRESS_SECONDS; next < seconds; next += PROGRESS_SECONDS) {
    await load.pause(1000 * (next - elapsed()));
    progress(next, monitor);
  }
  await load.pause(1000 * (seconds - elapsed()));
  await fillQueue(load);
  const took = elapsed();
  load.close();
  const stopped = await stop(server);
  await Promise.all(clients);
  return { load, monitor, took, stopped };
}

async function stop(server: StartedServer): Promise<string> {
  const begun = performance.now();
  server.process.kill("SIGTERM");
  const timer = setTimeout(() => server.process.kill("SIGKILL"), MOST_SECONDS * 1000);
  const { code, signal } = await server.process.status;
  clearTimeout(timer);
  const took = (performance.now() - begun) / 1000;
  if (code !== 0) results.fail("SIGTERM", `the server ends with ${signal ?? code}`);
  return `exit code ${code} after ${took.toFixed(1)} s`;
}

function progress(second: number, monitor: ProcessMonitor): void {
  const { requests, stored, failures } = results;
  const counts = [requests, stored.size].map((count) => count.toLocaleString("en"));
  console.error(
    `${String(second).padStart(4)} s: ${counts[0]} requests, ${counts[1]} hours made, ` +
      `${(monitor.memory / 2 ** 20).toFixed(0)} MiB, ${monitor.files} files, ${failures} failed`,
  );
}
