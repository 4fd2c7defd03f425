import { Answer } from "./answer.ts";
import type { Contestant, Task } from "./contestants.ts";
import { measure, type Measurement } from "./measure.ts";
import type { Result } from "./report.ts";

/** Options of {@linkcode race}. */
export interface RaceOptions {
  /** How many rounds are timed, after one that is not. */
  rounds: number;
  /** The right answer with the denylist; without it, the first answer is held to be right. */
  right?: Answer;
  /** An empty folder for what the contestants write. */
  folder: string;
  /** Told what takes long, one line at a time. */
  say: (line: string) => void;
}

/**
 * Lets contestants take turns at the same task, and compares the answer of every run.
 *
 * @param contestants Who takes part; one that cannot run, fails or is wrong is no longer timed.
 * @param task The files they are given.
 * @param options The rules.
 * @returns How each of them did, in the same order.
 */
export async function race(
  contestants: readonly Contestant[],
  task: Task,
  options: RaceOptions,
): Promise<Result[]> {
  const right = new Map([[true, options.right]]);
  const entries: Entry[] = [];
  for (const contestant of contestants) {
    const ready = await contestant.ready();
    const version = "version" in ready ? ready.version : contestant.name;
    entries.push({
      contestant,
      title: contestant.remark === undefined ? version : `${version} (${contestant.remark})`,
      problem: "skipped" in ready ? `skipped: ${ready.skipped}` : undefined,
      rounds: [],
    });
  }

  for (let round = 0; round <= options.rounds; round++) {
    options.say(round === 0 ? "Warming up …" : `Round ${round} of ${options.rounds} …`);
    for (const entry of entries) {
      if (entry.problem !== undefined) continue;
      const folder = `${options.folder}/${entry.contestant.name}-${round}`;
      const stdout = entry.contestant.answers ? `${folder}.csv` : "/dev/null";
      try {
        await Deno.mkdir(folder);
        const taken = await measure(entry.contestant.command(task), { folder, stdout });
        if (round > 0) entry.rounds.push(taken);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        entry.problem = `failed: ${error.message}`;
        continue;
      }
      if (!entry.contestant.answers) continue;
      const wrong = judge(await Deno.readTextFile(stdout), entry.contestant.denies);
      if (wrong !== undefined) entry.problem = `WRONG: ${wrong}`;
    }
  }
  return entries.map(({ contestant, title, problem, rounds }) => ({
    name: contestant.name,
    title,
    problem,
    rounds: problem === undefined ? rounds : [],
  }));

  function judge(csv: string, denies: boolean): string | undefined {
    try {
      const answer = Answer.fromCsv(csv);
      if (right.get(denies) === undefined) right.set(denies, answer);
      return answer.difference(right.get(denies)!);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return error.message;
    }
  }
}

interface Entry {
  contestant: Contestant;
  title: string;
  problem: string | undefined;
  rounds: Measurement[];
}
