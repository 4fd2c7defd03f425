import { type Hour, type HourRange, ReplacedReportError, type StoredReport } from "../../core/mod.ts";
import type { HotHour, HotHours } from "./report_cache.ts";
import { isFinal, type Job } from "../jobs/job.ts";
import type { JobQueue } from "../jobs/local/local_jobs.ts";
import { QueueClosedError } from "../jobs/errors.ts";
import { TooManyJobsError } from "../jobs/too_many_jobs_error.ts";
import { Problem } from "../http/problem.ts";

/** How often an hour is opened again that is replaced while it is read, and after how long. */
const OPENINGS = 5;
const OPEN_AGAIN_MS = 50;

/** Who waits for others to finish asks again after so many seconds. */
const BUSY_SECONDS = 10;

/** How much somebody wants an hour. */
export interface Demand {
  /** Throws a {@linkcode Problem} if an hour that is not stored may not be made for them. */
  mayMake: () => void;
  /** For how long they wait for an hour that is being made, in milliseconds. */
  wait: number;
}

/** Reads from the report of an hour. */
export type Read<Value> = (report: StoredReport, hot: HotHour) => Promise<Value>;

/** Options of {@linkcode Hours}. */
export interface HoursOptions {
  /** The stored hours. */
  stored: HotHours;
  /** What makes the others, `undefined` if nothing does. */
  jobs: JobQueue | undefined;
  /** The present time. */
  now: () => Date;
}

/** All hours: those that are stored, and those that can be made. */
export class Hours {
  readonly #options: HoursOptions;

  /**
   * Constructs a new instance.
   *
   * @param options Where hours come from.
   */
  constructor(options: HoursOptions) {
    this.#options = options;
  }

  /**
   * Reads from the report of an hour, and has it made first if it is not stored, or stored but
   * damaged. All who want the same hour share its job.
   *
   * @param hour The hour.
   * @param demand How much it is wanted.
   * @param read What reads.
   * @returns What that gives, or the job if the making takes longer than they wait.
   * @throws {Problem} If the hour is not to be had.
   */
  async demand<Value>(
    hour: Hour,
    { mayMake, wait }: Demand,
    read: Read<Value>,
  ): Promise<{ value: Value } | { job: Job }> {
    const stored = await this.read(hour, read);
    if (stored !== undefined) return { value: stored };
    mayMake();
    const { job } = await this.submit(hour, hour);
    const ended = isFinal(job.state) ? job : await this.#await(job, wait);
    if (ended.state === "failed") throw this.#problemOf(ended);
    if (ended.state === "cancelled") {
      throw new Problem("not-stored", `Cannot wait for hour "${hour}": its job was cancelled`);
    }
    if (ended.state !== "done") return { job: ended };
    this.#options.stored.forget(hour);
    const made = await this.read(hour, read);
    if (made !== undefined) return { value: made };
    throw new Problem("failed", `Cannot find hour "${hour}": it was made, but is gone already`);
  }

  /**
   * Lists the hours of a range that are stored.
   *
   * @param range The range.
   * @returns The hours in their order.
   */
  async list(range: HourRange): Promise<Hour[]> {
    return await this.#options.stored.list(range);
  }

  /**
   * Looks for the newest hour that is stored.
   *
   * @returns The hour, `undefined` if there is none.
   */
  async newest(): Promise<Hour | undefined> {
    return await this.#options.stored.newest(this.#options.now());
  }

  /**
   * Tells whether an hour is stored.
   *
   * @param hour The hour.
   * @returns Whether it is, as it has to be.
   */
  async isStored(hour: Hour): Promise<boolean> {
    return await this.#options.stored.open(hour) !== undefined;
  }

  /**
   * Has hours made.
   *
   * @param first The first hour.
   * @param last The last hour, included.
   * @returns Their job, and whether it has just been begun.
   * @throws {Problem} If no more can be done.
   */
  async submit(first: Hour, last: Hour): Promise<{ job: Job; isNew: boolean }> {
    try {
      return await this.#jobs().submit({ first, last });
    } catch (error) {
      throw orProblem(error);
    }
  }

  /**
   * Gives a job up.
   *
   * @param id The job's name.
   * @returns The job as it has ended, `undefined` if it is not known.
   * @throws {Problem} If the server shuts down.
   */
  async cancel(id: string): Promise<Job | undefined> {
    try {
      return await this.#jobs().cancel(id);
    } catch (error) {
      throw orProblem(error);
    }
  }

  /**
   * Reads from the report of a stored hour; again if it is replaced by a newer one meanwhile.
   *
   * @param hour The hour.
   * @param read What reads.
   * @returns What that gives, `undefined` if the hour is not stored, or its report is not the one
   * that its manifest names.
   */
  async read<Value>(hour: Hour, read: Read<Value>): Promise<Value | undefined> {
    for (let opening = 1; opening <= OPENINGS; opening++) {
      const hot = await this.#options.stored.open(hour);
      if (hot === undefined) return undefined;
      try {
        return await read(hot.report, hot);
      } catch (error) {
        if (!(error instanceof ReplacedReportError)) throw error;
        this.#options.stored.forget(hour);
        await new Promise((resolve) => setTimeout(resolve, OPEN_AGAIN_MS));
      }
    }
    return undefined;
  }

  async #await(job: Job, wait: number): Promise<Job> {
    if (wait === 0) return job;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), wait);
    try {
      return await this.#jobs().ended(job.id, patience.signal);
    } catch (error) {
      if (patience.signal.aborted) return this.#jobs().find(job.id) ?? job;
      throw orProblem(error);
    } finally {
      clearTimeout(timer);
    }
  }

  #problemOf(job: Job): Problem {
    const failure = this.#jobs().failure(job.id);
    if (failure === undefined) {
      // The job of an earlier process, kept without its error.
      const error = new Error(job.hours[0].message ?? "Cannot make the hour");
      return Problem.ofFailure({ kind: "bad-dump", error });
    }
    const seconds = (failure.retryAt.getTime() - this.#options.now().getTime()) / 1000;
    return Problem.ofFailure(failure, seconds);
  }

  #jobs(): JobQueue {
    const { jobs } = this.#options;
    if (jobs === undefined) {
      throw new Problem("read-only", "Cannot make hours: this server only reads");
    }
    return jobs;
  }
}

/** What is wrong with the queue is a problem to those who ask; the rest is thrown on as it is. */
function orProblem(cause: unknown): unknown {
  const options = { cause, retryAfter: BUSY_SECONDS };
  if (cause instanceof TooManyJobsError) {
    return new Problem("too-many-jobs", cause.message, options);
  }
  if (cause instanceof QueueClosedError) {
    return new Problem("shutting-down", cause.message, options);
  }
  return cause;
}
