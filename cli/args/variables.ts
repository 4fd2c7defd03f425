import type { Runtime } from "../runtime.ts";
import { didYouMean } from "../../core/did_you_mean.ts";
import { knownVariables } from "./flags.ts";
import { UsageError } from "./usage_error.ts";

const PREFIX = "WIKITOP_";

/**
 * Refuses variables of the program's prefix that mean nothing: one that is misspelt would be without
 * any effect. Where the environment may not be listed, as by the tasks, those are found that are a
 * common slip away from a name.
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

/**
 * What a word may become when it is typed: two letters swapped, one left out or doubled, a plural. Any
 * other letter at any place would be 25,000 names, and to look for them a tenth of a second.
 */
function* slipsOf(word: string): Generator<string> {
  for (let at = 0; at < word.length; at++) {
    const [before, behind] = [PREFIX + word.slice(0, at), word.slice(at)];
    yield before + behind.slice(1);
    yield before + behind[0] + behind;
    if (behind.length > 1) yield before + behind[1] + behind[0] + behind.slice(2);
  }
  yield `${PREFIX}${word}S`;
}
