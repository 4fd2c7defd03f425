import type {
  Findings,
  FoundTops,
  History,
  TopPlace,
  WantedPage,
  WantedTops,
} from "../../core/archive/history.ts";
import { whyIncomplete } from "../../core/archive/open.ts";
import { type FoundPages, pageFinder } from "../../core/archive/page_history.ts";
import { codeFinder } from "../../core/archive/project_domains.ts";
import { TimeSlice } from "../../core/async/time_slice.ts";
import {
  type Edition,
  type Hour,
  type HourRange,
  type Period,
  reportDomainIn,
  type Row,
  type StoredReport,
} from "../../core/mod.ts";
import { columnsOf } from "../../core/report/columns.ts";
import { projectIn } from "../../core/report/report.ts";
import type { Reports } from "./on_demand.ts";

/** Looks back on the reports of the store. */
export class StoreHistory implements History {
  readonly kind = "store";
  readonly nothing = "nothing of that is stored";
  readonly #reports: Reports;

  constructor(reports: Reports) {
    this.#reports = reports;
  }

  async newest(): Promise<Hour | undefined> {
    return await this.#reports.newest();
  }

  async page(
    { project, unit, title }: WantedPage,
    range: HourRange,
  ): Promise<Findings<FoundPages>> {
    const all = await this.#reports.listPeriods({ unit, edition: "each", ...range });
    // Of many projects whole reports are read.
    const count = project.includes("*") ? 1 : Infinity;
    // No hour lacks one, and hundreds need not be opened twice.
    const isSimple = unit === "hour" && count > 1;
    const periods = isSimple ? all : await this.#newestOf(all, "each", count);
    return await this.#read(periods, "each", pageFinder(project, title));
  }

  async tops(
    { project, unit, edition, last, top }: WantedTops,
    range: HourRange,
  ): Promise<Findings<FoundTops>> {
    const codesOf = codeFinder(project);
    const read = async (report: StoredReport) => {
      const tops: FoundTops["tops"] = new Map();
      for (const code of codesOf(report)) {
        const pages = (await report.pages(code)).filter(({ rank }) => rank <= top);
        const domain = reportDomainIn(edition, { code, views: 0, pages: [] });
        tops.set(code, pages.map((page) => placeOf({ report, domain, page })));
      }
      return { period: report.period.label, tops };
    };
    const periods = await this.#reports.listPeriods({ unit, edition, ...range });
    return await this.#read(await this.#newestOf(periods, edition, last), edition, read);
  }

  /** The newest so many of some periods that lack no hour. */
  async #newestOf(periods: readonly Period[], edition: Edition, count: number): Promise<Period[]> {
    const found: Period[] = [];
    for (const period of periods.toReversed()) {
      if (found.length === count) break;
      const report = (await this.#reports.find(period, edition))?.report;
      if (report !== undefined && whyIncomplete(report.manifest) === undefined) found.push(period);
    }
    return found.reverse();
  }

  /** Reads from each report that is there; one that is gone meanwhile, or not finished, is not. */
  async #read<Found>(
    periods: readonly Period[],
    edition: Edition,
    read: (report: StoredReport) => Promise<Found>,
  ): Promise<Findings<Found>> {
    const found: Found[] = [];
    let codes: string[] = [];
    const slice = new TimeSlice();
    for (const period of periods) {
      await slice.check();
      const one = await this.#reports.read(period, async (report) => {
        codes = Object.keys(report.manifest.domain_views);
        return await read(report);
      }, edition);
      if (one !== undefined) found.push(one);
    }
    const names = codes.flatMap((code) => [code, projectIn(edition, code).project]);
    return { found, names: () => Promise.resolve(names) };
  }
}

const COLUMNS = columnsOf("page");

function placeOf(row: Row): TopPlace {
  return Object.fromEntries(
    COLUMNS.map(({ name, read }) => [name, read(row)]),
  ) as unknown as TopPlace;
}
