import type { Access } from "../../../core/wiki/project.ts";
import type { DomainViews } from "../data/top.ts";
import { type ProjectName, projectName } from "./project_name.ts";

/** A project as it can be picked. */
export interface PickableProject extends ProjectName {
  /** How often its pages were viewed. */
  views: number;
  /** How its readers came. */
  accesses: Access[];
}

/** The projects of a family. */
export interface ProjectGroup {
  /** What the family is called. */
  name: string;
  /** The projects, the most viewed first. */
  projects: PickableProject[];
}

/**
 * Puts the domains of an hour together as projects.
 *
 * @param domains The domains.
 * @returns The projects, the most viewed first.
 */
export function pickableProjects(domains: readonly DomainViews[]): PickableProject[] {
  const projects = new Map<string, PickableProject>();
  for (const { project, access, views } of domains) {
    const found = projects.get(project);
    if (found === undefined) {
      projects.set(project, { ...projectName(project), views, accesses: [access] });
    } else {
      found.views += views;
      if (!found.accesses.includes(access)) found.accesses.push(access);
    }
  }
  return [...projects.values()].sort((a, b) => b.views - a.views);
}

/**
 * Groups projects by their families.
 *
 * @param projects The projects, the most viewed first.
 * @returns The families, the most viewed first; unknown ones last.
 */
export function groupProjects(projects: readonly PickableProject[]): ProjectGroup[] {
  const groups = new Map<string, ProjectGroup & { views: number; code: string }>();
  for (const project of projects) {
    const { code, name } = project.family;
    const group = groups.get(code);
    if (group === undefined) {
      groups.set(code, { code, name, views: project.views, projects: [project] });
    } else {
      group.projects.push(project);
      group.views += project.views;
    }
  }
  return [...groups.values()].sort((a, b) =>
    Number(a.code === "other") - Number(b.code === "other") || b.views - a.views
  );
}
