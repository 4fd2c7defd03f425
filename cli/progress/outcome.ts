import { formatCount } from "../../core/format_count.ts";
import { whyIncomplete } from "../../core/archive/open.ts";
import { countMalformed } from "../../core/rank/dump_ranking.ts";
import { MissingDumpError, type Production } from "../../core/mod.ts";
import { describeError } from "../advice.ts";
import { formatBytes } from "../output/format_bytes.ts";

/** What became of an hour. */
export interface HourOutcome {
  /** `late` is an hour that is not published yet. */
  kind: "made" | "skipped" | "missing" | "late" | "failed";
  /** What to say of it. */
  message: string;
  /** Where its reports are, if it is finished. */
  locations?: readonly string[];
  /** How many bytes its dump has, 0 if it was not read. */
  bytes: number;
  /** How many lines its dump has. */
  lines: number;
  /** How many of these are malformed. */
  malformed: number;
  /** How often it was made in vain: another machine was done first. */
  lost?: number;
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
  /** How often hours were made in vain: another machine was done first. */
  lost?: number;
  /** How long it took. */
  seconds: number;
}

/** What became of the hours so far. */
export type Tally = Omit<RunSummary, "seconds">;

const NOTHING_READ = { bytes: 0, lines: 0, malformed: 0 };

/** The outcome of an hour that is finished. */
export function outcomeOf(production: Production): HourOutcome {
  const { made, report: { manifest }, reports, lost } = production;
  const locations = reports.map(({ location }) => location);
  if (!made && whyIncomplete(manifest) !== undefined) {
    const message = `made before of ${whyIncomplete(manifest)}, of which there still is no dump`;
    return { kind: "missing", message, locations, ...NOTHING_READ };
  }
  if (!made && lost > 0) {
    const message = "made on another machine meanwhile, whose report stands";
    return { kind: "skipped", message, locations, ...NOTHING_READ, lost };
  }
  if (!made) {
    return { kind: "skipped", message: "finished before, skipped", locations, ...NOTHING_READ };
  }
  const { rows, counts, sources, made: { seconds } } = manifest;
  const malformed = countMalformed(counts);
  const lack = whyIncomplete(manifest);
  return {
    kind: lack === undefined ? "made" : "missing",
    message: `made in ${seconds.toFixed(1)} s, ${formatCount(rows)} rows of ` +
      `${formatCount(counts.domains)} domains from ${formatCount(counts.lines)} lines` +
      note(malformed, "malformed") + note(counts.repeated, "repeated") +
      (lack === undefined ? "" : `; not finished: it is of ${lack}`),
    locations,
    bytes: sources.reduce((sum, { bytes }) => sum + bytes, 0),
    lines: counts.lines,
    malformed,
    ...lost > 0 && { lost },
  };
}

/** The outcome of an hour that is not finished; whether one without a dump counts as failed is said. */
export function failureOf(error: Error, missing: "skip" | "fail"): HourOutcome {
  const kind = !(error instanceof MissingDumpError) || missing === "fail"
    ? "failed"
    : error.published === "not yet"
    ? "late"
    : "missing";
  return { kind, message: describeError(error), ...NOTHING_READ };
}

/** A summary of no hours, to which each outcome is added as it comes: a range may be long. */
export function emptyTally(): Tally {
  const hours = { made: 0, skipped: 0, missing: 0, late: 0, failed: 0 };
  return { hours, ...NOTHING_READ };
}

/** Adds what became of an hour. */
export function addOutcome(
  tally: Tally,
  { kind, bytes, lines, malformed, lost }: HourOutcome,
): void {
  tally.hours[kind]++;
  tally.bytes += bytes;
  tally.lines += lines;
  tally.malformed += malformed;
  if (lost !== undefined) tally.lost = (tally.lost ?? 0) + lost;
}

/** A summary in words, on one line. */
export function describeSummary(summary: RunSummary): string {
  const { hours, bytes, lines, malformed, seconds, lost = 0 } = summary;
  const counts = Object.entries(hours)
    .filter(([_, count]) => count > 0)
    .map(([kind, count]) => `${kind === "late" ? "not published yet" : kind} ${count}`);
  const read = `${formatBytes(bytes)}, ${formatCount(lines)} lines${note(malformed, "malformed")}`;
  const vain = note(lost, "made in vain, another machine was first");
  return `${counts.join(", ") || "nothing was done"}${vain}; ${read} in ${seconds.toFixed(1)} s`;
}

/** What is only said from the first on. */
function note(count: number, what: string): string {
  return count === 0 ? "" : `, ${formatCount(count)} ${what}`;
}
