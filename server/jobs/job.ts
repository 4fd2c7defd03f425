/** What has become of a job. The last three are final. */
export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

/** What has become of one period of a job. The last four are final. */
export type HourState = "waiting" | "running" | "done" | "missing" | "failed" | "cancelled";

/** One hour of a job, or one longer period, as JSON shows it. */
export interface JobHour {
  /** The label of the hour, as `2026-09-10T18`, or of the longer period, as `2026-09-10`. */
  readonly hour: string;
  /** What has become of it. `waiting` is also an hour between two tries. */
  readonly state: HourState;
  /** How often its dump has been tried. */
  readonly tries: number;
  /** How often it is tried at most. */
  readonly max_tries: number;
  /** How many bytes of its dumps the last try has read so far. */
  readonly bytes: number;
  /** The length of its dump in bytes, `null` if it is not known, or if there are several. */
  readonly length: number | null;
  /** Why it failed, or what the last trouble was. */
  readonly message: string | null;
}

/** Periods of one unit that somebody wants made, as JSON shows them. It does not change. */
export interface Job {
  /** Its id, which its periods decide, see `jobId()`. */
  readonly id: string;
  /** The first period. */
  readonly from: string;
  /** The last period, included. */
  readonly to: string;
  /** What has become of it. */
  readonly state: JobState;
  /** When it was accepted, as `2026-09-10T20:04:05.000Z`. */
  readonly created: string;
  /** When its first hour was begun, `null` if none was. */
  readonly started: string | null;
  /** When its state became final, `null` if it is not. */
  readonly ended: string | null;
  /** Its hours, or its longer periods, in order. */
  readonly hours: readonly JobHour[];
}

/**
 * Why an hour could not be made: its dump is not there (yet), cannot be had, cannot be used, the
 * store's locks cannot be had, or this process failed. Also the kind of the problem that those are
 * told who asked for the hour.
 */
export type FailureCode =
  | "not-published-yet"
  | "missing"
  | "source-down"
  | "bad-dump"
  | "store-down"
  | "failed";

/** Why an hour could not be made, as plain data: it may come from another process. */
export interface JobFailure {
  /** The label of the hour or longer period. */
  readonly hour: string;
  /** For programs to branch on. */
  readonly code: FailureCode;
  /** For people; may name folders of the machine that made it. */
  readonly message: string;
  /** From when on the hour may be asked for again; until then, the same answer is given at once. */
  readonly retry_at: string;
}

/** A job, and why it failed: what the queue tells of it. */
export interface JobStatus extends Job {
  /**
   * What came of the first of its hours that failed, `null` if the job did not fail, or failed in an
   * earlier process: then it may be tried again.
   */
  readonly failure: JobFailure | null;
}

/** Whether a job, or an hour of one, never leaves a state. */
export function isFinal(state: JobState | HourState): boolean {
  return state !== "queued" && state !== "waiting" && state !== "running";
}
