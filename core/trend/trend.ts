import type { StoredReport } from "../archive/open.ts";
import { TimeSlice } from "../async/time_slice.ts";
import { compareText } from "../dump/bytes.ts";
import type { Edition } from "../rank/edition.ts";
import { reportDomainIn } from "../report/report.ts";
import type { Period } from "../time/period.ts";
import { DomainPast, type RisenPage } from "./domain_past.ts";
import type { TableDomain } from "./table.ts";

/** What rises in a period. */
export interface Trend {
  period: Period;
  edition: Edition;
  /** The stored periods that it was compared with, in order. */
  past: Period[];
  /** Its domains by the bytes of their codes, in each the pages that rose, the steepest first. */
  domains: TableDomain<RisenPage>[];
}

/** Options of {@linkcode readTrend}. */
export interface TrendOptions {
  /** Tells whether a domain is wanted, by its code. */
  isWanted: (code: string) => boolean;
  /**
   * How many pages of a domain at most.
   *
   * @default {Infinity}
   */
  top?: number | undefined;
}

/** So many domains are read one by one, more with the whole report. */
const FEW = 20;

/**
 * Reads what rises in a period.
 *
 * @param current The report of the period.
 * @param past The reports that it is compared with, see `findPast`.
 * @param options What of it.
 * @returns The rises; a domain is in it even if nothing rose there.
 * @throws {ReplacedReportError} If a report is not there any more as its manifest has it.
 */
export async function readTrend(
  current: StoredReport,
  past: readonly StoredReport[],
  { isWanted, top = Infinity }: TrendOptions,
): Promise<Trend> {
  const { period, edition, manifest } = current;
  const codes = Object.keys(manifest.domain_views).filter(isWanted).sort(compareText);
  const open = (report: StoredReport) => codes.length > FEW ? report.loaded() : report;
  const slice = new TimeSlice();
  const domains = new Map<string, DomainPast>();
  const now = await open(current);
  for (const code of codes) {
    await slice.check();
    domains.set(code, new DomainPast(await now.pages(code)));
  }
  // One report after the other: no more of one is kept than the views of the pages asked about.
  for (const report of past) {
    const earlier = await open(report);
    for (const [code, domain] of domains) {
      await slice.check();
      domain.add(await earlier.pages(code));
    }
  }
  return {
    period,
    edition,
    past: past.map(({ period }) => period),
    domains: codes.map((code) => ({
      ...reportDomainIn(edition, { code, views: manifest.domain_views[code]!, pages: [] }),
      pages: domains.get(code)!.rises().slice(0, top),
    })),
  };
}
