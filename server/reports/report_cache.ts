import { LRUCache } from "lru-cache";
import { entryKey } from "../../core/archive/layout.ts";
import {
  type Criteria,
  type Edition,
  Hour,
  type HourRange,
  listPeriods,
  newestHour,
  openReport,
  type Period,
  type Store,
  type StoredReport,
  type Unit,
} from "../../core/mod.ts";

/** A stored report that was asked for lately. */
export interface CachedReport {
  readonly report: StoredReport;
  /** Tells it from other reports of the period. */
  readonly version: string;
  /** Until when nobody needs to look whether the store has another one, by `performance.now()`. */
  freshUntil: number;
}

/** Options of {@linkcode ReportCache}. */
export interface ReportCacheOptions {
  store: Store;
  /** What reports have to be like; others are not there. */
  criteria: Criteria;
  /** How much memory the reports may take, in bytes. */
  bytes: number;
  /** For how long a report is taken to be as it was, in milliseconds. */
  freshFor: number;
}

/** Options of {@linkcode ReportCache.listPeriods}. */
export interface ListPeriodsOptions {
  unit: Unit;
  edition: Edition;
  /** The first hour of the first period. */
  first: Hour;
  /** The last hour of the last period. */
  last: Hour;
}

/** What a domain takes in the memory of a report: its code, its views, its offsets; about. */
const DOMAIN_BYTES = 160;

/** The stored reports that are asked for most, so that their manifests are not read each time. */
export class ReportCache {
  readonly #options: ReportCacheOptions;
  readonly #reports: LRUCache<string, CachedReport>;
  /** Which manifests meet the criteria, so that each is read once; a store has some 100,000 at most. */
  readonly #verdicts = new Map<string, { version: string; isMet: boolean }>();
  readonly #opening = new Map<string, Promise<CachedReport | undefined>>();

  constructor(options: ReportCacheOptions) {
    this.#options = options;
    this.#reports = new LRUCache({
      maxSize: options.bytes,
      sizeCalculation: ({ report }) => (report.manifest.counts.domains + 10) * DOMAIN_BYTES,
    });
  }

  /**
   * Opens the report of a period, `undefined` if there is none that meets the criteria. As long as the
   * store has the same report, it is the same object.
   */
  async open(period: Period, edition: Edition = "each"): Promise<CachedReport | undefined> {
    const key = entryKey(period, edition);
    const cached = this.#reports.get(key);
    if (cached !== undefined && performance.now() < cached.freshUntil) return cached;
    // Many may ask for the same period at the same moment.
    let opening = this.#opening.get(key);
    if (opening === undefined) {
      opening = this.#look(period, edition, cached).finally(() => this.#opening.delete(key));
      this.#opening.set(key, opening);
    }
    return await opening;
  }

  /** The stored hours of a range, in order. */
  async list({ first, last }: HourRange): Promise<Hour[]> {
    const periods = await this.listPeriods({ unit: "hour", edition: "each", first, last });
    return periods.map(({ label }) => Hour.parse(label));
  }

  /** The stored periods of a unit whose hours all lie in a range, in order. */
  async listPeriods(options: ListPeriodsOptions): Promise<Period[]> {
    const periods = await listPeriods(this.#options.store, options);
    if (!this.#hasCriteria) return periods;
    const found: Period[] = [];
    for (const period of periods) {
      if (await this.#meetsCriteria(period, options.edition)) found.push(period);
    }
    return found;
  }

  /** The newest stored hour. */
  async newest(now: Date): Promise<Hour | undefined> {
    const isWanted = this.#hasCriteria
      ? (hour: Hour) => this.#meetsCriteria(hour, "each")
      : undefined;
    return await newestHour(this.#options.store, now, isWanted);
  }

  /** Forgets the report of a period, which has turned out to be replaced. */
  forget(period: Period, edition: Edition = "each"): void {
    this.#reports.delete(entryKey(period, edition));
  }

  /** Whether not every finished report will do. */
  get #hasCriteria(): boolean {
    return Object.values(this.#options.criteria).some((value) => value !== undefined);
  }

  async #meetsCriteria(period: Period, edition: Edition): Promise<boolean> {
    const key = entryKey(period, edition);
    const version = await this.#options.store.manifestVersion(key);
    if (version === undefined) return false;
    const known = this.#verdicts.get(key);
    if (known?.version === version) return known.isMet;
    const isMet = await this.#look(period, edition, this.#reports.get(key)) !== undefined;
    this.#verdicts.set(key, { version, isMet });
    return isMet;
  }

  async #look(
    period: Period,
    edition: Edition,
    cached: CachedReport | undefined,
  ): Promise<CachedReport | undefined> {
    const { store, criteria, freshFor } = this.#options;
    // One that lacks hours is shown, too, and says so.
    const report = await openReport(store, period, { ...criteria, edition, incomplete: true });
    const freshUntil = performance.now() + freshFor;
    if (report === undefined) {
      this.forget(period, edition);
      return undefined;
    }
    const version = versionOf(report);
    if (cached?.version === version) {
      cached.freshUntil = freshUntil;
      return cached;
    }
    const found = { report, version, freshUntil };
    this.#reports.set(entryKey(period, edition), found);
    return found;
  }
}

/** The same rows may have been made from another dump, or with another denylist. */
export function versionOf({ manifest }: StoredReport): string {
  return `${manifest.made.at} ${manifest.file.sha256}`;
}
