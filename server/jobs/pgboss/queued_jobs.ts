import { type Clock, type Period, systemClock } from "../../../core/mod.ts";
import { jobKey, type PeriodJob } from "../../../core/queue/period_job.ts";
import type { JobProgress, PeriodQueue } from "../../../core/queue/queue.ts";
import type { QueueRequest, QueueRequests } from "../../../core/queue/requests.ts";
import { type PeriodRange, periodsOf } from "../../../core/time/period.ts";
import { LIMITS } from "../../limits.ts";
import { QueueClosedError, TooManyJobsError } from "../errors.ts";
import { isFinal, type JobStatus } from "../job.ts";
import { jobId, parseJobId } from "../job_id.ts";
import type { JobCounts, Jobs, JobsOptions, Submission, SubmitOptions } from "../jobs.ts";
import { standsFor } from "../standing_failure.ts";
import { jobStatus } from "./job_status.ts";
import { watchStatus } from "./watch_status.ts";

/** How often a job is looked at that somebody waits for, and all others that have not ended. */
const LOOK_MS = 250;
const SWEEP_MS = 5000;

/** How many bytes came for how many jobs is remembered. */
const MOST_PROGRESS = 10_000;

/** Options of {@linkcode QueuedJobs}. */
export interface QueuedJobsOptions
  extends Pick<JobsOptions, "clock" | "waiting" | "maxTries" | "onEnd" | "onWarning"> {
  /** The queue, whose workers make the periods. */
  queue: PeriodQueue;
  /** What was asked of all servers that share it. */
  requests: QueueRequests;
  /** How a period is to be made. */
  jobOf: (period: Period) => PeriodJob;
  /**
   * The same job, as it is sent.
   *
   * @default (job) => job
   */
  traceJob?: ((job: PeriodJob) => PeriodJob) | undefined;
}

/** Jobs that the workers of a queue make, for as many servers as share it. */
export class QueuedJobs implements Jobs {
  readonly #options: QueuedJobsOptions;
  readonly #clock: Clock;
  readonly #room: number;
  readonly #maxTries: number;
  readonly #onWarning: (warning: Error) => void;
  readonly #closing = new AbortController();
  readonly #progress: Map<string, JobProgress> = new Map();

  /** Makes jobs of a queue; those that were accepted before go on as they are. */
  constructor(options: QueuedJobsOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#room = options.waiting ?? LIMITS.waiting;
    this.#maxTries = options.maxTries ?? LIMITS.maxTries;
    this.#onWarning = options.onWarning ?? (() => {});
    void this.#sweep();
  }

