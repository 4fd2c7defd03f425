import type { Period } from "../../../core/mod.ts";
import type { JobRecord } from "./job_record.ts";

/** So many periods by themselves go before one of a range that waits. */
const SINGLES_IN_A_ROW = 3;

/**
 * Which period is made next: jobs of one period, for which people wait, in the order in which they
 * came; and ranges, which take turns period by period, so that none blocks another. However many
 * single ones there are, now and then it is a range's turn.
 */
export class FairScheduler {
  readonly #singles: Set<JobRecord> = new Set();
  readonly #ranges: Set<JobRecord> = new Set();
  #singlesInARow = 0;

  /** All jobs that have not come to their ends. */
  *jobs(): Generator<JobRecord> {
    yield* this.#singles;
    yield* this.#ranges;
  }

  add(job: JobRecord): void {
    (job.length === 1 ? this.#singles : this.#ranges).add(job);
  }

  remove(job: JobRecord): void {
    this.#singles.delete(job);
    this.#ranges.delete(job);
  }

  /** Whether it is the turn of the ranges, for many single ones went before them. */
  get isTurnOfRanges(): boolean {
    return this.#ranges.size > 0 && this.#singlesInARow >= SINGLES_IN_A_ROW;
  }

  /** A period that somebody waits for by itself goes before the ranges. */
  countSingle(): void {
    this.#singlesInARow++;
  }

  /** A period of a range goes. */
  countOfRange(): void {
    this.#singlesInARow = 0;
  }

  /** The next period that is a job by itself and has not been begun, unless it must not be begun now. */
  nextSingle(isTaken: (period: Period) => boolean): Period | undefined {
    for (const job of this.#singles) {
      const period = firstOf(job, isTaken);
      if (period !== undefined) return period;
    }
  }

  /** The next period, by the same rules, of the range whose turn it is. */
  nextOfRanges(isTaken: (period: Period) => boolean): Period | undefined {
    for (const job of this.#ranges) {
      const period = firstOf(job, isTaken);
      if (period === undefined) continue;
      // To the back of the queue.
      this.#ranges.delete(job);
      this.#ranges.add(job);
      return period;
    }
  }
}

function firstOf(job: JobRecord, isTaken: (period: Period) => boolean): Period | undefined {
  for (const index of job.unbegun) {
    const period = job.periodAt(index);
    if (!isTaken(period)) return period;
  }
}
