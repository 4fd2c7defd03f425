import type { TopPage } from "../data/answers.ts";

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
