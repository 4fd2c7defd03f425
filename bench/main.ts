import { Answer } from "./answer.ts";
import { type Arguments, readArguments, USAGE } from "./arguments.ts";
import { type Contestant, contestants } from "./contestants.ts";
import { machine, versionOf } from "./machine.ts";
import { GNU_TIME } from "./measure.ts";
import { race, report } from "./race.ts";
import { expandDenylist } from "./rivals.ts";

const say = (line: string): void => console.error(line);

const asked = read();
if (asked.help) {
  console.log(USAGE);
  Deno.exit(0);
}
const dump = await found(asked.file, "dump", "name one, or set WIKITOP_TEST_DATA to its folder");
const denylist = await found(
  asked.denylist,
  "denylist",
  "name one with --denylist, or set WIKITOP_TEST_DATA to its folder",
);
const all = contestants(say);
const unknown = asked.only?.find((name) => !all.some((contestant) => contestant.name === name));
if (unknown !== undefined) {
  refuse(`Cannot run "${unknown}": there are ${all.map(({ name }) => name).join(", ")}`);
}
const time = await versionOf([GNU_TIME, "--version"]);
if ("skipped" in time || !/GNU/i.test(time.version)) {
  refuse(`Cannot measure: "${GNU_TIME}" is not GNU time; install Debian's package "time"`);
}
Deno.exit(await run(all.filter(({ name }) => asked.only?.includes(name) ?? true)));

async function run(taking: readonly Contestant[]): Promise<number> {
  const folder = await Deno.makeTempDir({ prefix: "wikitop-bench-" });
  try {
    const expanded = `${folder}/denylist`;
    await Deno.writeTextFile(expanded, expandDenylist(await Deno.readTextFile(denylist)));
    const right = await reference();
    const results = await race(taking, { dump, denylist, expanded }, {
      rounds: asked.rounds,
      right,
      folder,
      say,
    });
    console.log(`\`${dump.split("/").at(-1)}\` on ${await machine()}\n`);
    console.log(`${report(results)}\n`);
    const judge = right === undefined ? "the first one" : "an independent reference";
    const rounds = asked.rounds === 1 ? "1 round" : `${asked.rounds} rounds`;
    console.log(
      `Whole processes, taking turns, ${rounds} after one to warm up; DuckDB and ClickHouse run ` +
        `inside Node. Peak memory is the largest resident set. Every run's answer was compared ` +
        `with ${judge}. The rivals are given the denylist with its percent-encoded titles already ` +
        `decoded; wikitop reads it as it is published.`,
    );
    return results.some(({ problem }) => problem !== undefined && !/^skipped/.test(problem))
      ? 1
      : 0;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The right answer, where the test data have one: it was made with their denylist only. */
async function reference(): Promise<Answer | undefined> {
  const data = Deno.env.get("WIKITOP_TEST_DATA");
  const stamp = /\/pageviews-(\d{8}-\d{2})0000\.gz$/.exec(dump)?.[1];
  if (data === undefined || stamp === undefined) return undefined;
  const usual = readArguments([], { data }).denylist;
  if (usual === undefined) return undefined;
  try {
    if (denylist !== await Deno.realPath(usual)) return undefined;
    return Answer.fromTsv(await Deno.readTextFile(`${data}/reference_top25_${stamp}.tsv`));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return undefined;
  }
}

async function found(path: string | undefined, what: string, advice: string): Promise<string> {
  if (path === undefined) return refuse(`Cannot find a ${what}: ${advice}`);
  try {
    return await Deno.realPath(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return refuse(`Cannot open "${path}": no such file; ${advice}`);
  }
}

function read(): Arguments {
  try {
    return readArguments(Deno.args, {
      data: Deno.env.get("WIKITOP_TEST_DATA"),
      folder: Deno.env.get("INIT_CWD") ?? Deno.cwd(),
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(`${error.message}\n\n${USAGE}`);
  }
}

function refuse(message: string): never {
  console.error(message);
  Deno.exit(2);
}
