import { entryKey } from "../../../core/archive/layout.ts";
import { Limiter } from "../../../core/async/limiter.ts";
import type { Edition, Period, Store } from "../../../core/mod.ts";
import { DeadlyPeriodError } from "../errors.ts";

/** In as many processes that died of it, a period is tried. */
const MOST_DEATHS = 2;

const FOLDER = "making";
const EXTENSION = "json";

/** Options of {@linkcode CrashMarks}. */
export interface CrashMarksOptions {
  /** Where the marks are. */
  store: Store;
  /**
   * Where the reports are.
   *
   * @default the store of the marks
   */
  reports?: Store | undefined;
  /**
   * Which edition of a period is kept last.
   *
   * @default {"each"}
   */
  edition?: Edition | undefined;
  /** Called when a mark could not be written or removed; the period is made all the same. */
  onWarning: (warning: Error) => void;
}

/**
 * Marks in the store the periods that are being made, each by an entry of its own: one that is there
 * when a period is begun was left by a process that died meanwhile, for whoever lives removes it. One
 * of a period that was finished since then says nothing: the process died of something else.
 */
export class CrashMarks {
  readonly #options: CrashMarksOptions;
  /** For periods of which a process may have died: one at a time, so that it is plain which it was. */
  readonly #suspects = new Limiter(1);

  constructor(options: CrashMarksOptions) {
    this.#options = options;
  }

  /**
   * Does work on a period under a mark.
   *
   * @throws {DeadlyPeriodError} If processes died of the period too often.
   */
  async guard<Value>(period: Period, work: () => Promise<Value>): Promise<Value> {
    const key = `${FOLDER}/${period}`;
    const { store, reports = store, edition } = this.#options;
    // Who holds the lock is alive: several servers may share the store, and only one makes the period.
    const lock = await this.#try(`mark ${period.unit} "${period}"`, () => store.tryLock(key));
    if (lock === undefined) return await work();
    try {
      const mark = await this.#try(`read "${key}"`, () => store.readManifest(key));
      const report = await this.#try(`look for ${period.unit} "${period}"`, async () => ({
        version: await reports.manifestVersion(entryKey(period, edition)) ?? null,
      }));
      const isFinishedSince = mark !== undefined && mark.report !== undefined &&
        report !== undefined && report.version !== mark.report;
      const deaths = typeof mark?.deaths === "number" && !isFinishedSince ? mark.deaths : 0;
      if (deaths >= MOST_DEATHS) {
        throw new DeadlyPeriodError(period, deaths, store.locate(key, `${period}.*`));
      }
      const note = { deaths: deaths + 1, ...report && { report: report.version } };
      const workUnderMark = () => this.#workUnderMark(period, key, note, work);
      return await (deaths === 0 ? workUnderMark() : this.#suspects.run(workUnderMark));
    } finally {
      lock[Symbol.dispose]();
    }
  }

  async #workUnderMark<Value>(
    period: Period,
    key: string,
    note: { deaths: number; report?: string | null },
    work: () => Promise<Value>,
  ): Promise<Value> {
    const { store } = this.#options;
    await this.#try(`mark ${period.unit} "${period}"`, async () => {
      // If this process dies, there will be one more.
      await store.write(key, EXTENSION, new Uint8Array(), note);
    });
    try {
      return await work();
    } finally {
      await this.#try(
        `remove the mark of ${period.unit} "${period}"`,
        () => store.remove(key, [EXTENSION]),
      );
    }
  }

  async #try<Value>(action: string, work: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.#options.onWarning(new Error(`Cannot ${action}: ${error.message}`, { cause: error }));
    }
  }
}
