import { type Load, wrk } from "./wrk.ts";

/** One server's URL of an answer. */
export interface Entrant {
  /** Which server. */
  readonly name: string;
  /** The URL. */
  readonly url: string;
}

/** An answer that several servers give. */
export interface Match {
  /** What is asked for. */
  readonly title: string;
  /** Headers of the requests. */
  readonly headers: Record<string, string>;
  /** The servers, wikitop first. */
  readonly entrants: readonly Entrant[];
}

/** What came of a match. */
export interface Outcome {
  /** What was asked for. */
  readonly title: string;
  /** Round by round, the same rounds for all, by server. */
  readonly loads: ReadonlyMap<string, readonly Load[]>;
}

/** Options of {@linkcode contest}. */
export interface ContestOptions {
  /** How many rounds are timed, after one to warm up. */
  rounds: number;
  /** How long each server is asked in a round, in seconds. */
  seconds: number;
  /** How many connections are open. */
  connections: number;
  /** Told what takes long. */
  say: (line: string) => void;
}

/**
 * Lets servers give the same answer, by turns: what disturbs the machine for longer than a round
 * disturbs all.
 *
 * @param matches The answers.
 * @param options How long.
 * @returns What came of each.
 */
export async function contest(
  matches: readonly Match[],
  { rounds, seconds, connections, say }: ContestOptions,
): Promise<Outcome[]> {
  const outcomes = matches.map(({ title, entrants }) => ({
    title,
    loads: new Map(entrants.map(({ name }): [string, Load[]] => [name, []])),
  }));
  for (let round = 0; round <= rounds; round++) {
    say(round === 0 ? "Warming up" : `Round ${round} of ${rounds}`);
    for (const [i, { headers, entrants }] of matches.entries()) {
      for (const { name, url } of entrants) {
        const load = await wrk(url, { connections, seconds, headers });
        if (round > 0) outcomes[i].loads.get(name)!.push(load);
      }
    }
  }
  return outcomes;
}
