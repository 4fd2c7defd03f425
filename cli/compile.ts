/**
 * Builds standalone executables: `deno task compile` for this machine, `deno task compile:all` for
 * every target that Deno has. Only what the program imports is in them, and no tests.
 *
 * @module
 */

import { parseArgs } from "@std/cli/parse-args";
import config from "../deno.json" with { type: "json" };

const TARGETS = [
  "x86_64-unknown-linux-gnu",
  "aarch64-unknown-linux-gnu",
  "x86_64-apple-darwin",
  "aarch64-apple-darwin",
  "x86_64-pc-windows-msvc",
  "aarch64-pc-windows-msvc",
];

/** Who runs an executable cannot add flags, so it may read, write and ask whatever it is told to. */
const PERMISSIONS = [
  "--no-prompt",
  "--allow-read",
  "--allow-write",
  "--allow-net",
  "--allow-env=WIKITOP_*,TERM,PG*,USER,NODE_PG_FORCE_NATIVE,AWS_*,HOME,HOMEDRIVE,HOMEPATH,USERPROFILE,_X_AMZN_TRACE_ID",
  "--allow-sys=statfs,osRelease,hostname,systemMemoryInfo",
];

/**
 * What no import names: the modules of threads, the AWS SDK, pg-boss, and the page, which
 * `deno task page` builds.
 */
const INCLUDES = [
  "core/node/merge_worker.ts",
  "core/node/pgboss.ts",
  "core/node/rank_pool_worker.ts",
  "core/node/s3_sdk.ts",
  "server/page/dist",
];

/**
 * As the task has it: nearly all that a ranking throws away is thrown away at once, so that a small young
 * generation takes a third less memory, and no more time.
 */
const V8_FLAGS = config.tasks.cli.command.split(" ").filter((word) =>
  word.startsWith("--v8-flags=")
);

/**
 * The tests of packages, of which Deno embeds all files: what bintrees, a dependency of prom-client, is
 * tested with are numbers in files without extension, which Deno takes for a script, and the depth of
 * that one sum overflows its stack (denoland/deno#36746).
 */
async function testsOfPackages(): Promise<string[]> {
  await deno(["cache", "-q", "--lock=deno.lock", "--frozen", "cli/main.ts"]);
  const { npmCache } = JSON.parse(await deno(["info", "--json"])) as { npmCache: string };
  const found: string[] = [];
  for (const registry of Deno.readDirSync(npmCache)) {
    const versions = `${npmCache}/${registry.name}/bintrees`;
    for (const { name } of entriesOf(versions)) found.push(`${versions}/${name}/test`);
  }
  return found;
}

function entriesOf(folder: string): Deno.DirEntry[] {
  try {
    return [...Deno.readDirSync(folder)];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return [];
    }
    throw error;
  }
}

async function deno(args: string[]): Promise<string> {
  const options = { args, stderr: "inherit" } as const;
  const { success, stdout } = await new Deno.Command(Deno.execPath(), options).output();
  if (!success) throw new Error(`Cannot run "deno ${args.join(" ")}": its message is above`);
  return new TextDecoder().decode(stdout);
}

async function compile(target: string, output: string): Promise<boolean> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "compile",
      "--lock=deno.lock",
      "--frozen",
      "--no-check", // Types are looked at by "deno task check".
      "--exclude-unused-npm",
      ...EXCLUDES.map((path) => `--exclude=${path}`),
      ...PERMISSIONS,
      ...V8_FLAGS,
      ...INCLUDES.map((path) => `--include=${path}`),
      `--target=${target}`,
      `--output=${output}`,
      "cli/main.ts",
    ],
    stdout: "inherit",
    stderr: "piped",
  }).output();
  const said = new TextDecoder().decode(stderr);
  if (success) {
    console.error(said);
    console.log(output);
  } else if (/Setting up base binary/.test(said)) {
    console.error(
      `Cannot compile for ${target}: Deno downloads its runtime for executables from a host that ` +
        "cannot be reached from here; run this task where dl.deno.land can be reached",
    );
  } else {
    console.error(said);
  }
  return success;
}

const EXCLUDES = await testsOfPackages();
const { all, output } = parseArgs(Deno.args, {
  boolean: ["all"],
  string: ["output"],
});
const jobs: [target: string, output: string][] = all
  ? TARGETS.map((target) => [target, `dist/wikitop-${target}`])
  : [[Deno.build.target, String(output ?? "dist/wikitop")]];
let failed = 0;
for (const [target, output] of jobs) if (!await compile(target, output)) failed++;
if (failed > 0) Deno.exit(1);
