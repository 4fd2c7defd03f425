import { Answer } from "./answer.ts";
import type { Contestant, Task } from "./contestants.ts";
import { measure, type Measurement } from "./measure.ts";
import { type Spread, spread } from "./statistics.ts";

const FIGURES: readonly {
  name: string;
  of: (measurement: Measurement) => number;
  show: (figure: number) => string;
  unit: string;
}[] = [
  { name: "wall", of: ({ wall }) => wall, show: (s) => s.toFixed(2), unit: "s" },
  { name: "CPU", of: ({ cpu }) => cpu, show: (s) => s.toFixed(2), unit: "s" },
  {
    name: "peak memory",
    of: ({ memory }) => memory,
    show: (bytes) => (bytes / 2 ** 20).toFixed(0),
    unit: "MiB",
  },
];

/** How a contestant did. */
export interface Result {
  /** Its name for `--only`. */
  readonly name: string;
  /** Its name, version and remark, as the tables show it. */
  readonly title: string;
  /** Why there are no figures, if there are none: `skipped: …`, `WRONG: …` or `failed: …`. */
  readonly problem?: string | undefined;
  /** What it took, round by round, the same rounds for all; empty if there is a problem. */
  readonly rounds: readonly Measurement[];
}

/** Options of {@linkcode race}. */
export interface RaceOptions {
  /** How many rounds are timed, after one that is not. */
  rounds: number;
  /** The right answer with the denylist; without it, the first answer is held to be right. */
  right?: Answer | undefined;
  /** An empty folder for what the contestants write. */
  folder: string;
  /** Called with what takes long, one line at a time. */
  say: (line: string) => void;
}

/**
 * Lets contestants take turns at the same task, and compares the answer of every run. One that
 * cannot run, fails or is wrong is no longer timed.
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

/**
 * Shows the results as Markdown: a table of the figures, and a table of their ratios.
 *
 * A ratio is the median of the ratios of each round, whose two processes ran one after the other:
 * what disturbs the machine for longer than a round disturbs both. The ratios are those of the first
 * result to each of the others; without any there is no second table.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const table = report([
 *   { name: "a", title: "A 1", rounds: [{ wall: 1, cpu: 1, memory: 2 ** 20 }] },
 *   { name: "b", title: "B 2", rounds: [{ wall: 2, cpu: 4, memory: 2 ** 30 }] },
 * ]);
 * assertEquals(table.split("\n").at(-1), "| of B 2 | 0.50 (0.50–0.50) | 0.25 (0.25–0.25) | 0.00 (0.00–0.00) |");
 * ```
 */
export function report(results: readonly Result[]): string {
  const names = FIGURES.map(({ name }) => name);
  const figures = results.map(({ title, problem, rounds }) =>
    problem !== undefined || rounds.length === 0
      ? row([title, problem ?? "no figures", "", ""])
      : row([
        title,
        ...FIGURES.map(({ of, show, unit }) => {
          const { median, min, max } = spread(rounds.map(of));
          return `${show(median)} ${unit} (${show(min)}–${show(max)})`;
        }),
      ])
  );
  const table = [...head(["median (min–max)", ...names]), ...figures];

  const [own, ...others] = results;
  if (own === undefined || own.rounds.length === 0) return table.join("\n");
  const ratios = others.filter(({ rounds }) => rounds.length > 0).map(({ title, rounds }) =>
    row([
      `of ${title}`,
      ...FIGURES.map(({ of }) =>
        showRatio(spread(rounds.map((other, round) => of(own.rounds[round]!) / of(other))))
      ),
    ])
  );
  if (ratios.length === 0) return table.join("\n");
  return [...table, "", ...head([`${own.name} takes`, ...names]), ...ratios].join("\n");
}

function showRatio({ median, min, max }: Spread): string {
  return `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
}

function head(cells: readonly string[]): string[] {
  return [row(cells), row(cells.map((_, at) => at === 0 ? "---" : "--:"))];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
