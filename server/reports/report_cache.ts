import { LRUCache } from "lru-cache";
import {
  type Criteria,
  Hour,
  type HourRange,
  listPeriods,
  newestHour,
  openReport,
  type Store,
  type StoredReport,
} from "../../core/mod.ts";

/** A stored report that was asked for lately. */
export interface CachedReport {
  readonly report: StoredReport;
  /** Tells it from other reports of the hour. */
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

/** What a domain takes in the memory of a report: its code, its views, its offsets; about. */
const DOMAIN_BYTES = 160;

/** The stored reports that are asked for most, so that their manifests are not read each time. */
export class ReportCache {
  readonly #options: ReportCacheOptions;
  readonly #reports: LRUCache<string, CachedReport>;
  /** Which manifests meet the criteria, so that each is read once; a store has 100,000 hours at most. */
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
   * Opens the report of an hour, `undefined` if there is none that meets the criteria. As long as the
   * store has the same report, it is the same object.
   */
  async open(hour: Hour): Promise<CachedReport | undefined> {
    const key = hour.toString();
    const cached = this.#reports.get(key);
    if (cached !== undefined && performance.now() < cached.freshUntil) return cached;
    // Many may ask for the same hour at the same moment.
    let opening = this.#opening.get(key);
    if (opening === undefined) {
      opening = this.#look(hour, cached).finally(() => this.#opening.delete(key));
      this.#opening.set(key, opening);
    }
    return await opening;
  }

  /** The stored hours of a range, in order. */
  async list({ first, last }: HourRange): Promise<Hour[]> {
    const periods = await listPeriods(this.#options.store, { first, last });
    const hours = periods.map(({ label }) => Hour.parse(label));
    if (!this.#hasCriteria) return hours;
    const found: Hour[] = [];
    for (const hour of hours) if (await this.#meetsCriteria(hour)) found.push(hour);
    return found;
  }

  /** The newest stored hour. */
  async newest(now: Date): Promise<Hour | undefined> {
    const isWanted = this.#hasCriteria ? (hour: Hour) => this.#meetsCriteria(hour) : undefined;
    return await newestHour(this.#options.store, now, isWanted);
  }

  /** Forgets the report of an hour, which has turned out to be replaced. */
  forget(hour: Hour): void {
    this.#reports.delete(hour.toString());
  }

  /** Whether not every finished hour will do. */
  get #hasCriteria(): boolean {
    return Object.values(this.#options.criteria).some((value) => value !== undefined);
  }

  async #meetsCriteria(hour: Hour): Promise<boolean> {
    const version = await this.#options.store.manifestVersion(hour.key);
    if (version === undefined) return false;
    const known = this.#verdicts.get(hour.key);
    if (known?.version === version) return known.isMet;
    const isMet = await this.#look(hour, this.#reports.get(hour.toString())) !== undefined;
    this.#verdicts.set(hour.key, { version, isMet });
    return isMet;
  }

  async #look(hour: Hour, cached: CachedReport | undefined): Promise<CachedReport | undefined> {
    const { store, criteria, freshFor } = this.#options;
    const report = await openReport(store, hour, criteria);
    const freshUntil = performance.now() + freshFor;
    if (report === undefined) {
      this.forget(hour);
      return undefined;
    }
    const version = versionOf(report);
    if (cached?.version === version) {
      cached.freshUntil = freshUntil;
      return cached;
    }
    const found = { report, version, freshUntil };
    this.#reports.set(hour.toString(), found);
    return found;
  }
}

/** The same rows may have been made from another dump, or with another denylist. */
export function versionOf({ manifest }: StoredReport): string {
  return `${manifest.made.at} ${manifest.file.sha256}`;
}
