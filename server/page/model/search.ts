import type { PickableProject } from "./project.ts";

/**
 * Finds a text in another, without regard to case, accents and underscores.
 *
 * @returns Where it begins and ends, or `undefined` if it is not there.
 */
export function findFolded(text: string, wanted: string): [start: number, end: number] | undefined {
  const needle = fold(wanted);
  if (needle === "") return undefined;
  let folded = "";
  // For each unit of the folded text, which character of the text it comes from.
  const ranges: [start: number, end: number][] = [];
  let at = 0;
  for (const character of text) {
    const part = character === "_" || character === " " ? " " : fold(character);
    const end = at + character.length;
    for (let i = 0; i < part.length; i++) ranges.push([at, end]);
    // An accent belongs to the character before it.
    const last = ranges.at(-1);
    if (part === "" && last !== undefined) last[1] = end;
    folded += part;
    at = end;
  }
  const found = folded.indexOf(needle);
  if (found < 0) return undefined;
  return [ranges[found]![0], ranges[found + needle.length - 1]![1]];
}

/**
 * Searches projects by their own names, English names, codes and families.
 *
 * @param projects The projects, the most viewed first.
 * @param search What somebody has typed; every word of it is to be found.
 * @returns The projects that match, the best first.
 */
export function searchProjects(
  projects: readonly PickableProject[],
  search: string,
): PickableProject[] {
  const words = fold(search).split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [...projects];
  return projects
    .map((project) => ({ project, score: scoreOf(project, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.project.views - a.project.views)
    .map(({ project }) => project);
}

/** The worst of the words decides; 0 if one is not there. */
function scoreOf(project: PickableProject, words: readonly string[]): number {
  const code = fold(project.project);
  const [language] = code.split(".");
  const names = [fold(project.own), fold(project.english), fold(project.family.name)];
  return Math.min(...words.map((word) => {
    if (language === word || code === word) return 4;
    if (code.startsWith(word) || names.some((name) => name.startsWith(word))) return 3;
    if (names.some((name) => name.includes(` ${word}`))) return 2;
    return code.includes(word) || names.some((name) => name.includes(word)) ? 1 : 0;
  }));
}

/** A text without case, accents and underscores; it may have another length. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().replaceAll("_", " ").trim();
}
