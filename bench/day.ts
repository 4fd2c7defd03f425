/**
 * Measures the exact sum of a day: WIKITOP_TEST_DATA=FOLDER deno task bench:day [ROUNDS [HOURS]].
 * The hours are made from the real one by a recipe, see `day/related_hours.ts`, and stay in
 * WIKITOP_BENCH_FOLDER where that is set; DuckDB and ClickHouse group the same files. Each writes the
 * sums of all pages into a file; these are sorted and compared, once for each program.
 *
 * @module
 */
import { parsePeriod } from "../core/mod.ts";
import { FROM_SOURCE } from "../core/testing/program.ts";
import { makeRelatedHours } from "./day/related_hours.ts";
import { machine, versionOf } from "./machine.ts";
import { type Command, measure, type Measurement } from "./measure.ts";
import { report, type Result } from "./race.ts";
import { installRivals } from "./rivals.ts";

const data = Deno.env.get("WIKITOP_TEST_DATA");
if (data === undefined) {
  console.error("Cannot find a dump: set WIKITOP_TEST_DATA to the folder that has it");
  Deno.exit(2);
}
const rounds = Number(Deno.args[0] ?? 3);
const hours = Number(Deno.args[1] ?? 24);
const HERE = import.meta.dirname!;
const folder = await Deno.makeTempDir({ prefix: "wikitop-bench-" });

/** What sums the dumps, and writes to which file. */
interface Contestant {
  name: string;
  script?: string;
  command(out: string, dumps: readonly string[]): { command: Command; stdout: string };
}

const rival = (name: string, script: string): Contestant => ({
  name,
  script,
  command: (out, dumps) => ({ command: ["node", script, out, ...dumps], stdout: "/dev/null" }),
});

const CONTESTANTS: readonly Contestant[] = [
  {
    name: "wikitop",
    command: (out, dumps) => ({
      command: [...FROM_SOURCE.command([]), "merge", ...dumps, "--plain"],
      stdout: out,
    }),
  },
  rival("duckdb", `${HERE}/day/duckdb_day.mjs`),
  rival("clickhouse", `${HERE}/day/clickhouse_day.mjs`),
];

try {
  const dumps = (await makeRelatedHours(
    await Deno.realPath(`${data}/pageviews-20180219-100000.gz`),
    parsePeriod("2018-02-19"),
    Deno.env.get("WIKITOP_BENCH_FOLDER") ?? `${folder}/hours`,
  )).slice(0, hours);
  const skipped = await installRivals((line) => console.error(line));
  const results: (Result & { rounds: Measurement[] })[] = [];
  for (const { name, script } of CONTESTANTS) {
    const ready = script === undefined ? { version: name } : await versionOf([
      ...["node", script, "--version"] as const,
    ]);
    const problem = script === undefined || skipped === undefined
      ? "skipped" in ready ? `skipped: ${ready.skipped}` : undefined
      : `skipped: ${skipped}`;
    results.push({ name, title: "version" in ready ? ready.version : name, problem, rounds: [] });
  }
  let right: string | undefined;
  for (let round = 0; round <= rounds; round++) {
    for (const [i, { name, command }] of CONTESTANTS.entries()) {
      const result = results[i]!;
      if (result.problem !== undefined) continue;
      console.error(round === 0 ? `${name}, to compare …` : `${name}, round ${round} …`);
      const out = `${folder}/${name}-${round}.tsv`;
      await Deno.mkdir(`${folder}/${name}-${round}`);
      const run = command(out, dumps);
      try {
        const taken = await measure(run.command, {
          folder: `${folder}/${name}-${round}`,
          stdout: run.stdout,
        });
        if (round > 0) result.rounds.push(taken);
        else {
          const digest = await digestOf(out);
          right ??= digest;
          if (digest !== right) results[i] = { ...result, problem: "WRONG: other rows" };
        }
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        results[i] = { ...result, problem: `failed: ${error.message}` };
      }
      await Deno.remove(out).catch(() => {});
    }
  }
  console.log(`${dumps.length} hours on ${await machine()}\n`);
  console.log(report(results));
} finally {
  await Deno.remove(folder, { recursive: true });
}

/** The digest of all rows, in the order of their bytes, and as they were written before 2023. */
async function digestOf(path: string): Promise<string> {
  const unquote = String.raw`/^[^ ]* ".*\\".*" /{s/^([^ ]*) "(.*)" /\1 \2 /;s/\\(["\\])/\1/g}`;
  const { stdout } = await new Deno.Command("/bin/sh", {
    args: [
      ...["-c", 'export LC_ALL=C; sed -E "$1" "$2" | sed "s/ 0$//" | sort -S 200M | sha256sum'],
      ...["sh", unquote, path],
    ],
    cwd: folder,
  }).output();
  return new TextDecoder().decode(stdout);
}
