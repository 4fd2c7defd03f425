import type { Hour } from "../../../core/mod.ts";
import type { JobRecord } from "./job_record.ts";

/**
 * Who comes next: jobs of one hour, for which people wait, in the order in which they came; and
 * ranges, which take turns hour by hour, so that none blocks another.
 */
export class Turns {
  readonly #singles: Set<JobRecord> = new Set();
  readonly #ranges: Set<JobRecord> = new Set();

  /** All jobs that have not come to their ends. */
  *jobs(): Generator<JobRecord> {
    yield* this.#singles;
    yield* this.#ranges;
  }

  /** A job has come. */
  add(job: JobRecord): void {
    (job.length === 1 ? this.#singles : this.#ranges).add(job);
  }

  /** A job has come to its end. */
  remove(job: JobRecord): void {
    this.#singles.delete(job);
    this.#ranges.delete(job);
  }

  /**
   * The next hour that is a job by itself.
   *
   * @param isTaken Whether an hour must not be begun now.
   * @returns An hour that has not been begun, `undefined` if there is none.
   */
  nextSingle(isTaken: (hour: Hour) => boolean): Hour | undefined {
    for (const job of this.#singles) {
      const hour = firstOf(job, isTaken);
      if (hour !== undefined) return hour;
    }
  }

  /**
   * The next hour of the range whose turn it is.
   *
   * @param isTaken Whether an hour must not be begun now.
   * @returns An hour that has not been begun, `undefined` if there is none.
   */
  nextOfRanges(isTaken: (hour: Hour) => boolean): Hour | undefined {
    for (const job of this.#ranges) {
      const hour = firstOf(job, isTaken);
      if (hour === undefined) continue;
      // To the end of the row.
      this.#ranges.delete(job);
      this.#ranges.add(job);
      return hour;
    }
  }
}

function firstOf(job: JobRecord, isTaken: (hour: Hour) => boolean): Hour | undefined {
  for (const place of job.unbegun) {
    const hour = job.hourAt(place);
    if (!isTaken(hour)) return hour;
  }
}
