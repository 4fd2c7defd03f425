import type { Access, Domain, Edition, Pages, Top, TopPage } from "../data/answers.ts";

/** What is listed of an answer. */
export interface Listed {
  /** The domain, with those of its pages that are listed, ranked among each other. */
  domain: Domain;
  edition: Edition;
  /** How many pages are left out that are no articles, `undefined` if the answer cannot tell. */
  hidden: number | undefined;
  /** Whether desktop and mobile were added up here, out of two lists. */
  isAdded: boolean;
}

/** Which part of an answer is wanted. */
export interface Part {
  access: Access | undefined;
  pages: Pages;
}

/** The accesses that can be had of an answer. */
export function accessesOf({ edition, domains }: Top): Access[] {
  const there = domains.map(({ access }) => access);
  if (isSummed(edition)) return ["all", "desktop", "mobile"];
  return there.includes("all") ? there : ["all", ...there];
}

/** What is to be listed of an answer; `undefined` if it has nothing of the kind. */
export function listedOf(top: Top, { access, pages }: Part): Listed | undefined {
  const { edition } = top;
  const domains = ofBusiestProject(top.domains);
  const isAdded = access === "all" && !domains.some((domain) => domain.access === "all");
  const domain = isAdded ? addUp(domains) : pickDomain(domains, access);
  if (domain === undefined) return undefined;
  const isOfArticles = edition.endsWith("articles");
  if (pages === "all" || isOfArticles) {
    return { domain, edition, hidden: isOfArticles ? undefined : 0, isAdded };
  }
  const articles = domain.pages.filter(isArticle);
  const hidden = domain.pages.length - articles.length;
  // Their order is that of all pages, so that these are their ranks among articles.
  const ranked = hidden === 0 ? articles : articles.map((page, i) => ({ ...page, rank: i + 1 }));
  return { domain: { ...domain, pages: ranked }, edition, hidden, isAdded };
}

/** The domains of the most viewed project, where a pattern was asked for that matches several. */
function ofBusiestProject(domains: readonly Domain[]): readonly Domain[] {
  const views = new Map<string, number>();
  for (const one of domains) views.set(one.project, (views.get(one.project) ?? 0) + one.views);
  if (views.size < 2) return domains;
  const [busiest] = [...views].sort(([, a], [, b]) => b - a)[0]!;
  return domains.filter(({ project }) => project === busiest);
}

/** Whether a page is an article, by its flags. */
export function isArticle({ flags }: TopPage): boolean {
  return !flags.split(" ").includes("not-article");
}

/** Whether an edition's domains are projects. */
export function isSummed(edition: Edition): boolean {
  return edition.startsWith("all");
}

/** Picks the domain that has an access, or else the sum, or the desktop one, or else any. */
export function pickDomain<Picked extends Pick<Domain, "access">>(
  domains: readonly Picked[],
  access: Access | undefined,
): Picked | undefined {
  const by = (wanted: Access | undefined) => domains.find((domain) => domain.access === wanted);
  return by(access) ?? by("all") ?? by("desktop") ?? domains[0];
}

/**
 * Adds up the lists of a project's accesses. A page that is in one of them alone has at least as many
 * views as there, and at most as many more as the last page of the other.
 */
function addUp(domains: readonly Domain[]): Domain | undefined {
  const [first, ...others] = domains;
  if (first === undefined) return undefined;
  const views = domains.reduce((sum, domain) => sum + domain.views, 0);
  const all = { ...first, domain_code: first.project, access: "all", views } as const;
  const pages = addPages(domains, ({ pages }) => pages).slice(0, lengthOf(domains));
  const denied = others.length === 0 ? first.denied : addPages(domains, ({ denied }) => denied);
  return { ...all, pages: pages.map((page, i) => ({ ...page, rank: i + 1 })), denied };
}

function lengthOf(domains: readonly Domain[]): number {
  return Math.max(...domains.map(({ pages }) => pages.length));
}

function addPages(
  domains: readonly Domain[],
  pagesOf: (domain: Domain) => readonly TopPage[],
): TopPage[] {
  const found = new Map<string, { page: TopPage; views: number; mobile: number; lists: number }>();
  for (const domain of domains) {
    for (const page of pagesOf(domain)) {
      const one = found.get(page.title) ?? { page, views: 0, mobile: 0, lists: 0 };
      one.views += page.views;
      if (domain.access === "mobile") one.mobile += page.views;
      one.lists++;
      found.set(page.title, one);
    }
  }
  const isWhole = (lists: number) => lists === domains.length;
  return [...found.values()]
    .sort((a, b) => b.views - a.views)
    .map(({ page, views, mobile, lists }) => ({
      ...page,
      views,
      mobile_share: isWhole(lists) && domains.length > 1 ? mobile / views : null,
      ...(!isWhole(lists) && { isAtLeast: true }),
    }));
}
