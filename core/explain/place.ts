import type { DeniedTitles } from "../deny/denied_titles.ts";
import { titlesMeant } from "../deny/titles_meant.ts";
import { compareBytes } from "../dump/bytes.ts";
import type { RowSink } from "../dump/row_sink.ts";
import { comparePages, type Page } from "../rank/page.ts";
import type { SummedRows } from "../rank/summed_rows.ts";

/** How many pages to show on each side of the one that is asked for. */
const AROUND = 3;

/** A page and where it stands among the pages of its domain, each with a rank of its own. */
export interface PlacedPage {
  /** The page's title. */
  title: string;
  /** How often the page was viewed. */
  views: number;
  /** Its rank, `null` if it is denied. */
  rank: number | null;
  /** The rank that it would have if no page were denied. */
  undenied: number;
}

/** The answer of {@linkcode pagePlace}. */
export interface PagePlace {
  /** The page. */
  page: PlacedPage;
  /** How many other pages have as many views, denied ones among them. */
  tied: number;
  /** Up to three pages on each side of it, denied ones among them, and the page itself. */
  around: PlacedPage[];
}

/**
 * Finds the place of a page in its domain, however far down.
 */
export function pagePlace(
  pages: SummedRows,
  title: Uint8Array,
  denied: DeniedTitles | undefined,
): PagePlace | undefined {
  const page = findPage(pages, title);
  if (page === undefined) return undefined;
  const isDenied = ({ title }: Page) => denied?.has(title, 0, title.length) ?? false;

  let undenied = 1;
  let rank = 1;
  let tied = -1;
  const ahead = new Nearest(-1);
  const behind = new Nearest(1);
  pages.replay({
    row(bytes, start, end, views) {
      if (views === page.views) tied++;
      const order = page.views - views || compareBytes(bytes, start, end, page.title);
      if (order > 0) behind.row(bytes, start, end, views);
      if (order >= 0) return;
      ahead.row(bytes, start, end, views);
      undenied++;
      if (!denied?.has(bytes, start, end)) rank++;
    },
  });

  const around = [...ahead.pages.toReversed(), page, ...behind.pages];
  let next = rank - ahead.pages.filter((page) => !isDenied(page)).length;
  const placed = around.map((page, i): PlacedPage => ({
    title: new TextDecoder("utf-8", { ignoreBOM: true }).decode(page.title),
    views: page.views,
    rank: isDenied(page) ? null : next++,
    undenied: undenied - ahead.pages.length + i,
  }));
  return { page: placed[ahead.pages.length]!, tied, around: placed };
}

function findPage(pages: SummedRows, title: Uint8Array): Page | undefined {
  let found: Page | undefined;
  pages.replay({
    row(bytes, start, end, views) {
      if (compareBytes(bytes, start, end, title) === 0) found = { title, views };
    },
  });
  return found;
}

/** Keeps the first few pages in the order of ranks, or the last few. */
class Nearest implements RowSink {
  readonly pages: Page[] = [];
  readonly #sign: 1 | -1;

  constructor(sign: 1 | -1) {
    this.#sign = sign;
  }

  row(bytes: Uint8Array, start: number, end: number, views: number): void {
    const last = this.pages[AROUND - 1];
    if (last !== undefined) {
      const order = last.views - views || compareBytes(bytes, start, end, last.title);
      if (order * this.#sign >= 0) return;
    }
    this.pages.push({ title: bytes.slice(start, end), views });
    this.pages.sort((a, b) => comparePages(a, b) * this.#sign);
    this.pages.length = Math.min(this.pages.length, AROUND);
  }
}

/**
 * Finds the page that a title means which somebody typed or copied from an address: written as the
 * dump has it, with spaces, or percent-encoded. That is what an entry of a denylist may be, and so
 * the rule of denylists reads it, too.
 *
 * @returns The title as the dump has it, `undefined` if there is no such page. A page of exactly
 * that title comes before others.
 */
export function findTitle(pages: SummedRows, typed: string): Uint8Array | undefined {
  const exact = new TextEncoder().encode(typed);
  const meant = titlesMeant(typed);
  let found: Uint8Array | undefined;
  pages.replay({
    row(bytes, start, end) {
      const isExact = compareBytes(bytes, start, end, exact) === 0;
      if (
        isExact ||
        (found === undefined && meant.some((title) => compareBytes(bytes, start, end, title) === 0))
      ) {
        found = bytes.slice(start, end);
      }
    },
  });
  return found;
}

/**
 * Guesses which page was meant by a title that no page has: one that differs by upper and lower
 * case only.
 */
export function similarTitle(pages: SummedRows, typed: string): string | undefined {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const wanted = typed.replaceAll(" ", "_").toLowerCase();
  let best = { title: undefined as string | undefined, views: 0 };
  pages.replay({
    row(bytes, start, end, views) {
      if (views <= best.views) return;
      const title = decoder.decode(bytes.subarray(start, end));
      if (title.toLowerCase() === wanted) best = { title, views };
    },
  });
  return best.title;
}
