import type { Runtime } from "../runtime.ts";
import { didYouMean } from "./did_you_mean.ts";
import { knownVariables } from "./flags.ts";
import { UsageError } from "./usage_error.ts";

const PREFIX = "WIKITOP_";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_";

/**
 * Refuses variables of the program's prefix that mean nothing: one that is misspelt would be without
 * any effect. Where the environment may not be listed, as by the tasks, those are found that are one
 * slip away from a name.
 */
export function checkVariables({ env, variables }: Pick<Runtime, "env" | "variables">): void {
  const known = new Set(knownVariables());
  const listed = variables();
  const candidates = listed ??
    [...known].flatMap((name) => [...slipsOf(name.slice(PREFIX.length))]);
  for (const name of candidates) {
    if (!name.startsWith(PREFIX) || known.has(name)) continue;
    if (listed === undefined && env(name) === undefined) continue;
    const names = [...known].map((name) => name.slice(PREFIX.length));
    const guess = didYouMean(name.slice(PREFIX.length), names).replace('"', `"${PREFIX}`);
    throw new UsageError(`Cannot use ${name}: there is no such variable${guess}`);
  }
}

/** What a word may become when it is typed: a letter too many, too few, another one, or two swapped. */
function* slipsOf(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const [before, behind] = [PREFIX + word.slice(0, at), word.slice(at)];
    for (const letter of LETTERS) yield before + letter + behind;
    if (behind === "") continue;
    yield before + behind.slice(1);
    for (const letter of LETTERS) yield before + letter + behind.slice(1);
    if (behind.length > 1) yield before + behind[1] + behind[0] + behind.slice(2);
  }
}
