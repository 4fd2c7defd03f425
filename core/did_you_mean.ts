import { closestString } from "@std/text/closest-string";
import { levenshteinDistance } from "@std/text/levenshtein-distance";

/** Guesses what a misspelt word was to be: `; did you mean "…"?`, or nothing if no word is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const words = known.filter((word) => word !== "");
  if (words.length === 0) return "";
  // Two letters swapped are one slip, which a distance counts as two.
  const guess = words.find((known) => isSwapped(word, known)) ?? closestString(word, words);
  const near = Math.max(2, Math.ceil(word.length / 3));
  return levenshteinDistance(word, guess) <= near ? `; did you mean "${guess}"?` : "";
}

function isSwapped(word: string, known: string): boolean {
  const at = [...word].findIndex((letter, i) => letter !== known[i]);
  return at >= 0 && word.length === known.length &&
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2) === known;
}