  /** Notes how far a worker has come. */
  note(key: string, progress: JobProgress): void {
    this.#progress.delete(key);
    this.#progress.set(key, progress);
    if (this.#progress.size <= MOST_PROGRESS) return;
    this.#progress.delete(this.#progress.keys().next().value!);
  }

  async submit(range: PeriodRange, { byHand = false }: SubmitOptions = {}): Promise<Submission> {
    const { queue, requests, jobOf, traceJob = (job) => job } = this.#options;
    const id = jobId(range);
    if (this.#isClosing) throw new QueueClosedError(`accept job "${id}"`);
    const secret = crypto.randomUUID().replaceAll("-", "");
    const known = await this.get(id);
    if (known !== undefined && standsFor(known, { byHand, now: this.#clock.now() })) {
      return { job: known, isNew: false, isKept: true, secret };
    }
    if (known === undefined || isFinal(known.state)) {
      const open = await requests.list({ isOpen: true });
      if (open.length >= this.#room) throw new TooManyJobsError(id, open.length);
      // Before the request is there: whoever finds that is to find its periods.
      const periods = periodsOf(range);
      const isUrgent = periods.length === 1;
      const jobs = periods.map((period) => traceJob(jobOf(period)));
      await queue.add(jobs, { tries: this.#maxTries, isUrgent, isRequested: true });
    }
    const isNew = await requests.claim(id, secret);
    const job = await this.get(id);
    if (job === undefined) throw new Error(`Cannot find job "${id}": it was accepted, and is gone`);
    return { job, isNew, isKept: true, secret };
  }

  async get(id: string): Promise<JobStatus | undefined> {
    const request = await this.#options.requests.find(id);
    return request && await this.#look(request);
  }

  async list({ period }: { period?: Period } = {}): Promise<JobStatus[]> {
    const requests = await this.#options.requests.list();
    const jobs = await Promise.all(requests.map((request) => this.#look(request)));
    return jobs.filter((job) => job !== undefined).filter(({ hours }) =>
      period === undefined || hours.some(({ hour }) => hour === period.label)
    );
  }

  async counts(): Promise<JobCounts> {
    const open = await this.#options.requests.list({ isOpen: true });
    const jobs = await Promise.all(open.map((request) => this.#look(request)));
    const states = jobs.map((job) => job?.state);
    const count = (state: string) => states.filter((one) => one === state).length;
    return { running: count("running"), queued: count("queued") };
  }

  async watch(id: string): Promise<ReadableStream<JobStatus> | undefined> {
    if (await this.get(id) === undefined) return undefined;
    return watchStatus(() => this.get(id), {
      clock: this.#clock,
      every: LOOK_MS,
      closing: this.#closing.signal,
    });
  }

  async ended(id: string, signal?: AbortSignal): Promise<JobStatus> {
    while (true) {
      signal?.throwIfAborted();
      if (this.#isClosing) throw new QueueClosedError(`wait for job "${id}"`);
      const job = await this.get(id);
      if (job === undefined) throw new RangeError(`Cannot find job "${id}": there is none`);
      if (isFinal(job.state)) return job;
      const over = AbortSignal.any([this.#closing.signal, ...signal ? [signal] : []]);
      await this.#clock.sleep(LOOK_MS, over).catch(() => {});
    }
  }

  async withdraw(id: string, secret: string): Promise<JobStatus | undefined> {
    const left = await this.#options.requests.withdraw(id, secret);
    if (left === undefined) return undefined;
    return left === 0 ? await this.cancel(id) : await this.get(id);
  }

  async cancel(id: string): Promise<JobStatus | undefined> {
    const { queue, requests, jobOf } = this.#options;
    const request = await requests.find(id);
    const range = request && parseJobId(id, this.#clock.now());
    if (request === undefined || range === undefined) return undefined;
    if (request.state !== "open") return await this.#look(request);
    if (this.#isClosing) throw new QueueClosedError(`cancel job "${id}"`);
    const job = await this.#statusOf(request, range, true);
    await this.#end(request, job);
    const others = (await requests.list({ isOpen: true })).flatMap((other) => {
      const range = parseJobId(other.id, this.#clock.now());
      return range === undefined ? [] : periodsOf(range).map(({ label }) => label);
    });
    const own = periodsOf(range).filter(({ label }) => !others.includes(label));
    // What an operator has enqueued is not for those who ask a server to cancel.
    await queue.cancel({ keys: own.map((period) => jobKey(jobOf(period))), isRequested: true });
    return job;
  }

  close(): Promise<void> {
    this.#closing.abort();
    return Promise.resolve();
  }

  get #isClosing(): boolean {
    return this.#closing.signal.aborted;
  }

  /** The job of a request, which ends with its last period. */
  async #look(request: QueueRequest): Promise<JobStatus | undefined> {
    if (request.state !== "open") return request.ended as JobStatus;
    const range = parseJobId(request.id, this.#clock.now());
    if (range === undefined) return undefined;
    const job = await this.#statusOf(request, range);
    if (isFinal(job.state)) await this.#end(request, job);
    return job;
  }

  async #statusOf(
    request: QueueRequest,
    range: PeriodRange,
    isCancelled = false,
  ): Promise<JobStatus> {
    const { queue, jobOf } = this.#options;
    const keyOf = (period: Period) => jobKey(jobOf(period));
    const queued = await queue.list({ keys: periodsOf(range).map(keyOf) });
    const byKey = new Map(queued.map((job) => [job.key, job]));
    const known = {
      request,
      queuedOf: (period: Period) => byKey.get(keyOf(period)),
      progressOf: (period: Period) => this.#progress.get(keyOf(period)),
      maxTries: this.#maxTries,
    };
    return jobStatus(range, known, isCancelled);
  }

  /** Keeps how a job has ended; of all servers, one tells so. */
  async #end({ id }: QueueRequest, job: JobStatus): Promise<void> {
    const { requests, onEnd = () => {} } = this.#options;
    const { state } = job;
    if (state !== "done" && state !== "failed" && state !== "cancelled") return;
    if (await requests.end(id, state, job)) onEnd(job);
  }

  /** Ends jobs that nobody asks for any more. */
  async #sweep(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await this.#clock.sleep(SWEEP_MS, signal).catch(() => {});
      if (signal.aborted) return;
      try {
        await this.counts();
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        this.#onWarning(error); // The next time it may be there.
      }
    }
  }
}
