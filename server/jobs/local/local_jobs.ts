import {
  type Clock,
  type Hour,
  type HourRange,
  type ProductionEvent,
  type Store,
  systemClock,
} from "../../../core/mod.ts";
import type { MakeHour } from "./hour_making.ts";
import { HourMakings } from "./hour_makings.ts";
import type { Job, JobChange, JobHour } from "../job.ts";
import type { JobFailure } from "./classify_failure.ts";
import { JobFiles } from "./job_store.ts";
import { jobId } from "../job_id.ts";
import { JobRecord } from "./job_record.ts";
import { QueueClosedError } from "../errors.ts";
import { TooManyJobsError } from "../too_many_jobs_error.ts";
import { watchJob } from "./watch_job.ts";

export type { MakeHour } from "./hour_making.ts";
export type { FailureKind, JobFailure } from "./classify_failure.ts";

/**
 * How long the acceptance of a job waits for its file. Its lock may be one with that of an hour that
 * is being made.
 */
const ACCEPT_MS = 3000;

/** Options of {@linkcode JobQueue.open}. */
export interface JobQueueOptions {
  /** Where jobs are kept. */
  store: Store;
  /** Makes an hour. */
  make: MakeHour;
  /**
   * The passing of time.
   *
   * @default {systemClock}
   */
  clock?: Clock;
  /**
   * How many hours are made at a time.
   *
   * @default {2}
   */
  running?: number;
  /**
   * How many jobs may be unfinished beyond those that `running` has room for.
   *
   * @default {100}
   */
  waiting?: number;
  /**
   * How often an hour is tried whose failure may pass.
   *
   * @default {3}
   */
  maxTries?: number;
  /**
   * How many jobs that have ended are remembered.
   *
   * @default {1000}
   */
  remembered?: number;
  /** Hears of the work on hours. It must not throw, nor may the others. */
  onEvent?: (hour: Hour, event: ProductionEvent) => void;
  /** Hears of each job that has come to its end. */
  onEnd?: (job: Job) => void;
  /** Hears of jobs that cannot be kept in the store; they are made all the same. */
  onWarning?: (warning: Error) => void;
}

/**
 * Makes hours on demand: jobs wait for their turn, survive the process, and are shared by all who
 * want the same hours.
 */
export class JobQueue {
  readonly #clock: Clock;
  readonly #room: number;
  readonly #maxTries: number;
  readonly #remembered: number;
  readonly #onEnd: (job: Job) => void;
  readonly #onWarning: (warning: Error) => void;
  readonly #makings: HourMakings;
  readonly #files: JobFiles;
  readonly #unfinished: Map<string, JobRecord> = new Map();
  /** In the order in which they ended. */
  readonly #ended: Map<string, JobRecord> = new Map();
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;
  #isOver = false;

