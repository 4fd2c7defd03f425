import { type Bytes, compareText } from "../dump/bytes.ts";
import type { RowSink } from "../dump/row_sink.ts";
import type { DeniedTitles } from "../deny/denied_titles.ts";
import type { Denylist } from "../deny/denylist.ts";
import { type Articles, articlesOf } from "../wiki/articles.ts";
import { projectOf } from "../wiki/project.ts";
import { createRanker } from "./create_ranker.ts";
import { DeniedTop } from "./denied_top.ts";
import { type Edition, isOfArticles, isOfProjects } from "./edition.ts";
import type { RankedPage, Ranker, Ties } from "./page.ts";
import { PageBudget } from "./page_budget.ts";
import { TitleMemory } from "./title_memory.ts";

/** Which pages rank, and how. */
export interface RankingOptions {
  /** The last rank to keep. */
  top: number;
  /** What becomes of pages with equal views. */
  ties: Ties;
  /** The pages to leave out; none if there is no denylist. */
  denylist: Denylist | undefined;
  /**
   * What a domain is, and which pages rank: those of a domain code, or all of a project.
   *
   * @default {"each"}
   */
  edition?: Edition | undefined;
}

/**
 * The top pages of all domains in a few pieces of memory, which go to another thread as they are:
 * hundreds of thousands of objects would keep both threads busy.
 *
 * Domains stand in the order of their codes' bytes, the pages of each in the order of their ranks,
 * and behind them its denied pages that would rank. Where domains are projects, their names stand in
 * the place of codes.
 */
export interface Tops {
  /** The domain codes. */
  codes: string[];
  /** How often all pages of each domain were viewed, denied ones among them. */
  domainViews: Float64Array<ArrayBuffer>;
  /** How many top pages each domain has. */
  pageCounts: Uint32Array<ArrayBuffer>;
  /** How many denied pages each domain has that would rank. */
  deniedCounts: Uint32Array<ArrayBuffer>;
  /** The rank of each page. */
  ranks: Uint32Array<ArrayBuffer>;
  /** How often each page was viewed. */
  views: Float64Array<ArrayBuffer>;
  /** Which part of each page's views was mobile, NaN where that is not said. */
  mobileShares: Float64Array<ArrayBuffer>;
  /** Where the title of each page ends in `titles`; it begins where the one before it ends. */
  titleEnds: Uint32Array<ArrayBuffer>;
  /** The titles, UTF-8, one behind the other. */
  titles: Bytes;
}

/** The top pages of one domain. */
export interface RankedDomain<Title = string> {
  /** The domain code, empty for Wikifunctions. */
  code: string;
  /** How often all its pages were viewed, denied ones among them. */
  views: number;
  /** Its top pages in the order of their ranks. */
  pages: RankedPage<Title>[];
  /**
   * The denied pages that would rank, with the ranks that they would have, at most 25; left out if
   * there are none.
   */
  denied?: RankedPage<Title>[];
}

/** Takes rows, of a dump or of a merge of several, and keeps the top pages of each domain. */
export class Ranking {
  /** The last rank to keep, and what becomes of pages with equal views. */
  readonly rule: Pick<RankingOptions, "top" | "ties">;

  readonly #options: RankingOptions;
  readonly #domains: Map<string, DomainRows> = new Map();
  readonly #budget = new PageBudget();
  readonly #titles = new TitleMemory();

  /** @throws {RangeError} If `top` is not a whole number from 1. */
  constructor(options: RankingOptions) {
    createRanker(options.ties, options.top); // Fails at once, rather than at the first row.
    this.#options = options;
    this.rule = options;
  }

