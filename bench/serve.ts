/**
 * Measures the server: WIKITOP_TEST_DATA=FOLDER deno task bench:serve [ROUNDS]. A stored hour, beside
 * nginx with the same bytes in files, both under `wrk -t1 -c64`; and how long reads of what is at
 * hand take while hours are made.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { RawConnection, type RawResponse } from "../core/testing/raw_http.ts";
import { processors, versionOf } from "./machine.ts";
import type { Command } from "./measure.ts";
import {
  assertSameAnswer,
  compareServers,
  type Comparison,
  comparisonTable,
} from "./serving/comparison.ts";
import { NGINX, startNginx, type StaticAnswer } from "./serving/nginx.ts";
import {
  cliCommand,
  serveCommand,
  type StartedServer,
  startServer,
} from "./serving/server_process.ts";
import { readWhileMaking } from "./serving/while_making.ts";
import { WRK } from "./serving/wrk.ts";

const FILE_SERVER = fileURLToPath(new URL("serving/file_server.ts", import.meta.url));
const SECONDS = 3;
const CONNECTIONS = 64;
const MAKING_SECONDS = 20;
const HOUR = "2018-02-19T10";
const GZIP = { "accept-encoding": "gzip" };
const PART = { title: "one domain", path: `/v1/hours/${HOUR}?domain=en`, file: "/part" };
const ANSWERS = [
  PART,
  { title: "the whole report", path: `/v1/hours/${HOUR}`, file: "/whole" },
];

const say = (line: string): void => console.error(line);

const data = Deno.env.get("WIKITOP_TEST_DATA") ??
  refuse("Cannot find a dump: set WIKITOP_TEST_DATA to the folder that has it");
const rounds = Number(Deno.args[0] ?? 5);
if (!Number.isInteger(rounds) || rounds < 1) {
  refuse(`Cannot measure "${Deno.args[0]}" rounds: a whole number from 1 is needed`);
}
const nginxVersion = await versionOf(["/bin/sh", "-c", `exec ${NGINX} -v 2>&1`]);
const wrkVersion = await versionOf(["/bin/sh", "-c", `${WRK} -v 2>&1 | grep .`]);
if (!("version" in nginxVersion && nginxVersion.version.includes("nginx version"))) {
  refuse(`Cannot run "${NGINX}": install Debian's package "nginx-light" or "nginx"`);
}
if (!("version" in wrkVersion && wrkVersion.version.startsWith("wrk"))) {
  refuse(`Cannot run "${WRK}": install Debian's package "wrk"`);
}
const dump = await Deno.realPath(`${data}/pageviews-20180219-100000.gz`);
const denylist = await Deno.realPath(`${data}/denylist_domains_and_pages`);
const folder = await Deno.makeTempDir({ prefix: "wikitop-bench-" });
// The worker of nginx may run as somebody else, who has to get at its files.
await Deno.chmod(folder, 0o755);
await using running = new AsyncDisposableStack();
running.defer(() => Deno.remove(folder, { recursive: true }));

say("Making the hour");
await make();
const dumps = await startFileServer("dump", dump);
const wikitop = await startWikitop();
const answers = await answersOf(wikitop);
await Deno.mkdir(`${folder}/nginx`);
const nginx = running.use(await startNginx(`${folder}/nginx`, answers));

const comparisons: Comparison[] = [];
for (const [i, { title, path, file }] of ANSWERS.entries()) {
  const own = { name: "wikitop", url: `${wikitop.url.slice(0, -1)}${path}` };
  const rival = { name: "nginx", url: `${nginx.url.slice(0, -1)}${file}` };
  for (const headers of [{}, GZIP]) await assertSameAnswer(own.url, rival.url, headers);
  const { body, gzipped } = answers[i]!;
  await Deno.writeFile(`${folder}/body`, body);
  const bare = await startFileServer("text", `${folder}/body`);
  const servers = [own, rival, { name: "bare `new Response`", url: bare.url }];
  comparisons.push({ title: `${title}, ${size(body)}`, headers: {}, servers });
  comparisons.push({
    title: `… gzipped, ${size(gzipped)}`,
    headers: GZIP,
    servers: [own, rival],
  });
}
const options = { rounds, seconds: SECONDS, connections: CONNECTIONS, say };
const table = comparisonTable(await compareServers(comparisons, options), "nginx");

const rows: string[] = [];
for (const jobs of ["1", "2"]) {
  const making = await startWikitop("--jobs", jobs, "--source", dumps.url);
  const results = await readWhileMaking(making, { path: PART.path, seconds: MAKING_SECONDS, say });
  for (const { title, load: { rate, p50, p99, max }, hours } of results) {
    const figures = [p50, p99, max].map((ms) => `${ms.toFixed(1)} ms`);
    rows.push([jobs, title, hours, Math.round(rate), ...figures].join(" | "));
  }
  await making[Symbol.asyncDispose]();
}

console.log(
  `${processors()}, Deno ${Deno.version.deno}, ${nginxVersion.version}, ${wrkVersion.version}\n\n` +
    `${table}\n\nMedians of ${rounds} rounds (smallest–largest); \`wrk -t1 -c${CONNECTIONS}\` for ` +
    `${SECONDS} seconds each, by turns, after one round to warm up. nginx has one worker and sends ` +
    "the same bytes and headers from files. The aims: one domain at 0.7 of nginx or more, the " +
    "whole report at 1.0 or more, p99 at 3 times or less.\n\n" +
    "| jobs at a time | cached reads | hours made | requests/s | p50 | p99 | max |\n" +
    `| --: | --- | --: | --: | --: | --: | --: |\n${
      rows.map((row) => `| ${row} |`).join("\n")
    }\n\n` +
    `${MAKING_SECONDS} seconds each; client and dumps server share the machine's cores with the ` +
    "threads that rank. The aim: p99 under 20 ms while an hour is made.",
);

async function make(): Promise<void> {
  const [program, ...args] = cliCommand([
    ...["run", HOUR, "--source", data, "--denylist", denylist],
  ]);
  const { code, stderr } = await new Deno.Command(program, {
    args,
    cwd: folder,
    stdin: "null",
  }).output();
  if (code !== 0) throw new Error(new TextDecoder().decode(stderr).trim());
}

async function start(command: Command): Promise<StartedServer> {
  return running.use(await startServer(command, { cwd: folder }));
}

async function startFileServer(kind: "text" | "dump", path: string): Promise<StartedServer> {
  return await start([
    Deno.execPath(),
    ...["run", "--quiet", "--allow-net=127.0.0.1", "--allow-read", FILE_SERVER, kind, path],
  ]);
}

async function startWikitop(...args: string[]): Promise<StartedServer> {
  return await start(serveCommand(["--denylist", denylist, ...args]));
}

async function answersOf({ url }: StartedServer): Promise<StaticAnswer[]> {
  using connection = await RawConnection.open(url);
  const ask = async (path: string, headers = {}): Promise<RawResponse> => {
    const answer = await connection.ask({ path, headers });
    if (answer.status !== 200) throw new Error(`Cannot ask for "${path}": ${answer.status}`);
    return answer;
  };
  const answers: StaticAnswer[] = [];
  for (const { path, file } of ANSWERS) {
    const { body, headers } = await ask(path);
    const { body: gzipped } = await ask(path, GZIP);
    answers.push({ path: file, body, gzipped, headers });
  }
  return answers;
}

function size({ length }: Uint8Array): string {
  return length < 1e5 ? `${length.toLocaleString("en")} bytes` : `${(length / 1e6).toFixed(2)} MB`;
}

function refuse(message: string): never {
  console.error(message);
  Deno.exit(2);
}
