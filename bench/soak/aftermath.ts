import { Hour } from "../../core/mod.ts";
import { isFinal, type Job } from "../../server/jobs/job.ts";
import { cliCommand } from "../serving/serve_command.ts";
import { jsonOf, problemOf } from "./check.ts";
import { isMakeable } from "./fate.ts";
import { checkEnd } from "./job_check.ts";
import type { Load } from "./load.ts";

const KIND = "after the restart";

/** How long the jobs may take that were left, in milliseconds. */
const LONGEST_MS = 180_000;
const AGAIN_MS = 250;

/** As many hours as a list may have. */
const LISTED = 744;

/**
 * Waits until a server has finished what the one before it was told to do; what it does not know, or
 * does otherwise, is noted.
 *
 * @param load The load, at the new server.
 * @param since When the new server was started.
 * @returns How many jobs it had to finish.
 */
export async function finishJobs(load: Load, since: Date): Promise<number> {
  const { openJobs } = load.ledger;
  let finished = 0;
  for (const end = performance.now() + LONGEST_MS; openJobs.size > 0;) {
    for (const id of [...openJobs]) {
      const answer = await load.ask("jobs", { path: `/v1/jobs/${id}` });
      if (answer.status !== 200) {
        openJobs.delete(id);
        load.ledger.wrong(KIND, `job "${id}" is lost: ${answer.status} ${problemOf(answer)}`);
        continue;
      }
      const job = jsonOf(answer) as Job;
      if (!isFinal(job.state)) continue;
      if (new Date(job.ended!) >= since) finished++;
      try {
        checkEnd(load, job);
      } catch (error) {
        load.ledger.wrong(KIND, (error as Error).message);
      }
    }
    if (performance.now() > end) {
      load.ledger.wrong(KIND, `${openJobs.size} jobs do not come to their ends`);
      break;
    }
    await load.pause(AGAIN_MS);
  }
  return finished;
}

/**
 * Looks whether all hours are stored that are to be, and none that cannot be.
 *
 * @param load The load.
 * @returns How many hours are stored.
 */
export async function checkStored(load: Load): Promise<number> {
  const stored = new Set<string>();
  const all = load.fresh(1)[0];
  for (let first = Hour.parse("2019-01-01T01"); first.since(all) < 0; first = first.plus(LISTED)) {
    const path = `/v1/hours?from=${first}&to=${first.plus(LISTED - 1)}`;
    for (const hour of jsonOf(await load.ask("lists of hours", { path })).hours) stored.add(hour);
  }
  for (const hour of load.ledger.stored) {
    if (!stored.has(hour)) load.ledger.wrong(KIND, `hour "${hour}" is lost`);
  }
  for (const hour of stored) {
    const fate = load.fateOf(hour);
    if (!isMakeable(fate)) load.ledger.wrong(KIND, `hour "${hour}", which is ${fate}, is stored`);
  }
  return stored.size;
}

/**
 * Looks whether all that is stored is right, and nothing half written is left.
 *
 * @param load The load.
 * @param folder The folder of the server, closed by now.
 * @returns What `wikitop verify` says of it in the end.
 */
export async function verifyStore(load: Load, folder: string): Promise<string> {
  const [program, ...args] = cliCommand(["verify"]);
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd: folder,
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).output();
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes).trim());
  // Its warnings are of hours that differ a lot, as large ones do from the sample.
  const problems = out.split("\n").filter((line) => line !== "" && !/: warning: /.test(line));
  for (const problem of problems) load.ledger.wrong("verify", problem);
  if (code !== 0) load.ledger.wrong("verify", `exit code is ${code}: ${err}`);
  for (const path of filesIn(`${folder}/reports`)) {
    if (path.endsWith(".tmp")) load.ledger.wrong("store", `"${path}" is left`);
  }
  return err.split("\n").at(-1)!;
}

function* filesIn(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (isDirectory) yield* filesIn(`${folder}/${name}`);
    else yield `${folder}/${name}`;
  }
}
