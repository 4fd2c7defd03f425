import { projectOf, type RankedDomain } from "../core/mod.ts";

/**
 * Makes a filter of domains from patterns.
 *
 * @param pattern A domain code or project, in which `*` stands for anything: `en.m`, `*.b`,
 * `en.wikipedia`, `""` for the empty code.
 * @returns Whether a domain has that code or project.
 */
export function domainFilter(pattern: string): (domain: RankedDomain) => boolean {
  const written = pattern === '""' ? "" : pattern;
  const literals = written.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const regex = new RegExp(`^${literals.join(".*")}$`);
  return ({ code }) => regex.test(code) || regex.test(projectOf(code).project);
}
