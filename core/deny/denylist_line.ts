import { isProject, projectOf } from "../wiki/project.ts";

/** What stands in the place of a domain for all of them. */
export const ALL_DOMAINS = "*";

/** What a line of a denylist denies. */
export interface DenylistLine {
  /** A domain code, empty for Wikifunctions; a project; or {@linkcode ALL_DOMAINS}. */
  domain: string;
  /** The title as it is written, or that of a namespace, with its colon. */
  title: string;
  /** Whether all pages of a namespace are denied, rather than the one of that title. */
  isNamespace: boolean;
}

/** `Special:*`. A title that merely ends in `*` is one, and `Special:%2A` writes this one as such. */
const NAMESPACE = /^[^:]+:\*$/;

/** What a domain code looks like: `en.m`, `be-tarask`. */
const DOMAIN_CODE = /^[a-z0-9_.-]+$/;

/** Whether a line of a denylist is for people: empty, or a comment. */
export function isComment(line: string): boolean {
  return line.startsWith("#") || line.trim() === "";
}

/** Reads a line of a denylist, `domain SP title`; `undefined` if it names no page. */
export function readDenylistLine(line: string): DenylistLine | undefined {
  const space = line.indexOf(" ");
  if (space < 1 || isComment(line)) return undefined;
  const title = line.slice(space + 1).replace(/^[ \t]+|[ \t]+$/g, "");
  if (title === "") return undefined;
  const written = line.slice(0, space);
  const domain = written === '""' ? "" : written;
  const isNamespace = NAMESPACE.test(title);
  return { domain, title: isNamespace ? title.slice(0, -1) : title, isNamespace };
}

/** Whether a domain looks like one, known or not: a web page instead of a denylist has few. */
export function looksLikeDomain(domain: string): boolean {
  return domain === "" || domain === ALL_DOMAINS || DOMAIN_CODE.test(domain);
}

/** Whether there can be rows of a domain in a dump, as far as is known. */
export function isKnownDomain(domain: string): boolean {
  return domain === ALL_DOMAINS || isProject(domain) ||
    (looksLikeDomain(domain) && projectOf(domain).host !== undefined);
}

/** What a denylist may call the domain of a code: the code, its project, all domains. */
export function namesOfDomain(code: string): string[] {
  return [...new Set([code, projectOf(code).project, ALL_DOMAINS])];
}
