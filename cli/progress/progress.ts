import { formatCount } from "../../core/mod.ts";
import type { Hour, ProductionEvent } from "../../core/mod.ts";
import { formatBytes } from "../format_bytes.ts";

/** What became of an hour. */
export interface HourOutcome {
  /** `late` is an hour that is not published yet. */
  kind: "made" | "skipped" | "missing" | "late" | "failed";
  /** What to say of it. */
  message: string;
  /** Where its report is, if it is finished. */
  location?: string;
  /** How many bytes its dump has, 0 if it was not read. */
  bytes: number;
  /** How many lines its dump has. */
  lines: number;
  /** How many of these are malformed. */
  malformed: number;
}

/** What became of all hours. */
export interface RunSummary {
  /** How many hours there were of each kind. */
  hours: Record<HourOutcome["kind"], number>;
  /** The bytes of the dumps that were read. */
  bytes: number;
  /** The lines of these dumps. */
  lines: number;
  /** The malformed lines among them. */
  malformed: number;
  /** How long it took. */
  seconds: number;
}

/** Tells people, or programs, how a run is getting on. */
export interface Progress {
  /** Something happened on the way to an hour. */
  event(hour: Hour, event: ProductionEvent): void;
  /** An hour has come to its end. */
  done(hour: Hour, outcome: HourOutcome): void;
  /** The run waits for an hour that is not published yet. */
  waiting(hour: Hour, message: string): void;
  /** Something is to be said of the run as a whole, also if little is to be said. */
  note(message: string): void;
  /** The run has come to its end. */
  end(summary: RunSummary): void;
}

/**
 * A summary in words.
 *
 * @param summary The summary.
 * @returns One line.
 */
export function describeSummary({ hours, bytes, lines, seconds }: RunSummary): string {
  const counts = Object.entries(hours)
    .filter(([_, count]) => count > 0)
    .map(([kind, count]) => `${kind === "late" ? "not published yet" : kind} ${count}`);
  const read = `${formatBytes(bytes)}, ${formatCount(lines)} lines`;
  return `${counts.join(", ") || "nothing was done"}; ${read} in ${seconds.toFixed(1)} s`;
}
