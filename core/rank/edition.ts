/** How readers are put together: `each` domain code by itself, or `all` of a project. */
export type AccessEdition = "each" | "all";

/** Which pages rank: `all`, or `articles` alone. */
export type PagesEdition = "all" | "articles";

/**
 * A way to put the rows of a period together. `each` ranks the pages of every domain code by itself,
 * `all` those of every project, desktop and mobile summed; `articles` and `all.articles` rank only
 * what is an article.
 */
export type Edition = "each" | "all" | "articles" | "all.articles";

/** All editions, the default first. */
export const EDITIONS: readonly Edition[] = ["each", "all", "articles", "all.articles"];

/** The edition of some readers and pages. */
export function editionOf(access: AccessEdition, pages: PagesEdition): Edition {
  if (pages === "all") return access;
  return access === "each" ? "articles" : "all.articles";
}

/** Whether the domains of an edition are projects, rather than domain codes. */
export function isOfProjects(edition: Edition): boolean {
  return edition === "all" || edition === "all.articles";
}

/** Whether articles alone rank in an edition. */
export function isOfArticles(edition: Edition): boolean {
  return edition === "articles" || edition === "all.articles";
}
