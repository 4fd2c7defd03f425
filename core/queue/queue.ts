import type { PeriodRange } from "../time/period.ts";
import type { PeriodJob } from "./period_job.ts";

/** What has become of a job. `later` is one that rests, between two tries or until there is a dump. */
export type QueuedState = "waiting" | "later" | "running" | "done" | "failed" | "cancelled";

/** A job of the queue as it is now. */
export interface QueuedJob {
  /** What tells it from others, see `jobKey()`. */
  key: string;
  /** The label of its period. */
  period: string;
  state: QueuedState;
  /** How often it was begun, without the times that it was given back. */
  tries: number;
  /** How often it is begun at most. */
  maxTries: number;
  created: Date;
  /** When it was begun last. */
  started: Date | undefined;
  /** When it ended. */
  ended: Date | undefined;
  /** From when on it may be begun. */
  startAfter: Date;
  /** What the worker said that had it last. */
  note: JobNote | undefined;
}

/** What a worker says of a job that it has ended, or given back. */
export interface JobNote {
  /** For programs to branch on: `made`, `found`, `missing`, or why it failed. */
  code: string;
  /** For people. */
  message: string;
  /** Until when it stands, where it failed. */
  retryAt?: string;
}

/** How far a worker has come with a job. */
export interface JobProgress {
  /** How many bytes of its dumps have come. */
  bytes: number;
  /** How many there are, `null` if nobody knows. */
  length: number | null;
}

/** What has come of a try. */
export type Outcome =
  /** It is finished; it was made just now, or before. */
  | { is: "done"; made: boolean; note: JobNote }
  /** There is nothing to make it of yet. That is no failed try. */
  | { is: "early"; until: Date; note: JobNote }
  /** It failed; whether another try may help. */
  | { is: "failed"; mayPass: boolean; note: JobNote }
  /** This worker has to leave it to another one. That is no failed try. */
  | { is: "left" };

/** Options of {@linkcode PeriodQueue.work}. */
export interface WorkOptions {
  /** How many jobs to have at a time. */
  workers: number;
  /** Tries a job. Its signal is aborted when the work ends, or the job is not this worker's any more. */
  attempt: (
    job: PeriodJob,
    options: { signal: AbortSignal; onProgress: (progress: JobProgress) => void },
  ) => Promise<Outcome>;
  /** Ends the work: jobs that are not done are given back. */
  signal: AbortSignal;
  /** Called with a job that was made here, and by then was somebody else's. */
  onTaken: (job: PeriodJob) => void;
  /** Called with what goes wrong where the work goes on: the queue cannot be reached, say. */
  onWarning: (error: Error) => void;
}

/** How a queue is. */
export interface QueueSummary {
  /** How many jobs there are of each state; those without a dump are counted apart. */
  jobs: Record<QueuedState | "missing", number>;
  /** How many periods were made by two workers, since one that was taken for dead went on. */
  twice: number;
  /** From when on the next of those that rest may be begun. */
  next: Date | undefined;
  /** The workers that live, and how many jobs each has. */
  workers: { name: string; jobs: number }[];
}

/** Which jobs are meant; all, where nothing is said. */
export interface JobChoice {
  /** Those with these keys. */
  keys?: readonly string[] | undefined;
  /** Those that only servers were asked for. */
  isRequested?: boolean | undefined;
  /** Those of a range of periods. */
  range?: PeriodRange | undefined;
  /** Those in these states. */
  states?: readonly QueuedState[] | undefined;
  /** How many at most, the newest ones. */
  limit?: number | undefined;
}

/** Options of {@linkcode PeriodQueue.add}. */
export interface AddOptions {
  /** How often each is tried. */
  tries: number;
  /** Whether somebody waits for them: they are begun before the others. */
  isUrgent?: boolean | undefined;
  /** Whether a server was asked for them, and may have them cancelled when nobody waits any more. */
  isRequested?: boolean | undefined;
}

/** Jobs that any machine takes, one job of a key at a time. */
export interface PeriodQueue extends AsyncDisposable {
  /** Adds jobs, and gives how many are new: one that is there and has not ended is left as it is. */
  add(jobs: Iterable<PeriodJob>, options: AddOptions): Promise<number>;
  /** Tries jobs until the signal is aborted. */
  work(options: WorkOptions): Promise<void>;
  /** Whether one of these jobs has not ended. */
  isAnyUnfinished(jobs: readonly PeriodJob[]): Promise<boolean>;
  /** How it is. */
  summary(): Promise<QueueSummary>;
  /** Jobs as they are, those that changed last first. */
  list(choice?: JobChoice): Promise<QueuedJob[]>;
  /** Tries again what has failed or was cancelled; gives how many there are. */
  retry(choice?: JobChoice): Promise<number>;
  /** Ends what has not ended, also what runs; gives how many there were. */
  cancel(choice?: JobChoice): Promise<number>;
  /** Removes all that waits or rests, and leaves what runs; gives how many there were. */
  drain(): Promise<number>;
}

/** What an error of a queue is about. */
export type QueueErrorCode = "queue-unreachable" | "queue-refused" | "queue-failed";

/** The queue cannot be used. */
export class QueueError extends Error {
  override name = "QueueError";
  readonly code: QueueErrorCode;

  constructor(message: string, code: QueueErrorCode, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
