import { closestString } from "@std/text/closest-string";
import { levenshteinDistance } from "@std/text/levenshtein-distance";

/** Guesses what a misspelt word was to be: `; did you mean "…"?`, or nothing if no word is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const words = known.filter((word) => word !== "");
  if (words.length === 0) return "";
  const guess = closestString(word, words);
  const near = Math.max(2, Math.ceil(word.length / 3));
  return levenshteinDistance(word, guess) <= near ? `; did you mean "${guess}"?` : "";
}
