import type { RawAnswer } from "../../serving/raw_connection.ts";
import { isFinal, type Job } from "../../../server/jobs/job.ts";
import { ensure, hasStatus, jsonOf, problemOf, textOf } from "../check.ts";
import type { Fate } from "../fate.ts";
import { checkEnd } from "../job_check.ts";
import type { Client, Load } from "../load.ts";
import { REPORT_FORMS } from "../report_form.ts";
import { checkText } from "./readers.ts";

const KIND = "single hours";

/** The problem of an hour that cannot be made. */
const PROBLEMS: Partial<Record<Fate, string>> = {
  missing: "404 missing",
  cut: "502 source-down",
  damaged: "502 bad-dump",
};

/** Longer than any hour takes, in milliseconds, and how often to look. */
const LONGEST_MS = 120_000;
const AGAIN_MS = 400;

/** Asks for an hour that is not stored, sometimes several at once for the same one. */
export const singles: Client = {
  kind: KIND,
  rest: 600,
  async act(load, random) {
    const hour = `${load.fresh(1)[0]}`;
    const wait = random.pick([0, 1, 20, 60]);
    const path = `/v1/hours/${hour}?wait=${wait}`;
    const together = random.chance(0.15) ? 4 : 1;
    await Promise.all(Array.from({ length: together }, async () => {
      const answer = await load.ask(KIND, { path });
      if (answer.status !== 202) return checkAnswer(load, hour, path, answer);
      const { id } = jsonOf(answer) as Job;
      load.ledger.openJobs.add(id);
      const location = answer.headers.get("location");
      ensure(location === `/v1/jobs/${id}`, `${path} has the location "${location}"`);
      if (await isOver(load, id)) checkAnswer(load, hour, path, await load.ask(KIND, { path }));
    }));
  },
};

function checkAnswer(load: Load, hour: string, path: string, answer: RawAnswer): void {
  const fate = load.fateOf(hour);
  const problem = PROBLEMS[fate];
  if (problem === undefined) {
    if (!hasStatus(load, `${path} (${fate})`, answer, 200)) return;
    load.ledger.stored.add(hour);
    return checkText(load, textOf(answer), hour, REPORT_FORMS[0], path);
  }
  const is = `${answer.status} ${problemOf(answer)}`;
  if (load.isClosing && is === "503 shutting-down") return;
  ensure(is === problem, `${path}, which is ${fate}, is "${is}" instead of "${problem}"`);
}

/** Looks at a job until its end; it may not come any more if the server shuts down. */
async function isOver(load: Load, id: string): Promise<boolean> {
  for (let waited = 0; !load.isClosing; waited += AGAIN_MS) {
    ensure(waited < LONGEST_MS, `job "${id}" does not come to its end`);
    const path = `/v1/jobs/${id}`;
    const answer = await load.ask("jobs", { path });
    if (!hasStatus(load, path, answer, 200)) return false;
    const job = jsonOf(answer) as Job;
    if (isFinal(job.state)) {
      checkEnd(load, job);
      return true;
    }
    await load.pause(AGAIN_MS);
  }
  return false;
}
