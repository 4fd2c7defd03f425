import type { RankedPage } from "../rank/page.ts";

/** A page that had more views than it is used to. */
export interface RisenPage extends RankedPage {
  /** The median of its views in the past periods. */
  past: number;
  /** How many times that its views are. */
  rise: number;
  /** Whether that is so, or at least so: where it was in too few lists, nobody knows how few views it had. */
  isExact: boolean;
}

/**
 * The pages of a domain against their own past: what their views were in the lists of earlier periods.
 *
 * A page that is not in a list had no more views than the last one that is, and counts as that one.
 */
export class DomainPast {
  readonly #pages: readonly RankedPage[];
  /** For each page its views where it was in the list, and those of the last row where it was not. */
  readonly #known: number[][];
  readonly #bounds: number[][];

  /** Takes the pages that are asked about, in their order. */
  constructor(pages: readonly RankedPage[]) {
    this.#pages = pages;
    this.#known = pages.map(() => []);
    this.#bounds = pages.map(() => []);
  }

  /** Takes the list of an earlier period; a domain that had no views at all has an empty one. */
  add(list: readonly RankedPage[]): void {
    const views = new Map(list.map((page) => [page.title, page.views]));
    const last = Math.max(1, list.at(-1)?.views ?? 1);
    for (const [i, { title }] of this.#pages.entries()) {
      const known = views.get(title);
      if (known === undefined) this.#bounds[i]!.push(last);
      else this.#known[i]!.push(Math.max(1, known));
    }
  }

  /** The pages that rose, the steepest first; of equal ones the one with more views. */
  rises(): RisenPage[] {
    return this.#pages
      .map((page, i): RisenPage => {
        const [known, bounds] = [this.#known[i]!, this.#bounds[i]!];
        const past = medianOf([...known, ...bounds]);
        // It is known where no views at all, instead of the most there can be, give the same.
        const least = medianOf([...known, ...bounds.map(() => 0)]);
        return { ...page, past, rise: page.views / past, isExact: past === least };
      })
      .filter(({ rise }) => rise > 1)
      .sort((a, b) => b.rise - a.rise);
  }
}

/** A rise with so many decimals; what is at least so is not made more. */
export function roundRise({ rise, isExact }: RisenPage, decimals: number): number {
  const unit = 10 ** decimals;
  return (isExact ? Math.round(rise * unit) : Math.floor(rise * unit)) / unit;
}

/** A rise for people: `×8.2`, or `at least ×140`. */
export function describeRise(page: RisenPage): string {
  const rounded = page.rise < 10
    ? roundRise(page, 1).toFixed(1)
    : roundRise(page, 0).toLocaleString("en-US");
  return `${page.isExact ? "" : "at least "}×${rounded}`;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle]!;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
