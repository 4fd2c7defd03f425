import type { History } from "../../core/archive/history.ts";
import { Limiter } from "../../core/async/limiter.ts";
import { didYouMean } from "../../core/did_you_mean.ts";
import type { Period } from "../../core/mod.ts";
import { Problem, type ProblemKind } from "../http/problem.ts";
import type { Service } from "./service.ts";

/** Histories of more periods are long. Of those, and of the others, only so many are read at a time. */
const LONG = 24;
const LONG_AT_A_TIME = 1;
const OTHERS_AT_A_TIME = 2;

/** Keeps those who look far back from taking all the room there is. */
export class Limits {
  readonly #long = new Limiter(LONG_AT_A_TIME);
  readonly #others = new Limiter(OTHERS_AT_A_TIME);

  /** Does some work as soon as there is room for work on so many periods. */
  async run<Value>(periods: number, work: () => Promise<Value>): Promise<Value> {
    return await (periods > LONG ? this.#long : this.#others).run(work);
  }
}

/** How long a range may be that is looked back on. */
export function rangeLimits(
  { clock, maxHours, history }: Pick<Service, "clock" | "maxHours" | "history">,
): Pick<Service, "clock" | "maxHours"> {
  return { clock, maxHours: history.kind === "database" ? Infinity : maxHours };
}

/** What may be wrong with looking back, besides how a period is written. */
export const HISTORY_PROBLEMS = [
  "bad-parameter",
  "out-of-range",
  "nothing-stored",
  "unknown-project",
  "database-down",
] as const satisfies readonly ProblemKind[];

/** What was looked for in vain. */
export interface Missed {
  project: string;
  range: { first: Period; last: Period };
  /** Whether no period of the range is there at all. */
  isEmpty: boolean;
  /** The codes and projects of the last period. */
  names: () => Promise<string[]>;
  history: History;
}

/** Says that a project is in no period, or that there is none. */
export async function nothingFound(
  { project, range: { first, last }, isEmpty, names, history }: Missed,
): Promise<Problem> {
  const what = `Cannot find "${project}" from "${first}" to "${last}"`;
  if (isEmpty) return new Problem("nothing-stored", `${what}: ${history.nothing}`);
  const guess = didYouMean(project, await names());
  return new Problem(
    "unknown-project",
    `${what}: no ${first.unit} of these has a project or domain code of that name${guess}`,
  );
}
