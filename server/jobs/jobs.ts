import type { Clock, Period, ProduceEvent, Production } from "../../core/mod.ts";
import type { PeriodRange } from "../../core/time/period.ts";
import type { Job, JobStatus } from "./job.ts";

/** Makes a period, or finds it made. It ends soon when its signal is aborted. */
export type MakePeriod = (
  period: Period,
  options: { signal: AbortSignal; onEvent: (event: ProduceEvent) => void },
) => Promise<Production>;

/** Options of {@linkcode Jobs.submit}. */
export interface SubmitOptions {
  /**
   * Whether somebody asks for just this now, and does not want to hear of an earlier failure.
   *
   * @default {false}
   */
  byHand?: boolean;
}

/** The answer of {@linkcode Jobs.submit}. */
export interface Submission {
  job: JobStatus;
  /** Whether it was begun just now. */
  isNew: boolean;
  /** Whether it survives the process. */
  isKept: boolean;
  /** What whoever asked withdraws with. */
  secret: string;
}

/** How many jobs are unfinished: begun, and not yet begun. */
export interface JobCounts {
  running: number;
  queued: number;
}

/**
 * Makes hours, and longer periods, in the background: what the server knows of its queue. `local/` has the one that lives
 * in this process and its store; another one, over a database say, stands next to it and promises
 * the same:
 *
 * - A job makes a range of periods of one unit and is named by it, see `jobId()`. Whoever asks for
 *   the same ones means the same job. A period that several jobs have is made once, for all of them.
 * - A job that was accepted survives the process. Unfinished ones go on at the next start.
 * - Jobs are plain data that does not change; a failure is a part of it, never an `Error`. What is
 *   thrown refuses the request itself: {@linkcode QueueClosedError}, {@linkcode TooManyJobsError},
 *   or a `RangeError` for what cannot be.
 * - Everything is asynchronous, for the answer may come from another machine.
 */
export interface Jobs {
  /**
   * The job that makes a range of periods: one that is unfinished is joined, one that has ended is
   * begun anew, and only a failure stands until its `retry_at`, unless it is asked for by hand.
   * Resolves once the job is kept, or cannot be: then it is made all the same, but a restart would
   * lose it, which is not to be called accepted. Whoever asks gets a secret of their own, to
   * {@linkcode withdraw} with.
   */
  submit(range: PeriodRange, options?: SubmitOptions): Promise<Submission>;

  /** The job as it is now, `undefined` if it is not known, or not any more. */
  get(id: string): Promise<JobStatus | undefined>;

  /** The jobs that have a period, or all: those that have ended first, the newest last. */
  list(options?: { period?: Period }): Promise<JobStatus[]>;

  /** How many jobs are unfinished. */
  counts(): Promise<JobCounts>;

  /**
   * Watches a job until its end: first all of it, then what has changed, about four times a second.
   * The stream, which is to be read to its end or cancelled, keeps nothing for a slow reader; it
   * closes early when the queue does. `undefined` if the job is not known.
   */
  watch(id: string): Promise<ReadableStream<JobStatus> | undefined>;

  /**
   * Waits for the end of a job. Rejects with the reason of the signal when that is aborted, and with
   * a {@linkcode QueueClosedError} if the queue is closed before.
   */
  ended(id: string, signal?: AbortSignal): Promise<JobStatus>;

  /**
   * One of those who asked for a job does without it. The job goes on for the others, and ends when
   * all have withdrawn. Resolves to the job as it is then; `undefined` if the secret is not of anybody
   * who asked for it. A queue that takes up the job of an earlier process need not know its secrets:
   * such a job ends by {@linkcode cancel} alone.
   */
  withdraw(id: string, secret: string): Promise<JobStatus | undefined>;

  /**
   * Ends a job, whoever asked for it, and the making of those of its periods that no other job has. Resolves to the job as
   * it has ended, now or before; `undefined` if it is not known.
   */
  cancel(id: string): Promise<JobStatus | undefined>;

  /**
   * Closes the queue: hours that are being made may be finished within the grace, in milliseconds;
   * that of the first call counts. What is unfinished stays so, for the next start.
   */
  close(graceMs: number): Promise<void>;
}

/** What any queue is opened with. The callbacks must not throw. */
export interface JobsOptions {
  /** Makes a period. */
  make: MakePeriod;
  /**
   * The passing of time.
   *
   * @default {systemClock}
   */
  clock?: Clock;
  /**
   * How many periods are made at a time.
   *
   * @default {LIMITS.running}
   */
  running?: number;
  /**
   * How many jobs may be unfinished beyond those that `running` has room for.
   *
   * @default {LIMITS.waiting}
   */
  waiting?: number;
  /**
   * How often a period is tried whose failure may pass.
   *
   * @default {LIMITS.maxTries}
   */
  maxTries?: number;
  /**
   * How many jobs that have ended are remembered.
   *
   * @default {LIMITS.remembered}
   */
  remembered?: number;
  /**
   * How many periods these may have together, but for the newest one.
   *
   * @default {LIMITS.rememberedHours}
   */
  rememberedHours?: number;
  /** Called with what happens while a period is made. */
  onEvent?: (period: Period, event: ProduceEvent) => void;
  /** Called with each job that has come to its end. */
  onEnd?: (job: Job) => void;
  /** Called when a job cannot be kept; it is made all the same. */
  onWarning?: (warning: Error) => void;
}