  /** Where the rows of a domain go, by its code or, in an edition of projects, its project. */
  sinkOf(code: string): DomainRows {
    let rows = this.#domains.get(code);
    if (rows === undefined) {
      const { top, ties, denylist, edition = "each" } = this.#options;
      const isProject = isOfProjects(edition);
      const ranker = createRanker(ties, top, this.#budget, this.#titles);
      const titles = isProject ? denylist?.titlesOfProject(code) : denylist?.titles(code);
      const project = isProject ? code : projectOf(code).project;
      rows = new DomainRows(ranker, {
        denied: titles && { titles, top: new DeniedTop({ top, ties }, ranker, this.#titles) },
        articles: isOfArticles(edition) ? articlesOf(project) : undefined,
      });
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

  /** How many rows were handed over that the denylist leaves out. */
  get denied(): number {
    return this.#sum((rows) => rows.deniedRows);
  }

  /** The top pages of all domains so far. */
  tops(): Tops {
    const domains = [...this.#domains].sort(([a], [b]) => compareText(a, b));
    const ranked = domains.map(([_, rows]) => rows.pages());
    const denied = domains.map(([_, rows], i) => rows.deniedPages(ranked[i]!));
    const pages = ranked.flatMap((pages, i) =>
      denied[i]!.length > 0 ? [pages, denied[i]!] : [pages]
    );
    const [pageCount, byteCount] = sizesOf(pages);
    const tops = {
      codes: domains.map(([code]) => code),
      domainViews: Float64Array.from(domains, ([_, rows]) => rows.views),
      pageCounts: Uint32Array.from(ranked, ({ length }) => length),
      deniedCounts: Uint32Array.from(denied, ({ length }) => length),
      ranks: new Uint32Array(pageCount),
      views: new Float64Array(pageCount),
      mobileShares: new Float64Array(pageCount),
      titleEnds: new Uint32Array(pageCount),
      titles: new Uint8Array(byteCount),
    };
    let [page, end] = [0, 0];
    for (const part of pages) {
      for (const { rank, views, title, mobileShare = NaN } of part) {
        tops.ranks[page] = rank;
        tops.views[page] = views;
        tops.mobileShares[page] = mobileShare;
        for (let i = 0; i < title.length; i++) tops.titles[end++] = title[i]!;
        tops.titleEnds[page++] = end;
      }
    }
    return tops;
  }

  #sum(count: (rows: DomainRows) => number): number {
    return [...this.#domains.values()].reduce((total, rows) => total + count(rows), 0);
  }
}

/** How many pages there are, and how many bytes their titles have. */
function sizesOf(parts: readonly RankedPage<Uint8Array>[][]): [number, number] {
  let [pages, bytes] = [0, 0];
  for (const part of parts) {
    pages += part.length;
    for (const { title } of part) bytes += title.length;
  }
  return [pages, bytes];
}

/** The memory of tops, to be moved to another thread. */
export function buffersOf(tops: Tops): ArrayBuffer[] {
  const { codes: _, ...arrays } = tops;
  return Object.values(arrays).map(({ buffer }) => buffer);
}

/** A domain, and how many top pages it has. */
export type DomainSize = Pick<RankedDomain, "code" | "views"> & { pages: { length: number } };

/** The sizes of the domains of tops, for which no page needs to be made. */
export function domainSizes({ codes, domainViews, pageCounts }: Tops): DomainSize[] {
  return codes.map((code, i) => ({
    code,
    views: domainViews[i]!,
    pages: { length: pageCounts[i]! },
  }));
}

/** The domains of tops one after the other; bytes of a title that are no UTF-8 become U+FFFD. */
export function* domainsOf(tops: Tops): Generator<RankedDomain> {
  let page = 0;
  let start = 0;
  const take = (count: number) => {
    const pages: RankedPage[] = [];
    for (const last = page + count; page < last; page++) {
      const end = tops.titleEnds[page]!;
      const title = decodeTitle(tops.titles.subarray(start, end));
      const mobileShare = tops.mobileShares[page]!;
      const ranked = { rank: tops.ranks[page]!, views: tops.views[page]!, title };
      pages.push(Number.isNaN(mobileShare) ? ranked : { ...ranked, mobileShare });
      start = end;
    }
    return pages;
  };
  for (const [i, code] of tops.codes.entries()) {
    const pages = take(tops.pageCounts[i]!);
    const denied = take(tops.deniedCounts[i]!);
    const domain = { code, views: tops.domainViews[i]!, pages };
    yield denied.length === 0 ? domain : { ...domain, denied };
  }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A title as text; bytes that are no UTF-8 become U+FFFD. */
export function decodeTitle(title: Uint8Array): string {
  // Most titles are short and ASCII, for which a decoder's call costs more than its work.
  if (title.length > 64) return decoder.decode(title);
  let text = "";
  for (let i = 0; i < title.length; i++) {
    if (title[i]! >= 0x80) return decoder.decode(title);
    text += String.fromCharCode(title[i]!);
  }
  return text;
}

/** What is denied in a domain, and the pages of it that would rank. */
interface DeniedRows {
  titles: DeniedTitles;
  top: DeniedTop;
}

/** Counts and ranks the rows of one domain. */
export class DomainRows implements RowSink {
  views = 0;
  deniedRows = 0;

  readonly denied: DeniedTitles | undefined;
  readonly #ranker: Ranker;
  readonly #deniedTop: DeniedTop | undefined;
  /** The pages that rank, if not all do. */
  readonly #articles: Articles | undefined;

  constructor(
    ranker: Ranker,
    { denied, articles }: { denied: DeniedRows | undefined; articles: Articles | undefined },
  ) {
    this.#ranker = ranker;
    this.denied = denied?.titles;
    this.#deniedTop = denied?.top;
    this.#articles = articles;
  }

  get floor(): number {
    return this.#ranker.floor;
  }

  /** Whether a page ranks if it has the views for it. */
  isRanked(bytes: Uint8Array, start: number, end: number): boolean {
    return this.denied?.has(bytes, start, end) !== true &&
      this.#articles?.has(bytes, start, end) !== false;
  }

  row(bytes: Uint8Array, start: number, end: number, views: number, mobile?: number): void {
    if (this.denied?.has(bytes, start, end) !== true) {
      return this.offer(bytes, start, end, views, mobile);
    }
    this.deniedRows++;
    if (views < this.#ranker.floor || this.#articles?.has(bytes, start, end) === false) return;
    this.#deniedTop!.offer(bytes, start, end, views, mobile);
  }

  /** Takes a row that is known not to be denied. */
  offer(bytes: Uint8Array, start: number, end: number, views: number, mobile?: number): void {
    if (views < this.#ranker.floor || this.#articles?.has(bytes, start, end) === false) return;
    this.#ranker.offer(bytes, start, end, views, mobile);
  }

  count(_rows: number, views: number): void {
    this.views += views;
  }

  pages(): RankedPage<Uint8Array>[] {
    return this.#ranker.pages();
  }

  /** The denied pages that would be among those that rank. */
  deniedPages(ranked: readonly RankedPage<Uint8Array>[]): RankedPage<Uint8Array>[] {
    return this.#deniedTop?.pages(ranked) ?? [];
  }
}
