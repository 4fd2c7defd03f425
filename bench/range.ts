/**
 * Measures `wikitop run` over a range: WIKITOP_TEST_DATA=FOLDER deno task bench:range [HOURS [ROUNDS]].
 * The dumps come from a loopback server; DuckDB loops over copies of the same file. At the end one
 * hour comes at 5 MB/s, to see how long after its last byte the report is there.
 *
 * @module
 */
import { FROM_SOURCE } from "../core/testing/program.ts";
import { Answer } from "./answer.ts";
import { machine } from "./machine.ts";
import { type Command, measure, type Measurement } from "./measure.ts";
import { report, type Result } from "./race.ts";
import { expandDenylist, installRivals } from "./rivals.ts";

const data = Deno.env.get("WIKITOP_TEST_DATA");
if (data === undefined) {
  console.error("Cannot find a dump: set WIKITOP_TEST_DATA to the folder that has it");
  Deno.exit(2);
}
const hours = Number(Deno.args[0] ?? 6);
const rounds = Number(Deno.args[1] ?? 5);
const HERE = import.meta.dirname!;
const dump = await Deno.realPath(`${data}/pageviews-20180219-100000.gz`);
const denylist = await Deno.realPath(`${data}/denylist_domains_and_pages`);
const right = Answer.fromTsv(await Deno.readTextFile(`${data}/reference_top25_20180219-10.tsv`));
const folder = await Deno.makeTempDir({ prefix: "wikitop-bench-" });
const expanded = `${folder}/denylist`;
await Deno.writeTextFile(expanded, expandDenylist(await Deno.readTextFile(denylist)));

const first = "2018-02-19T01";
const last = new Date(Date.parse(`${first}:00Z`) + (hours - 1) * 3_600_000).toISOString().slice(
  0,
  13,
);

interface Server {
  url: string;
  lines: ReadableStreamDefaultReader<string>;
  process: Deno.ChildProcess;
}

async function serve(limit?: number): Promise<Server> {
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--allow-net",
      "--allow-read",
      `${HERE}/serving/file_server.ts`,
      "dump",
      dump,
      ...(limit === undefined ? [] : [String(limit)]),
    ],
    stdout: "piped",
  }).spawn();
  const lines = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  return { url: (await lines.read()).value!.trim(), lines, process };
}

function wikitop(url: string, end: string, ...more: string[]): Command {
  return [
    ...FROM_SOURCE.command([`--allow-net=${new URL(url).host}`]),
    ...["run", first, end, "--source", url, "--denylist", denylist, ...more],
  ];
}

/** DuckDB's answers go to nobody: those of its single runs are compared in the other bench. */
function duckdb(form: string): Command {
  const script = `for i in $(seq ${hours}); do node "$0" "$1" "$2" ${form} > /dev/null; done`;
  return ["/bin/sh", "-c", script, `${HERE}/rivals/duckdb.mjs`, dump, expanded];
}

async function check(store: string): Promise<void> {
  let reports = 0;
  for await (const { name } of Deno.readDir(`${store}/2018/02`)) {
    if (!name.endsWith(".csv")) continue;
    reports++;
    const answer = Answer.fromCsv(await Deno.readTextFile(`${store}/2018/02/${name}`));
    const wrong = answer.difference(right);
    if (wrong !== undefined) throw new Error(`${name} is wrong: ${wrong}`);
  }
  if (reports !== hours) throw new Error(`There are ${reports} reports instead of ${hours}`);
}

const server = await serve();
const contestants = [
  {
    name: "two",
    title: "wikitop, 2 workers",
    command: wikitop(server.url, last, "--workers", "2"),
  },
  { name: "one", title: "wikitop, 1 worker", command: wikitop(server.url, last, "--workers", "1") },
  { name: "fast", title: "DuckDB in a loop (fastest form found)", command: duckdb("fast") },
  { name: "plain", title: "DuckDB in a loop (plain SQL)", command: duckdb("plain") },
];
const taken = new Map<string, Measurement[]>(contestants.map(({ name }) => [name, []]));
const skipped = await installRivals(console.error);
try {
  for (let round = 0; round <= rounds; round++) {
    for (const { name, command } of contestants) {
      if (skipped !== undefined && command[0] === "/bin/sh") continue;
      const place = `${folder}/${name}-${round}`;
      await Deno.mkdir(place);
      const figures = await measure(command, { folder: place, stdout: `${place}.out` });
      if (command[0] !== "/bin/sh") await check(`${place}/reports`);
      if (round > 0) taken.get(name)!.push(figures);
    }
  }
  const results: Result[] = contestants.map(({ name, title }) => ({
    name,
    title,
    rounds: taken.get(name)!,
    problem: taken.get(name)!.length > 0 ? undefined : `skipped: ${skipped}`,
  }));
  console.log(`${hours} hours on ${await machine()}\n\n${report(results)}\n`);

  const slow = await serve(5_000_000);
  const place = `${folder}/slow`;
  await Deno.mkdir(place);
  await measure(wikitop(slow.url, first), { folder: place, stdout: `${place}.out` });
  const sent = Number((await slow.lines.read()).value!.trim());
  const { mtime } = await Deno.stat(`${place}/reports/2018/02/${first}.manifest`);
  console.log(`At 5 MB/s the report was there ${mtime!.getTime() - sent} ms after the last byte.`);
  slow.process.kill();
} finally {
  server.process.kill();
  await Deno.remove(folder, { recursive: true });
}
