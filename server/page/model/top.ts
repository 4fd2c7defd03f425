import type { Access, Domain, TopPage } from "../data/answers.ts";

/** Picks the domain that has an access, or else the desktop one, or else any. */
export function pickDomain(
  domains: readonly Domain[],
  access: Access | undefined,
): Domain | undefined {
  const by = (wanted: Access | undefined) => domains.find((domain) => domain.access === wanted);
  return by(access) ?? by("desktop") ?? domains[0];
}

/** How many times the median of a list a bar may be long before it is shown broken. */
const LONGEST = 6;

/**
 * How many views a bar of full length stands for; bars of more are shown broken. A main page that
 * has a hundred times the views of all others would leave nothing of their bars.
 */
export function barScale(pages: readonly Pick<TopPage, "views">[]): number {
  const views = pages.map((page) => page.views).sort((a, b) => a - b);
  const median = views[Math.floor(views.length / 2)] ?? 1;
  return Math.max(views.findLast((one) => one <= LONGEST * median) ?? 1, 1);
}

/** The URL of an article, by its host and its title as the dumps write it. */
export function articleUrl(host: string, title: string): string {
  const encoded = encodeURIComponent(title.toWellFormed());
  // Browsers resolve these segments away, even if they are encoded.
  if (title.split("/").some((part) => part === "." || part === "..")) {
    return `https://${host}/w/index.php?title=${encoded}`;
  }
  return `https://${host}/wiki/${encoded.replace(/%(?:2F|3A|2C|40|3B|24)/g, decodeURIComponent)}`;
}
