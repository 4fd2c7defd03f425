import { isFinal, type Job } from "../../server/jobs/job.ts";
import { cliCommand } from "../serving/server_process.ts";
import { checkJobEnd, jsonOf, problemOf } from "./checks.ts";
import { post } from "./clients/jobs.ts";
import type { Load } from "./load.ts";
import { hourAt, isMakeable } from "./scenarios.ts";

const SETUP = "setup";
const RESTARTED = "after the restart";

/** So many hours are there before the load begins. */
const HOT_HOURS = 24;

/** So many ranges of so many hours are asked for right before the server is shut down. */
const LAST_RANGES = 3;
const LAST_HOURS = 20;

/** What a server may write to its log when all is well. */
const USUAL = [
  /^Listening at http:\/\/127\.0\.0\.1:\d+\/$/,
  /^Shutting down: finishing what is in flight$/,
  /^\d{4}-\d\d-\d\dT\d\d(_\d{4}-\d\d-\d\dT\d\d)?: (done|failed|cancelled)([,;]|$)/,
];

/** How long the jobs may take that were left, in milliseconds. */
const LONGEST_MS = 180_000;
const AGAIN_MS = 250;

/** As many hours as a list may have. */
const LISTED = 744;

/** Has the hours made that are read again and again. */
export async function makeHotHours(load: Load): Promise<void> {
  const first = load.next;
  const id = (await post(load, SETUP, HOT_HOURS))?.id;
  while (true) {
    const job = jsonOf(await load.ask(SETUP, { path: `/v1/jobs/${id}` })) as Job;
    if (isFinal(job.state)) {
      checkJobEnd(load, job);
      break;
    }
    await load.pause(100);
  }
  load.hot.push(...load.past(first).filter((hour) => isMakeable(load.scenarioOf(`${hour}`))));
}

/** Asks for more than can be made in the time that the server has left. */
export async function fillQueue(load: Load): Promise<void> {
  for (let i = 0; i < LAST_RANGES; i++) await post(load, SETUP, LAST_HOURS);
}

/**
 * Waits until a server that was started at a time has finished what the one before it had accepted,
 * and notes what is lost or comes out otherwise. Returns how many jobs it had to finish.
 */
export async function finishJobs(load: Load, since: Date): Promise<number> {
  const { openJobs } = load.results;
  let finished = 0;
  for (const end = performance.now() + LONGEST_MS; openJobs.size > 0;) {
    for (const id of [...openJobs]) {
      const response = await load.ask("jobs", { path: `/v1/jobs/${id}` });
      if (response.status !== 200) {
        openJobs.delete(id);
        load.results.fail(
          RESTARTED,
          `job "${id}" is lost: ${response.status} ${problemOf(response)}`,
        );
        continue;
      }
      const job = jsonOf(response) as Job;
      if (!isFinal(job.state)) continue;
      if (new Date(job.ended!) >= since) finished++;
      try {
        checkJobEnd(load, job);
      } catch (error) {
        load.results.fail(RESTARTED, (error as Error).message);
      }
    }
    if (performance.now() > end) {
      load.results.fail(RESTARTED, `${openJobs.size} jobs do not come to their ends`);
      break;
    }
    await load.pause(AGAIN_MS);
  }
  return finished;
}

/**
 * Checks that all hours are stored that are to be, and none that cannot be. Returns how many are.
 */
export async function checkStored(load: Load): Promise<number> {
  const stored = new Set<string>();
  const end = hourAt(load.next);
  for (let first = hourAt(0); first.since(end) < 0; first = first.plus(LISTED)) {
    const path = `/v1/hours?from=${first}&to=${first.plus(LISTED - 1)}`;
    for (const hour of jsonOf(await load.ask("lists of hours", { path })).hours) stored.add(hour);
  }
  for (const hour of load.results.stored) {
    if (!stored.has(hour)) load.results.fail(RESTARTED, `hour "${hour}" is lost`);
  }
  for (const hour of stored) {
    const scenario = load.scenarioOf(hour);
    if (!isMakeable(scenario)) {
      load.results.fail(RESTARTED, `hour "${hour}", which is ${scenario}, is stored`);
    }
  }
  return stored.size;
}

/**
 * Checks that all that is stored is right, and nothing half written is left in the folder of a
 * server that has ended. Returns what `wikitop verify` says in the end.
 */
export async function verifyStore(load: Load, folder: string): Promise<string> {
  const [program, ...args] = cliCommand(["verify"]);
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd: folder,
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  const [out, err] = [decoder.decode(stdout).trim(), decoder.decode(stderr).trim()];
  // Its warnings are of hours that differ a lot, as large ones do from the sample.
  const problems = out.split("\n").filter((line) => line !== "" && !/: warning: /.test(line));
  for (const problem of problems) load.results.fail("verify", problem);
  if (code !== 0) load.results.fail("verify", `exit code is ${code}: ${err}`);
  for (const path of filesIn(`${folder}/reports`)) {
    if (path.endsWith(".tmp")) load.results.fail("store", `"${path}" is left`);
  }
  return err.split("\n").at(-1)!;
}

/**
 * The lines of a server's log that are not usual: errors, and warnings that nobody asked for.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const range = "2019-01-01T01_2019-01-01T02: done, 2 done";
 * assertEquals(unusualLines(["2019-01-01T01: done", range, "Error: no"]), ["Error: no"]);
 * ```
 */
export function unusualLines(lines: readonly string[]): string[] {
  return lines.filter((line) => !USUAL.some((usual) => usual.test(line)));
}

function* filesIn(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (isDirectory) yield* filesIn(`${folder}/${name}`);
    else yield `${folder}/${name}`;
  }
}
