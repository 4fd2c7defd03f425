import type { Bytes } from "../dump/bytes.ts";
import type { MergeCounts } from "../merge/merge_counts.ts";
import type { SourceDump } from "../report/report.ts";
import type { Period } from "../time/period.ts";

/** Of which dumps a day was summed, and what was seen in them. */
export interface DaySumInfo {
  /** The dumps in the order of their hours, all 24. */
  sources: SourceDump[];
  /** What was seen in them. */
  counts: MergeCounts;
}

/** The sum of a day that was kept, which is a dump. */
export interface DaySum extends DaySumInfo {
  /** Its bytes. */
  body: ReadableStream<Bytes>;
}

/** Keeps the sums of days, so that a week or month need not read their dumps again. */
export interface DaySums {
  /** Opens the sum of a day, `undefined` if it is not kept. */
  open(day: Period): Promise<DaySum | undefined>;
  /**
   * Keeps the sum of a day; where there are too many, the oldest ones go.
   *
   * @throws {StoreError} If it cannot be kept.
   */
  keep(day: Period, sum: DaySum): Promise<void>;
}
