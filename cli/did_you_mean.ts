import { closestString } from "@std/text/closest-string";
import { levenshteinDistance } from "@std/text/levenshtein-distance";

/**
 * Guesses what was meant by a misspelt word.
 *
 * @param word The word.
 * @param known The words that it may have been, at least one.
 * @returns `; did you mean "…"?`, or nothing if no word is near.
 */
export function didYouMean(word: string, known: readonly string[]): string {
  const guess = closestString(word, known);
  const near = Math.max(2, Math.ceil(word.length / 3));
  return levenshteinDistance(word, guess) <= near ? `; did you mean "${guess}"?` : "";
}
