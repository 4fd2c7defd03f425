import { fold } from "./fold.ts";
import type { PickableProject } from "./project_group.ts";

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
