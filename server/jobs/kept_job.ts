import type { HourRange } from "../../core/mod.ts";
import { isFinal, type Job, type JobHour } from "./job.ts";
import { parseJobId } from "./job_id.ts";

const FINAL_STATES: ReadonlySet<unknown> = new Set(["done", "failed", "cancelled"]);
const STATES: ReadonlySet<unknown> = new Set(["queued", "running", ...FINAL_STATES]);
const FINAL_HOUR_STATES: ReadonlySet<unknown> = new Set(["done", "missing", "failed", "cancelled"]);

/** What the manifest of a kept job says of it. */
export interface KeptFacts {
  /** Its name. */
  job: string;
  /** What had become of it. */
  state: Job["state"];
  /** When it was accepted. */
  created: string;
}

/**
 * Reads what a manifest says of a job.
 *
 * @param id The job's name.
 * @param manifest The manifest, which may be anybody's.
 * @param now The present time.
 * @returns What it says and the hours of the job, `undefined` if it is not a job's manifest.
 */
export function readKeptFacts(
  id: string,
  manifest: Record<string, unknown>,
  now: Date,
): { range: HourRange; facts: KeptFacts } | undefined {
  const { job, state, created } = manifest;
  const range = parseJobId(id, now);
  if (range === undefined || job !== id || !STATES.has(state) || !isTime(created)) return undefined;
  return { range, facts: { job: id, state: state as Job["state"], created } };
}

/**
 * Reads a job that had come to its end.
 *
 * @param content The file's bytes, which may be anything.
 * @param id The job's name.
 * @param range The job's hours.
 * @returns The job, `undefined` if the file has none, or another one.
 */
export function readEndedJob(
  content: Uint8Array,
  id: string,
  { first, last }: HourRange,
): Job | undefined {
  let job: Job;
  try {
    job = JSON.parse(new TextDecoder().decode(content));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const isRight = job?.id === id && FINAL_STATES.has(job.state) && isTime(job.created) &&
    (job.started === null || isTime(job.started)) && isTime(job.ended) &&
    Array.isArray(job.hours) && job.hours.length === last.since(first) + 1 &&
    job.hours.every((hour, i) => isEndedHour(hour, `${first.plus(i)}`));
  if (!isRight) return undefined;
  const { state, created, started, ended, hours } = job;
  return { id, from: `${first}`, to: `${last}`, state, created, started, ended, hours };
}

/**
 * Whether a kept job has yet to be made.
 *
 * @param facts What its manifest says.
 * @returns Whether it had not come to its end.
 */
export function isUnfinished({ state }: KeptFacts): boolean {
  return !isFinal(state);
}

function isTime(value: unknown): value is string {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}

function isEndedHour(hour: JobHour, name: string): boolean {
  return hour?.hour === name && FINAL_HOUR_STATES.has(hour.state) &&
    [hour.tries, hour.max_tries, hour.bytes].every(Number.isFinite) &&
    (hour.length === null || Number.isFinite(hour.length)) &&
    (hour.message === null || typeof hour.message === "string");
}
