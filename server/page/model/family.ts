/** What is known of a family of projects. */
export interface Family {
  /** Its name in the names of projects, as `wiktionary`. */
  code: string;
  /** What it is called. */
  name: string;
}

/** The families that have languages, as they are called, in the order in which they are listed. */
const FAMILIES: Record<string, string> = {
  wikipedia: "Wikipedia",
  wiktionary: "Wiktionary",
  wikiquote: "Wikiquote",
  wikibooks: "Wikibooks",
  wikisource: "Wikisource",
  wikinews: "Wikinews",
  wikiversity: "Wikiversity",
  wikivoyage: "Wikivoyage",
};

/** The projects that belong to no language. */
export const SHARED: Family = { code: "shared", name: "Shared projects" };

/** The sites of wikimedia.org that are about Wikimedia itself. */
export const MOVEMENT: Family = { code: "movement", name: "Wikimedia movement" };

/** Whatever appears in the dumps and nobody knows. */
export const OTHER: Family = { code: "other", name: "Others" };

/**
 * Finds a family that has languages.
 *
 * @param code Its name in the names of projects.
 * @returns The family, or `undefined` if there is none.
 */
export function familyOf(code: string): Family | undefined {
  return Object.hasOwn(FAMILIES, code) ? { code, name: FAMILIES[code] } : undefined;
}
