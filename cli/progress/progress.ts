import type { Period, ProduceEvent } from "../../core/mod.ts";
import type { HourOutcome, RunSummary } from "./outcome.ts";

/** Tells people, or programs, how a run is getting on. */
export interface Progress {
  /** Something happened on the way to an hour. */
  event(hour: Period, event: ProduceEvent): void;
  /** An hour has come to its end. */
  done(hour: Period, outcome: HourOutcome): void;
  /** The run waits for an hour that is not published yet. */
  waiting(hour: Period, message: string): void;
  /** Something is about to be written to standard output, which may be the same terminal. */
  clear(): void;
  /** Something is to be said of the run as a whole, also if little is to be said. */
  note(message: string): void;
  /** The run has come to its end. */
  end(summary: RunSummary): void;
}
