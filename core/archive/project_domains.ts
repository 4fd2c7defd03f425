import { projectIn } from "../report/report.ts";
import { projectPattern } from "../wiki/domain_pattern.ts";
import { readProject } from "../wiki/written_project.ts";
import type { StoredReport } from "./open.ts";

/**
 * Which domains of a report are meant by a name: that of this code, or else all of the project.
 *
 * @param name A project or domain code.
 * @param domains The report's domains.
 */
export function domainsOf<Domain extends { code: string; project: string }>(
  name: string,
  domains: readonly Domain[],
): Domain[] {
  const named = domains.find(({ code }) => code === name);
  return named === undefined ? domains.filter(({ project }) => project === name) : [named];
}

/**
 * What finds the codes that are meant by a name in a report, and in others of its edition.
 *
 * @param written A project or domain code, as people write it; in projects `*` stands for anything.
 */
export function codeFinder(written: string): (report: StoredReport) => string[] {
  const wanted = readProject(written).project;
  const matches = written.includes("*") ? projectPattern(written) : undefined;
  // Hundreds of hours have nearly the same codes.
  const known = new Map<string, { code: string; project: string }>();
  return ({ edition, manifest: { domain_views } }) => {
    if (Object.hasOwn(domain_views, wanted)) return [wanted];
    const domains = Object.keys(domain_views).map((code) => {
      const domain = known.get(code) ?? { code, project: projectIn(edition, code).project };
      known.set(code, domain);
      return domain;
    });
    const meant = matches === undefined
      ? domainsOf(wanted, domains)
      : domains.filter(({ project }) => matches(project));
    return meant.map(({ code }) => code);
  };
}
