import { type Family, familyOf, MOVEMENT, OTHER, SHARED } from "./family.ts";
import { type Language, languageOf } from "./language.ts";

/** How a project is called. */
export interface ProjectName {
  /** The project, as `de.wikipedia`. */
  project: string;
  /** Its family. */
  family: Family;
  /** Its language, `undefined` where it has none, or many. */
  language: Language | undefined;
  /** Its name in its own language, but for the family: `Deutsch`, or `Wikimedia Commons`. */
  own: string;
  /** Its whole name in English: `German Wikipedia`. */
  english: string;
}

const SHARED_PROJECTS: Record<string, string> = {
  "commons.wikimedia": "Wikimedia Commons",
  "incubator.wikimedia": "Wikimedia Incubator",
  "mediawiki": "MediaWiki",
  "species.wikimedia": "Wikispecies",
  "wikidata": "Wikidata",
  "wikifunctions": "Wikifunctions",
  "wikipedia": "Wikipedia portal",
  "wikisource": "Multilingual Wikisource",
};

const MOVEMENT_SITES: Record<string, string> = {
  "advisory": "Advisory Board",
  "fdc": "Funds Dissemination Committee",
  "fixcopyright": "Fix Copyright",
  "foundation": "Foundation Governance",
  "in-tech": "Indic Tech",
  "meta": "Meta-Wiki",
  "noc": "Operations Center",
  "nyc": "Wikimedia New York City",
  "outreach": "Outreach",
  "slo": "Wikimedia Slovenia",
  "strategy": "Strategic Planning",
  "usability": "Usability Initiative",
  "wb": "Wikimedia West Bengal",
  "wikimania": "Wikimania",
  "wikitech": "Wikitech",
};

/**
 * Tells how a project is called.
 *
 * @param project Its name, as `de.wikipedia`, `commons.wikimedia` or `wikidata`.
 * @returns What it is called.
 */
export function projectName(project: string): ProjectName {
  const named = (family: Family, own: string): ProjectName => ({
    project,
    family,
    language: undefined,
    own,
    english: own,
  });
  if (Object.hasOwn(SHARED_PROJECTS, project)) return named(SHARED, SHARED_PROJECTS[project]);
  if (project === "wikimediafoundation") return named(MOVEMENT, "Wikimedia Foundation");
  if (project === "wikimedia") return named(MOVEMENT, "Wikimedia portal");

  const dot = project.indexOf(".");
  const [site, code] = dot < 0 ? [project, ""] : [project.slice(0, dot), project.slice(dot + 1)];
  if (code === "wikimedia") {
    const known = Object.hasOwn(MOVEMENT_SITES, site) ? MOVEMENT_SITES[site] : undefined;
    return named(MOVEMENT, known ?? `Wikimedia ${countryOf(site) ?? site}`);
  }
  const family = familyOf(code);
  if (family === undefined) return named(OTHER, project === "" ? "Unknown" : project);
  const language = languageOf(site);
  const english = `${language.english} ${family.name}`;
  return { project, family, language, own: language.autonym, english };
}

/** The country of a chapter, by the name of its site. */
function countryOf(site: string): string | undefined {
  if (!/^[a-z]{2}$/.test(site)) return undefined;
  return new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }).of(site.toUpperCase());
}
