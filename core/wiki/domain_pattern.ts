import { projectOf } from "./project.ts";

/**
 * Makes a filter of domains from a pattern.
 *
 * @param pattern A domain code or project, in which `*` stands for anything: `en.m`, `*.b`,
 * `en.wikipedia`, `""` for the empty code.
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
  const literals = written.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const regex = new RegExp(`^${literals.join(".*")}$`);
  return (code) => regex.test(code) || regex.test(projectOf(code).project);
}
