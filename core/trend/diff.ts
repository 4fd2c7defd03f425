import type { StoredReport } from "../archive/open.ts";
import { TimeSlice } from "../async/time_slice.ts";
import { compareText } from "../dump/bytes.ts";
import type { RankedPage } from "../rank/page.ts";
import type { Edition } from "../rank/edition.ts";
import { reportDomainIn } from "../report/report.ts";
import type { Period } from "../time/period.ts";
import type { TableDomain } from "./table.ts";

/** What became of a page between two lists: its rank is another, or it is in one of them alone. */
export const CHANGES = ["rose", "fell", "stayed", "came", "went"] as const;

/** One of {@linkcode CHANGES}. */
export type Change = typeof CHANGES[number];

/** A page in two lists; rank and views are `null` in the one that it is not in. */
export interface ChangedPage {
  title: string;
  change: Change;
  rankBefore: number | null;
  viewsBefore: number | null;
  rank: number | null;
  views: number | null;
}

/** What changed from one period to another. */
export interface Diff {
  before: Period;
  period: Period;
  edition: Edition;
  /** The last rank that both reports have, which is as far as they are compared. */
  top: number;
  /** The domains of either by the bytes of their codes; views are those of the later report. */
  domains: TableDomain<ChangedPage>[];
}

/**
 * Reads what changed between two reports.
 *
 * @param before The report that is compared with.
 * @param after The report that is looked at.
 * @param isWanted Tells whether a domain is wanted, by its code.
 * @throws {ReplacedReportError} If a report is not there any more as its manifest has it.
 */
export async function readDiff(
  before: StoredReport,
  after: StoredReport,
  isWanted: (code: string) => boolean,
): Promise<Diff> {
  const views = { ...before.manifest.domain_views, ...after.manifest.domain_views };
  const codes = Object.keys(views).filter(isWanted).sort(compareText);
  const top = Math.min(before.manifest.parameters.top, after.manifest.parameters.top);
  const [old, now] = [await before.loaded(), await after.loaded()];
  const within = (pages: RankedPage[]) => pages.filter(({ rank }) => rank <= top);
  const slice = new TimeSlice();
  const domains: TableDomain<ChangedPage>[] = [];
  for (const code of codes) {
    await slice.check();
    const pages = changesOf(within(await old.pages(code)), within(await now.pages(code)));
    const count = after.manifest.domain_views[code] ?? 0;
    const domain = reportDomainIn(after.edition, { code, views: count, pages: [] });
    domains.push({ ...domain, pages });
  }
  return { before: before.period, period: after.period, edition: after.edition, top, domains };
}

/** What became of the pages of two lists: those of the later one in its order, then those that went. */
export function changesOf(
  before: readonly RankedPage[],
  after: readonly RankedPage[],
): ChangedPage[] {
  const old = new Map(before.map((page) => [page.title, page]));
  const changed = after.map(({ title, rank, views }): ChangedPage => {
    const { rank: rankBefore = null, views: viewsBefore = null } = old.get(title) ?? {};
    old.delete(title);
    return { title, change: changeOf(rankBefore, rank), rankBefore, viewsBefore, rank, views };
  });
  const went = Array.from(old.values(), ({ title, rank, views }): ChangedPage => ({
    title,
    change: "went",
    rankBefore: rank,
    viewsBefore: views,
    rank: null,
    views: null,
  }));
  return [...changed, ...went];
}

function changeOf(before: number | null, after: number): Change {
  if (before === null) return "came";
  if (before === after) return "stayed";
  return before > after ? "rose" : "fell";
}
