import { LRUCache } from "lru-cache";
import {
  type Hour,
  type HourRange,
  newestHour,
  openReport,
  presentHours,
  type Store,
  type StoredReport,
  type Wanted,
} from "../../core/mod.ts";

/** A stored hour that was asked for lately. */
export interface HotHour {
  /** Its report. */
  readonly report: StoredReport;
  /** Until when nobody needs to look whether the store has another one, by `performance.now()`. */
  freshUntil: number;
}

/** Options of {@linkcode HotHours}. */
export interface HotHoursOptions {
  /** The store. */
  store: Store;
  /** What reports have to be like; others are not there. */
  wanted: Wanted;
  /** How much memory the hours may take, in bytes. */
  bytes: number;
  /** For how long an hour is taken to be as it was, in milliseconds. */
  freshFor: number;
}

/** What a domain takes in the memory of an hour: its code, its views, its place; about. */
const DOMAIN_BYTES = 160;

/** The stored hours that are asked for most, so that their manifests are not read each time. */
export class HotHours {
  readonly #options: HotHoursOptions;
  readonly #hours: LRUCache<string, HotHour>;
  readonly #opening = new Map<string, Promise<HotHour | undefined>>();

  /**
   * Constructs a new instance.
   *
   * @param options Which hours, and how many.
   */
  constructor(options: HotHoursOptions) {
    this.#options = options;
    this.#hours = new LRUCache({
      maxSize: options.bytes,
      sizeCalculation: ({ report }) => (report.manifest.counts.domains + 10) * DOMAIN_BYTES,
    });
  }

  /**
   * Opens an hour. As long as the store has the same report, it is the same object.
   *
   * @param hour The hour.
   * @returns The hour, `undefined` if it is not stored as it has to be.
   */
  async open(hour: Hour): Promise<HotHour | undefined> {
    const key = hour.toString();
    const hot = this.#hours.get(key);
    if (hot !== undefined && performance.now() < hot.freshUntil) return hot;
    // Many may ask for the same hour at the same moment.
    let opening = this.#opening.get(key);
    if (opening === undefined) {
      opening = this.#look(hour, hot).finally(() => this.#opening.delete(key));
      this.#opening.set(key, opening);
    }
    return await opening;
  }

  /**
   * Lists the hours of a range that are stored.
   *
   * @param range The range.
   * @returns The hours in their order.
   */
  async list({ first, last }: HourRange): Promise<Hour[]> {
    const hours = await presentHours(this.#options.store, first, last);
    if (!this.#isPicky) return hours;
    const wanted: Hour[] = [];
    for (const hour of hours) if (await this.open(hour) !== undefined) wanted.push(hour);
    return wanted;
  }

  /**
   * Looks for the newest hour that is stored.
   *
   * @param now The present time.
   * @returns The hour, `undefined` if there is none.
   */
  async newest(now: Date): Promise<Hour | undefined> {
    const isWanted = async (hour: Hour) => await this.open(hour) !== undefined;
    return await newestHour(this.#options.store, now, this.#isPicky ? isWanted : undefined);
  }

  /**
   * Forgets an hour, whose report has turned out to be replaced.
   *
   * @param hour The hour.
   */
  forget(hour: Hour): void {
    this.#hours.delete(hour.toString());
  }

  /** Whether not every finished hour will do. */
  get #isPicky(): boolean {
    return Object.values(this.#options.wanted).some((value) => value !== undefined);
  }

  async #look(hour: Hour, hot: HotHour | undefined): Promise<HotHour | undefined> {
    const { store, wanted, freshFor } = this.#options;
    const report = await openReport(hour, store, wanted);
    const freshUntil = performance.now() + freshFor;
    if (report === undefined) {
      this.forget(hour);
      return undefined;
    }
    if (hot !== undefined && isSame(hot.report, report)) {
      hot.freshUntil = freshUntil;
      return hot;
    }
    const found = { report, freshUntil };
    this.#hours.set(hour.toString(), found);
    return found;
  }
}

/** The same rows may have been made from another dump, or with another denylist. */
function isSame(a: StoredReport, b: StoredReport): boolean {
  return a.manifest.file.sha256 === b.manifest.file.sha256 &&
    a.manifest.made.at === b.manifest.made.at;
}
