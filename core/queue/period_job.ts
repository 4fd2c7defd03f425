import type { ProduceOptions } from "../produce/produce.ts";
import { type Edition, EDITIONS } from "../rank/edition.ts";
import { TIES, type Ties } from "../rank/page.ts";
import { daysOf, parsePeriod, type Period, type Unit } from "../time/period.ts";

/** A period that some machine is to make, and how. */
export interface PeriodJob extends Required<Pick<ProduceOptions, "rebuild" | "missing">> {
  /** The period. */
  period: Period;
  /** The editions to make of it. */
  editions: readonly Edition[];
  /** The last rank to keep. */
  top: number;
  /** What becomes of pages with equal views. */
  ties: Ties;
  /** Where the denylist is, `none` for none; a path has to lead to it on every machine. */
  denylist: string;
  /** Whether to compare the views of each domain with the hour's file of totals. */
  crossCheck: boolean;
  /** Whether it waits until no job is left for any of its days, whose sums it may then use. */
  afterDays: boolean;
  /** Where in a trace it was sent, as W3C's Trace Context writes it, if somebody follows it. */
  trace?: Readonly<Record<string, string>> | undefined;
}

const REBUILDS: readonly PeriodJob["rebuild"][] = ["never", "if-changed", "always"];
const MISSING: readonly PeriodJob["missing"][] = ["skip", "fail"];

/** A job as plain data, as it lies in a queue. */
export type JobData = Omit<PeriodJob, "period"> & { period: string; unit: Unit };

/** What makes two jobs the same: their period, their editions and how it is made. */
export function jobKey({ period, editions, ...how }: PeriodJob): string {
  const { top, ties, denylist, crossCheck, rebuild, missing } = how;
  const names = { top, ties, denylist, crossCheck, rebuild, missing };
  const written = Object.entries(names).map(([name, value]) => `${name}=${value}`);
  return [period, [...editions].sort().join("+"), ...written].join(" ");
}

/** The jobs of the days of a week or month, made as it is. */
export function dayJobs(job: PeriodJob): PeriodJob[] {
  return daysOf(job.period).map((period) => ({ ...job, period, afterDays: false }));
}

/** A job as plain data. */
export function toData(job: PeriodJob): JobData {
  return { ...job, period: job.period.label, unit: job.period.unit };
}

/**
 * Reads a job, which may come from another version of the program.
 *
 * @throws {RangeError} If it is none.
 */
export function fromData(data: unknown): PeriodJob {
  const { period, editions, top, ties, denylist, crossCheck, rebuild, missing, afterDays } =
    (data ?? {}) as Record<keyof PeriodJob, unknown>;
  const isRight = Array.isArray(editions) && editions.length > 0 &&
    editions.every((edition) => EDITIONS.includes(edition)) && Number.isSafeInteger(top) &&
    isOneOf(TIES, ties) && typeof denylist === "string" && typeof crossCheck === "boolean" &&
    isOneOf(REBUILDS, rebuild) && isOneOf(MISSING, missing) && typeof afterDays === "boolean";
  if (!isRight || typeof period !== "string") {
    throw new RangeError(
      "Cannot read a job of the queue: it is of another version of wikitop; update this program",
    );
  }
  const { trace } = data as Pick<PeriodJob, "trace">;
  const how = {
    top: top as number,
    ties,
    denylist,
    crossCheck,
    rebuild,
    missing,
    afterDays,
    trace,
  };
  return { period: parsePeriod(period), editions, ...how };
}

function isOneOf<Value>(values: readonly Value[], value: unknown): value is Value {
  return values.includes(value as Value);
}