  private constructor(
    {
      store,
      make,
      clock = systemClock,
      running = 2,
      waiting = 100,
      maxTries = 3,
      remembered = 1000,
      onEvent,
      onEnd = () => {},
      onWarning = () => {},
    }: JobQueueOptions,
  ) {
    this.#clock = clock;
    this.#room = running + waiting;
    this.#maxTries = maxTries;
    this.#remembered = remembered;
    this.#onEnd = onEnd;
    this.#onWarning = onWarning;
    this.#files = new JobFiles({ store, onWarning });
    const onSettled = (job: JobRecord) => {
      // What could not be stopped may still end when the next process has the job already.
      if (!this.#isOver) void this.#end(job, job.outcome);
    };
    this.#makings = new HourMakings({ make, clock, running, maxTries, onEvent, onSettled });
  }

  /**
   * Opens a queue, and takes up what an earlier process left unfinished.
   *
   * @param options Where jobs are kept, and how hours are made.
   * @returns The queue, at work already.
   */
  static async open(options: JobQueueOptions): Promise<JobQueue> {
    const queue = new JobQueue(options);
    await queue.#takeUp();
    return queue;
  }

  /** How many jobs are unfinished: begun, and not yet begun. */
  get counts(): { running: number; queued: number } {
    const states = [...this.#unfinished.values()].map(({ state }) => state);
    const running = states.filter((state) => state === "running").length;
    return { running, queued: states.length - running };
  }

  /**
   * The job that makes a range of hours. One that is unfinished is joined, one that has ended is
   * begun anew; only a failure stands for a while.
   *
   * @param range The hours.
   * @returns The job, which the store has from now on, and whether it has just been begun.
   * @throws {TooManyJobsError} If there is no room for another job.
   * @throws {QueueClosedError} If the queue is closed.
   * @throws {RangeError} If the last hour lies before the first.
   */
  async submit(range: HourRange): Promise<{ job: Job; isNew: boolean }> {
    const id = jobId(range);
    if (this.#closed !== undefined) throw new QueueClosedError(`accept job "${id}"`);
    const known = this.#unfinished.get(id) ?? this.#fresh(id);
    const job = known ?? this.#accept(range);
    await job.accepted;
    return { job: job.snapshot(), isNew: known === undefined };
  }

  /**
   * Looks at a job.
   *
   * @param id Its name.
   * @returns The job as it is now, `undefined` if it is not known, or not any more.
   */
  find(id: string): Job | undefined {
    return this.#record(id)?.snapshot();
  }

  /**
   * Looks for an hour in all jobs.
   *
   * @param hour The hour.
   * @returns What the job that was submitted last knows of it, `undefined` if none has it.
   */
  findHour(hour: Hour): JobHour | undefined {
    const records = [...this.#ended.values(), ...this.#unfinished.values()];
    const record = records.findLast((job) => job.placeOf(hour) >= 0);
    return record?.snapshot().hours[record.placeOf(hour)];
  }

  /**
   * Why a job failed. Not known of jobs of earlier processes, whose failures do not stand any more.
   *
   * @param id The job's name.
   * @returns What came of the first of its hours that failed, `undefined` if it did not fail.
   */
  failure(id: string): JobFailure | undefined {
    const job = this.#record(id);
    return job?.state === "failed" ? job.failure : undefined;
  }

  /**
   * Ends a job, and the making of those of its hours that no other job wants.
   *
   * @param id Its name.
   * @returns The job as it has ended, now or before; `undefined` if it is not known.
   * @throws {QueueClosedError} If the queue is closed, and the job stays for the next one.
   */
  async cancel(id: string): Promise<Job | undefined> {
    const job = this.#unfinished.get(id);
    if (job === undefined) return this.find(id);
    if (this.#closed !== undefined) throw new QueueClosedError(`cancel job "${id}"`);
    this.#makings.drop(job);
    const saved = this.#end(job, "cancelled");
    await this.#wait(id, saved);
    return job.snapshot();
  }

  /**
   * Waits for the end of a job.
   *
   * @param id Its name.
   * @param signal Ends the wait, by rejecting with its reason.
   * @returns The job as it has ended.
   * @throws {QueueClosedError} If the queue is closed before.
   * @throws {RangeError} If the job is not known.
   */
  async ended(id: string, signal?: AbortSignal): Promise<Job> {
    return await this.#known(id).wait(signal);
  }

  /**
   * Watches a job until its end: first all of it, then what has changed, about four times a second.
   * The stream keeps nothing for a slow reader; it closes early when the queue does.
   *
   * @param id Its name.
   * @returns The stream, which is to be read to its end or cancelled.
   * @throws {RangeError} If the job is not known.
   */
  watch(id: string): ReadableStream<JobChange> {
    return watchJob(this.#known(id), { clock: this.#clock, closing: this.#closing.signal });
  }

  /**
   * Closes the queue: hours that are being made may be finished within a time, then they are
   * stopped. What is unfinished stays so in the store, for the next queue.
   *
   * @param graceMs The time, in milliseconds; that of the first call counts.
   */
  close(graceMs: number): Promise<void> {
    return this.#closed ??= this.#close(graceMs);
  }

  async #close(graceMs: number): Promise<void> {
    this.#closing.abort();
    await this.#makings.close(graceMs);
    this.#isOver = true;
    for (const job of this.#unfinished.values()) job.abandon(closedWhile(job.id));
    await this.#files.flush();
  }

  async #takeUp(): Promise<void> {
    const kept = await this.#files.load(this.#clock.now());
    const byEnd = (job: Job) => Date.parse(job.ended!);
    const ended = kept.flatMap(({ ended, range }) => ended === undefined ? [] : [{ ended, range }]);
    ended.sort((a, b) => byEnd(a.ended) - byEnd(b.ended));
    for (const { ended: job, range } of ended) this.#ended.set(job.id, JobRecord.ended(range, job));
    this.#forgetOldest();
    for (const { id, range, created, ended } of kept) {
      if (ended === undefined) {
        this.#unfinished.set(id, new JobRecord(range, created, this.#maxTries));
      }
    }
    for (const job of this.#unfinished.values()) this.#makings.add(job);
  }

  #record(id: string): JobRecord | undefined {
    return this.#unfinished.get(id) ?? this.#ended.get(id);
  }

  #known(id: string): JobRecord {
    const job = this.#record(id);
    if (job === undefined) throw new RangeError(`Cannot find job "${id}": there is none`);
    return job;
  }

  /** A failure that stands. */
  #fresh(id: string): JobRecord | undefined {
    const retryAt = this.failure(id)?.retryAt;
    return retryAt && retryAt > this.#clock.now() ? this.#ended.get(id) : undefined;
  }

  #accept(range: HourRange): JobRecord {
    const job = new JobRecord(range, this.#clock.now().toISOString(), this.#maxTries);
    // To wait for an hour that is being made right now is no more work.
    const isFree = job.length === 1 && this.#makings.isRunning(range.first);
    if (!isFree && this.#unfinished.size >= this.#room) {
      throw new TooManyJobsError(job.id, this.#unfinished.size);
    }
    this.#ended.delete(job.id);
    this.#unfinished.set(job.id, job);
    // Begun only once it is kept: the hour's lock may be one with that of the job's file.
    job.accepted = this.#wait(job.id, this.#files.save(job.snapshot())).then(() => {
      if (this.#closed !== undefined) job.abandon(closedWhile(job.id));
      else if (!job.isFinal) this.#makings.add(job);
    });
    return job;
  }

  #end(job: JobRecord, state: Job["state"]): Promise<void> {
    this.#unfinished.delete(job.id);
    this.#ended.set(job.id, job);
    this.#forgetOldest();
    const ended = job.end(state, this.#clock.now());
    const saved = this.#files.save(ended);
    this.#onEnd(ended);
    return saved;
  }

  #forgetOldest(): void {
    for (const id of this.#ended.keys()) {
      if (this.#ended.size <= this.#remembered) return;
      this.#ended.delete(id);
      void this.#files.remove(id);
    }
  }

  /** Waits until a job is written, but not for as long as an hour is made. */
  async #wait(id: string, saved: Promise<void>): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        const why = `its lock is held for longer than ${ACCEPT_MS / 1000} seconds`;
        this.#onWarning(new Error(`Cannot keep job "${id}" yet: ${why}; still trying`));
        resolve();
      }, ACCEPT_MS);
    });
    await Promise.race([saved, late]);
    clearTimeout(timer);
  }
}

function closedWhile(id: string): QueueClosedError {
  return new QueueClosedError(`wait for job "${id}"`);
}
