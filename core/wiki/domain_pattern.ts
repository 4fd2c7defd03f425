import { isProject, projectOf } from "./project.ts";
import { readProject } from "./written_project.ts";

/**
 * Makes a filter of domains from a pattern.
 *
 * @param pattern A domain code or project, in which `*` stands for anything: `en.m`, `*.b`,
 * `en.wikipedia`, `""` for the empty code. Also a database or host, or the URL of an article.
 * @returns Whether a domain code, or the project that it stands for, is meant.
 *
 * @example Usage
 * ```ts
 * import { domainPattern } from "@wikitop/core";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(["en", "en.m", "en.b", "de"].filter(domainPattern("en.wikipedia")), ["en", "en.m"]);
 * ```
 */
export function domainPattern(pattern: string): (code: string) => boolean {
  const written = pattern === '""' ? "" : pattern;
  // A dump may have a code that looks like something else.
  const regexes = [...new Set([written, readProject(written).project])].map(regexOf);
  return (code) => regexes.some((regex) => regex.test(code) || regex.test(projectOf(code).project));
}

/**
 * Makes a filter of projects from a pattern, as {@linkcode domainPattern} does of domain codes: `en` means
 * the project that it is a code of.
 */
export function projectPattern(pattern: string): (project: string) => boolean {
  const written = pattern === '""' ? "" : pattern;
  const { project } = readProject(written);
  const meant = isProject(project) || project.includes("*") ? project : projectOf(project).project;
  const regexes = [...new Set([written, project, meant])].map(regexOf);
  return (name) => regexes.some((regex) => regex.test(name));
}

function regexOf(pattern: string): RegExp {
  const literals = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literals.join(".*")}$`);
}
