import type { TopPage } from "../data/top.ts";

/** How much longer than the middle one of a list a bar may be before it is shown broken. */
const LONGEST = 6;

/**
 * How many views a bar of full length stands for. A main page that has a hundred times the views of
 * all others would leave nothing of their bars: its own is shown broken then.
 *
 * @param pages The pages of a list.
 * @returns The views; bars of pages that have more are broken.
 */
export function barScale(pages: readonly TopPage[]): number {
  const views = pages.map((page) => page.views).sort((a, b) => a - b);
  const middle = views[Math.floor(views.length / 2)] ?? 1;
  return Math.max(views.findLast((one) => one <= LONGEST * middle) ?? 1, 1);
}
