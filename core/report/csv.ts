import { type Bytes, isUtf8 } from "../dump/bytes.ts";
import type { RankedPage } from "../rank/page.ts";
import { decodeTitle, type Tops } from "../rank/ranking.ts";
import { type Column, COLUMNS, NO_DOMAIN, NO_PAGE } from "./columns.ts";
import { CsvBytes } from "./csv_bytes.ts";
import { type Chunk, type EncodedReport, joinChunks } from "./encode.ts";
import { projectIn, type Report, type Row } from "./report.ts";

/** Writes a report as CSV, all columns of it if none are named. */
export function encodeCsv(
  report: Report,
  columns: readonly Column[] = COLUMNS,
): Generator<Chunk> {
  return encodeDomains(report, report.domains, ({ title }) => title, columns);
}

/** What is stored of a report: two files. */
export interface StoredForm {
  /** The report as CSV. */
  csv: EncodedReport;
  /** The denied pages that would rank, in the same form; left out if there are none. */
  denied?: Bytes;
}

/**
 * Writes what was just ranked, to the byte as {@linkcode encodeCsv} and {@linkcode encodeDenied} write
 * its report, without an object for each page.
 */
export async function encodeTops(report: Row["report"], tops: Tops): Promise<StoredForm> {
  const titleOf = ({ bytes, title }: TopPage) => isUtf8(bytes) ? bytes : title;
  const encode = (rows: "ranked" | "denied") =>
    joinChunks(encodeDomains(report, domainsIn(report, tops, rows), titleOf));
  const csv = await encode("ranked");
  if (tops.deniedCounts.every((count) => count === 0)) return { csv };
  return { csv, denied: (await encode("denied")).content };
}

/** The domains of tops with their pages, or those that have denied ones with these. */
function* domainsIn(report: Row["report"], tops: Tops, rows: "ranked" | "denied") {
  let start = 0;
  for (const [i, code] of tops.codes.entries()) {
    const denied = start + tops.pageCounts[i]!;
    const end = denied + tops.deniedCounts[i]!;
    const domain = { code, ...projectIn(report.edition, code), views: tops.domainViews[i]! };
    if (rows === "ranked") yield { ...domain, pages: TopPage.each(tops, start, denied) };
    else if (denied < end) yield { ...domain, pages: TopPage.each(tops, denied, end) };
    start = end;
  }
}

/** A page of tops, and then the next one: it is to be read before that. */
class TopPage implements RankedPage {
  readonly #tops: Tops;
  #page: number;

  private constructor(tops: Tops, page: number) {
    this.#tops = tops;
    this.#page = page;
  }

  static *each(tops: Tops, start: number, end: number): Generator<TopPage> {
    const page = new TopPage(tops, start);
    for (; page.#page < end; page.#page++) yield page;
  }

  get rank(): number {
    return this.#tops.ranks[this.#page]!;
  }

  get views(): number {
    return this.#tops.views[this.#page]!;
  }

  get mobileShare(): number | undefined {
    const share = this.#tops.mobileShares[this.#page]!;
    return Number.isNaN(share) ? undefined : share;
  }

  get bytes(): Bytes {
    const { titles, titleEnds } = this.#tops;
    return titles.subarray(titleEnds[this.#page - 1] ?? 0, titleEnds[this.#page]);
  }

  get title(): string {
    return decodeTitle(this.bytes);
  }
}

function* encodeDomains<Page extends RankedPage>(
  report: Row["report"],
  domains: Iterable<Row["domain"] & { pages: Iterable<Page> }>,
  titleOf: (page: Page) => string | Bytes,
  columns: readonly Column[] = COLUMNS,
): Generator<Chunk> {
  const csv = new CsvBytes();
  for (const { name } of columns) csv.field(name);
  csv.endLine();
  yield { bytes: csv.take() };
  // What is the same for many rows is written once: columns of a wider scope come first.
  const domainStart = columns.findIndex(({ scope }) => scope !== "report");
  const pageStart = columns.findIndex(({ scope }) => scope === "page");
  const ofDomain = columns.slice(domainStart, pageStart);
  const ofPage = columns.slice(pageStart);
  for (const { read } of columns.slice(0, domainStart)) {
    csv.field(read({ report, domain: NO_DOMAIN, page: NO_PAGE }));
  }
  const reportFields = csv.take();
  for (const domain of domains) {
    csv.fields(reportFields);
    for (const { read } of ofDomain) csv.field(read({ report, domain, page: NO_PAGE }));
    const domainFields = csv.take();
    for (const page of domain.pages) {
      const row = { report, domain, page };
      csv.fields(domainFields);
      for (const { name, read } of ofPage) csv.field(name === "title" ? titleOf(page) : read(row));
      csv.endLine();
    }
    yield { code: domain.code, bytes: csv.take() };
  }
}

/**
 * Writes the denied pages of a report that would rank, as {@linkcode encodeCsv} does those that
 * rank; `undefined` if there are none.
 */
export function encodeDenied(report: Report): Iterable<Chunk> | undefined {
  const domains = report.domains.flatMap(({ denied, ...domain }) =>
    denied === undefined ? [] : { ...domain, pages: denied }
  );
  return domains.length === 0 ? undefined : encodeCsv({ ...report, domains });
}
