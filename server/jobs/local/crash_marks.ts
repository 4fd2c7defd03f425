import { Limiter } from "../../../core/async/limiter.ts";
import type { Hour, Store } from "../../../core/mod.ts";
import { DeadlyHourError } from "../errors.ts";

/** In as many processes that died of it, an hour is tried. */
const MOST_DEATHS = 2;

const FOLDER = "making";
const EXTENSION = "json";

/** Options of {@linkcode CrashMarks}. */
export interface CrashMarksOptions {
  store: Store;
  /** Called when a mark could not be written or removed; the hour is made all the same. */
  onWarning: (warning: Error) => void;
}

/**
 * Marks in the store the hours that are being made, each by an entry of its own: one that is there when
 * an hour is begun was left by a process that died meanwhile, for whoever lives removes it.
 */
export class CrashMarks {
  readonly #options: CrashMarksOptions;
  /** For hours of which a process may have died: one at a time, so that it is plain which it was. */
  readonly #suspects = new Limiter(1);

  constructor(options: CrashMarksOptions) {
    this.#options = options;
  }

  /**
   * Does work on an hour under a mark.
   *
   * @throws {DeadlyHourError} If processes died of the hour too often.
   */
  async guard<Value>(hour: Hour, work: () => Promise<Value>): Promise<Value> {
    const key = `${FOLDER}/${hour}`;
    const { store } = this.#options;
    // Who holds the lock is alive: several servers may share the store, and only one makes the hour.
    const lock = await this.#try(`mark hour "${hour}"`, () => store.tryLock(key));
    if (lock === undefined) return await work();
    try {
      const mark = await this.#try(`read "${key}"`, () => store.readManifest(key));
      const deaths = typeof mark?.deaths === "number" ? mark.deaths : 0;
      const isDead = mark !== undefined && deaths >= MOST_DEATHS;
      if (isDead) throw new DeadlyHourError(hour, deaths, store.locate(key, `${hour}.*`));
      const workUnderMark = () => this.#workUnderMark(hour, key, deaths, work);
      return await (deaths === 0 ? workUnderMark() : this.#suspects.run(workUnderMark));
    } finally {
      lock[Symbol.dispose]();
    }
  }

  async #workUnderMark<Value>(
    hour: Hour,
    key: string,
    deaths: number,
    work: () => Promise<Value>,
  ): Promise<Value> {
    const { store } = this.#options;
    await this.#try(`mark hour "${hour}"`, async () => {
      // If this process dies, there will be one more.
      await store.write(key, EXTENSION, new Uint8Array(), { deaths: deaths + 1 });
    });
    try {
      return await work();
    } finally {
      await this.#try(`remove the mark of hour "${hour}"`, () => store.remove(key, [EXTENSION]));
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
