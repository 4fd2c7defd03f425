import { fold } from "./fold.ts";

/**
 * Finds a text in another, without regard to case, accents and underscores.
 *
 * @param text Where to look.
 * @param wanted What to look for.
 * @returns Where it begins and ends, or `undefined` if it is not there.
 */
export function findFolded(text: string, wanted: string): [start: number, end: number] | undefined {
  const needle = fold(wanted);
  if (needle === "") return undefined;
  let folded = "";
  // For each unit of the folded text, which character of the text it comes from.
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const part = character === "_" || character === " " ? " " : fold(character);
    for (let i = 0; i < part.length; i++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
    if (part === "" && ends.length > 0) ends[ends.length - 1] = at;
    folded += part;
  }
  const found = folded.indexOf(needle);
  if (found < 0) return undefined;
  return [starts[found], ends[found + needle.length - 1]];
}
