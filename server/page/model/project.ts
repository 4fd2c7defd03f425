import type { Access, DomainViews } from "../data/answers.ts";
import { type Language, languageOf } from "./language.ts";

/** A family of projects. */
export interface Family {
  /** What the names of its projects end in, as `wiktionary`. */
  code: string;
  name: string;
}

/** What a project is called. */
export interface ProjectName {
  /** The project, as `de.wikipedia`. */
  project: string;
  family: Family;
  /** Its language, `undefined` where it has none, or many. */
  language: Language | undefined;
  /** Its name in its own language, but for the family: `Deutsch`, or `Wikimedia Commons`. */
  own: string;
  /** Its whole name in English: `German Wikipedia`. */
  english: string;
  /** Whether there may be a project of that name. */
  isKnown: boolean;
}

/** A project that can be picked, with the views and accesses of all its domains. */
export interface PickableProject extends ProjectName {
  views: number;
  accesses: Access[];
}

/** The projects of a family, the most viewed first. */
export interface ProjectGroup {
  name: string;
  projects: PickableProject[];
}

/** The families that have languages. */
const FAMILIES = new Map([
  ["wikipedia", "Wikipedia"],
  ["wiktionary", "Wiktionary"],
  ["wikiquote", "Wikiquote"],
  ["wikibooks", "Wikibooks"],
  ["wikisource", "Wikisource"],
  ["wikinews", "Wikinews"],
  ["wikiversity", "Wikiversity"],
  ["wikivoyage", "Wikivoyage"],
]);

/** The projects that belong to no language. */
const SHARED: Family = { code: "shared", name: "Shared projects" };

const SHARED_PROJECTS = new Map([
  ["commons.wikimedia", "Wikimedia Commons"],
  ["incubator.wikimedia", "Wikimedia Incubator"],
  ["mediawiki", "MediaWiki"],
  ["species.wikimedia", "Wikispecies"],
  ["wikidata", "Wikidata"],
  ["wikifunctions", "Wikifunctions"],
  ["wikipedia", "Wikipedia portal"],
  ["wikisource", "Multilingual Wikisource"],
]);

/** The sites that are about Wikimedia itself. */
const MOVEMENT: Family = { code: "movement", name: "Wikimedia movement" };

const MOVEMENT_PROJECTS = new Map([
  ["wikimedia", "Wikimedia portal"],
  ["wikimediafoundation", "Wikimedia Foundation"],
]);

/** The sites of wikimedia.org that are no chapters. */
const MOVEMENT_SITES = new Map([
  ["advisory", "Advisory Board"],
  ["fdc", "Funds Dissemination Committee"],
  ["fixcopyright", "Fix Copyright"],
  ["foundation", "Foundation Governance"],
  ["in-tech", "Indic Tech"],
  ["meta", "Meta-Wiki"],
  ["noc", "Operations Center"],
  ["nyc", "Wikimedia New York City"],
  ["outreach", "Outreach"],
  ["slo", "Wikimedia Slovenia"],
  ["strategy", "Strategic Planning"],
  ["usability", "Usability Initiative"],
  ["wb", "Wikimedia West Bengal"],
  ["wikimania", "Wikimania"],
  ["wikitech", "Wikitech"],
]);

/** Whatever else appears in the dumps. */
const OTHER: Family = { code: "other", name: "Others" };

/** Tells what a project is called, as `de.wikipedia`, `commons.wikimedia` or `wikidata`. */
export function projectName(project: string): ProjectName {
  const named = (family: Family, name: string, isKnown = true): ProjectName => ({
    project,
    family,
    language: undefined,
    own: name,
    english: name,
    isKnown,
  });
  const shared = SHARED_PROJECTS.get(project);
  if (shared !== undefined) return named(SHARED, shared);
  const movement = MOVEMENT_PROJECTS.get(project);
  if (movement !== undefined) return named(MOVEMENT, movement);

  const dot = project.indexOf(".");
  const [site, code] = dot < 0 ? [project, ""] : [project.slice(0, dot), project.slice(dot + 1)];
  if (code === "wikimedia") {
    return named(MOVEMENT, MOVEMENT_SITES.get(site) ?? `Wikimedia ${countryOf(site) ?? site}`);
  }
  const name = FAMILIES.get(code);
  if (name === undefined) return named(OTHER, project === "" ? "Unknown" : project, false);
  const language = languageOf(site);
  const english = `${language.english} ${name}`;
  // Of an unknown language, the code is all that is known.
  const isKnown = language.english !== site;
  return { project, family: { code, name }, language, own: language.autonym, english, isKnown };
}

/** Sums the domains of an hour up as projects, the most viewed first. */
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
    Number(a.code === OTHER.code) - Number(b.code === OTHER.code) || b.views - a.views
  );
}

/** The country of a chapter, by the name of its site. */
function countryOf(site: string): string | undefined {
  if (!/^[a-z]{2}$/.test(site)) return undefined;
  return new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }).of(site.toUpperCase());
}
