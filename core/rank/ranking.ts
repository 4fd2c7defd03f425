import { type Bytes, compareText } from "../dump/bytes.ts";
import type { RowSink } from "../dump/row_sink.ts";
import type { DeniedTitles } from "../deny/denied_titles.ts";
import type { Denylist } from "../deny/denylist.ts";
import { createRanker } from "./create_ranker.ts";
import type { RankedPage, Ranker, Ties } from "./page.ts";
import { PageBudget } from "./page_budget.ts";

/** Which pages rank, and how. */
export interface RankingOptions {
  /** The last rank to keep. */
  top: number;
  /** What becomes of pages with equal views. */
  ties: Ties;
  /** The pages to leave out; none if there is no denylist. */
  denylist: Denylist | undefined;
}

/**
 * The top pages of all domains in a few pieces of memory, which go to another thread as they are:
 * hundreds of thousands of objects would keep both threads busy.
 *
 * Domains stand in the order of their codes' bytes, the pages of each in the order of their ranks.
 */
export interface Tops {
  /** The domain codes. */
  codes: string[];
  /** How often all pages of each domain were viewed, denied ones among them. */
  domainViews: Float64Array<ArrayBuffer>;
  /** How many top pages each domain has. */
  pageCounts: Uint32Array<ArrayBuffer>;
  /** The rank of each page. */
  ranks: Uint32Array<ArrayBuffer>;
  /** How often each page was viewed. */
  views: Float64Array<ArrayBuffer>;
  /** Where the title of each page ends in `titles`; it begins where the one before it ends. */
  titleEnds: Uint32Array<ArrayBuffer>;
  /** The titles, UTF-8, one behind the other. */
  titles: Bytes;
}

/** The top pages of one domain. */
export interface RankedDomain {
  /** The domain code, empty for Wikifunctions. */
  code: string;
  /** How often all its pages were viewed, denied ones among them. */
  views: number;
  /** Its top pages in the order of their ranks. */
  pages: RankedPage[];
}

/** Takes rows, of a dump or of a merge of several, and keeps the top pages of each domain. */
export class Ranking {
  readonly #options: RankingOptions;
  readonly #domains: Map<string, DomainRows> = new Map();
  readonly #budget = new PageBudget();

  /** @throws {RangeError} If `top` is not a whole number from 1. */
  constructor(options: RankingOptions) {
    createRanker(options.ties, options.top); // Fails at once, rather than at the first row.
    this.#options = options;
  }

  /** Where the rows of a domain go, by its code. */
  sinkOf(code: string): RowSink {
    let rows = this.#domains.get(code);
    if (rows === undefined) {
      const { top, ties, denylist } = this.#options;
      rows = new DomainRows(denylist?.titles(code), createRanker(ties, top, this.#budget));
      this.#domains.set(code, rows);
    }
    return rows;
  }

  /** How many domains had rows. */
  get domains(): number {
    return this.#domains.size;
  }

  /** The views of all rows. */
  get views(): number {
    return this.#sum((rows) => rows.views);
  }

  /** How many rows the denylist left out. */
  get denied(): number {
    return this.#sum((rows) => rows.deniedRows);
  }

  /** The top pages of all domains so far. */
  tops(): Tops {
    const domains = [...this.#domains].sort(([a], [b]) => compareText(a, b));
    const counted = domains.map(([_, rows]) => rows.pages());
    const pages = counted.flat();
    const titles = new Uint8Array(pages.reduce((sum, { title }) => sum + title.length, 0));
    const titleEnds = new Uint32Array(pages.length);
    let end = 0;
    for (const [i, { title }] of pages.entries()) {
      titles.set(title, end);
      titleEnds[i] = end += title.length;
    }
    return {
      codes: domains.map(([code]) => code),
      domainViews: Float64Array.from(domains, ([_, rows]) => rows.views),
      pageCounts: Uint32Array.from(counted, ({ length }) => length),
      ranks: Uint32Array.from(pages, ({ rank }) => rank),
      views: Float64Array.from(pages, ({ views }) => views),
      titleEnds,
      titles,
    };
  }

  #sum(count: (rows: DomainRows) => number): number {
    return [...this.#domains.values()].reduce((total, rows) => total + count(rows), 0);
  }
}

/** The memory of tops, to be moved to another thread. */
export function buffersOf(tops: Tops): ArrayBuffer[] {
  const { domainViews, pageCounts, ranks, views, titleEnds, titles } = tops;
  return [domainViews, pageCounts, ranks, views, titleEnds, titles].map(({ buffer }) => buffer);
}

/** The domains of tops one after the other; bytes of a title that are no UTF-8 become U+FFFD. */
export function* domainsOf(tops: Tops): Generator<RankedDomain> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let page = 0;
  let start = 0;
  for (const [i, code] of tops.codes.entries()) {
    const pages: RankedPage[] = [];
    for (const last = page + tops.pageCounts[i]!; page < last; page++) {
      const end = tops.titleEnds[page]!;
      const title = decoder.decode(tops.titles.subarray(start, end));
      pages.push({ rank: tops.ranks[page]!, views: tops.views[page]!, title });
      start = end;
    }
    yield { code, views: tops.domainViews[i]!, pages };
  }
}

/** Counts and ranks the rows of one domain. */
class DomainRows implements RowSink {
  views = 0;
  deniedRows = 0;

  readonly denied: DeniedTitles | undefined;
  readonly #ranker: Ranker;

  constructor(denied: DeniedTitles | undefined, ranker: Ranker) {
    this.denied = denied;
    this.#ranker = ranker;
  }

  get floor(): number {
    return this.#ranker.floor;
  }

  row(bytes: Uint8Array, start: number, end: number, views: number): void {
    if (this.denied?.has(bytes, start, end)) this.deniedRows++;
    else this.#ranker.offer(bytes, start, end, views);
  }

  count(_rows: number, views: number): void {
    this.views += views;
  }

  pages(): RankedPage<Uint8Array>[] {
    return this.#ranker.pages();
  }
}
