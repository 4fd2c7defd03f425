import { type Clock, type Period, type Store, systemClock } from "../../../core/mod.ts";
import type { PeriodRange } from "../../../core/time/period.ts";
import { LIMITS } from "../../limits.ts";
import { QueueClosedError, TooManyJobsError } from "../errors.ts";
import type { Job, JobStatus } from "../job.ts";
import { jobId } from "../job_id.ts";
import type { JobCounts, Jobs, JobsOptions, Submission, SubmitOptions } from "../jobs.ts";
import { standsFor } from "../standing_failure.ts";
import { Claims } from "./claims.ts";
import { PeriodMakings } from "./period_makings.ts";
import { JobRecord } from "./job_record.ts";
import { JobStore } from "./job_store.ts";
import { watchJob } from "./watch_job.ts";

/** Options of {@linkcode LocalJobs.open}. */
export interface LocalJobsOptions extends JobsOptions {
  /** Where jobs are kept. */
  store: Store;
}

/** A queue that lives in this process and keeps its jobs in the store. */
export class LocalJobs implements Jobs {
  readonly #clock: Clock;
  readonly #room: number;
  readonly #maxTries: number;
  readonly #remembered: number;
  readonly #rememberedHours: number;
  readonly #onEnd: (job: Job) => void;
  readonly #onWarning: (warning: Error) => void;
  readonly #makings: PeriodMakings;
  readonly #store: JobStore;
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
      running = LIMITS.running,
      waiting = LIMITS.waiting,
      maxTries = LIMITS.maxTries,
      remembered = LIMITS.remembered,
      rememberedHours = LIMITS.rememberedHours,
      onEvent,
      onEnd = () => {},
      onWarning = () => {},
    }: LocalJobsOptions,
  ) {
    this.#clock = clock;
    this.#room = running + waiting;
    this.#maxTries = maxTries;
    this.#remembered = remembered;
    this.#rememberedHours = rememberedHours;
    this.#onEnd = onEnd;
    this.#onWarning = onWarning;
    this.#store = new JobStore({ store, clock, onWarning });
    const onSettled = (job: JobRecord) => {
      // What could not be stopped may still end when the next process has the job already.
      if (!this.#isOver) void this.#end(job, job.outcome);
    };
    this.#makings = new PeriodMakings({ make, clock, running, maxTries, onEvent, onSettled });
  }

  /** Opens a queue, at work already, and takes up what an earlier process left unfinished. */
  static async open(options: LocalJobsOptions): Promise<LocalJobs> {
    const jobs = new LocalJobs(options);
    await jobs.#takeUp();
    return jobs;
  }

  async submit(range: PeriodRange, { byHand = false }: SubmitOptions = {}): Promise<Submission> {
    const id = jobId(range);
    if (this.#closed !== undefined) throw new QueueClosedError(`accept job "${id}"`);
    const known = this.#unfinished.get(id) ?? this.#standingFailure(id, byHand);
    const job = known ?? this.#accept(range);
    const secret = job.claims.add();
    await job.accepted;
    return { job: job.snapshot(), isNew: known === undefined, isKept: job.isKept, secret };
  }

  get(id: string): Promise<JobStatus | undefined> {
    return Promise.resolve(this.#find(id)?.snapshot());
  }

  list({ period }: { period?: Period } = {}): Promise<JobStatus[]> {
    const all = [...this.#ended.values(), ...this.#unfinished.values()];
    const found = period === undefined ? all : all.filter((job) => job.indexOf(period) >= 0);
    return Promise.resolve(found.map((job) => job.snapshot()));
  }

  counts(): Promise<JobCounts> {
    const states = [...this.#unfinished.values()].map(({ state }) => state);
    const running = states.filter((state) => state === "running").length;
    return Promise.resolve({ running, queued: states.length - running });
  }

  watch(id: string): Promise<ReadableStream<JobStatus> | undefined> {
    const job = this.#find(id);
    const options = { clock: this.#clock, closing: this.#closing.signal };
    return Promise.resolve(job && watchJob(job, options));
  }

  async ended(id: string, signal?: AbortSignal): Promise<JobStatus> {
    const job = this.#find(id);
    if (job === undefined) throw new RangeError(`Cannot find job "${id}": there is none`);
    return await job.wait(signal);
  }

  async withdraw(id: string, secret: string): Promise<JobStatus | undefined> {
    const job = this.#find(id);
    if (job === undefined || !job.claims.withdraw(secret)) return undefined;
    return job.claims.areWithdrawn ? await this.cancel(id) : job.snapshot();
  }

  async cancel(id: string): Promise<JobStatus | undefined> {
    const job = this.#unfinished.get(id);
    if (job === undefined) return this.#ended.get(id)?.snapshot();
    if (this.#closed !== undefined) throw new QueueClosedError(`cancel job "${id}"`);
    this.#makings.drop(job);
    await this.#untilKept((onLate) => this.#end(job, "cancelled", onLate));
    return job.snapshot();
  }

  close(graceMs: number): Promise<void> {
    return this.#closed ??= this.#close(graceMs);
  }

  async #close(graceMs: number): Promise<void> {
    this.#closing.abort();
    await this.#makings.close(graceMs);
    this.#isOver = true;
    for (const job of this.#unfinished.values()) job.abandon(closedWhile(job.id));
    await this.#store.flush();
  }

  async #takeUp(): Promise<void> {
    const kept = await this.#store.load();
    const byEnd = (job: Job) => Date.parse(job.ended!);
    const ended = kept.flatMap(({ ended, range }) => ended === undefined ? [] : [{ ended, range }]);
    ended.sort((a, b) => byEnd(a.ended) - byEnd(b.ended));
    for (const { ended: job, range } of ended) this.#ended.set(job.id, JobRecord.ended(range, job));
    this.#forgetOldest();
    for (const { id, range, created, ended } of kept) {
      if (ended === undefined) {
        const claims = new Claims({ isHeld: true });
        const job = new JobRecord(range, created, this.#maxTries, claims);
        job.isKept = true;
        this.#unfinished.set(id, job);
      }
    }
    for (const job of this.#unfinished.values()) this.#makings.add(job);
  }

  #find(id: string): JobRecord | undefined {
    return this.#unfinished.get(id) ?? this.#ended.get(id);
  }

  #standingFailure(id: string, byHand: boolean): JobRecord | undefined {
    const job = this.#ended.get(id);
    if (job === undefined) return undefined;
    const { state, ended } = job;
    const failure = job.failure ?? null;
    return standsFor({ state, ended, failure }, { byHand, now: this.#clock.now() })
      ? job
      : undefined;
  }

  #accept(range: PeriodRange): JobRecord {
    const job = new JobRecord(range, this.#clock.now().toISOString(), this.#maxTries);
    // To wait for a period that is being made right now is no more work.
    const isFree = job.length === 1 && this.#makings.isRunning(range.first);
    if (!isFree && this.#unfinished.size >= this.#room) {
      throw new TooManyJobsError(job.id, this.#unfinished.size);
    }
    this.#ended.delete(job.id);
    this.#unfinished.set(job.id, job);
    const save = async (onLate: () => void) => {
      job.isKept = await this.#store.save(job.snapshot(), onLate);
    };
    // Begun only once it is kept, so that a process that dies of it has it at the next start.
    job.accepted = this.#untilKept(save).then(() => {
      if (this.#closed !== undefined) job.abandon(closedWhile(job.id));
      else if (!job.isFinal) this.#makings.add(job);
    });
    return job;
  }

  async #end(job: JobRecord, state: Job["state"], onLate?: () => void): Promise<void> {
    this.#unfinished.delete(job.id);
    this.#ended.set(job.id, job);
    this.#forgetOldest();
    const ended = job.end(state, this.#clock.now());
    const saved = this.#store.save(ended, onLate);
    this.#onEnd(ended);
    await saved;
  }

  #forgetOldest(): void {
    let hours = 0;
    for (const { length } of this.#ended.values()) hours += length;
    for (const [id, { length }] of this.#ended) {
      const isTooMuch = hours > this.#rememberedHours && this.#ended.size > 1;
      if (this.#ended.size <= this.#remembered && !isTooMuch) return;
      hours -= length;
      this.#ended.delete(id);
      void this.#store.remove(id);
    }
  }

  /** Waits until a job is written, but not for a lock that is held for as long as a period is made. */
  async #untilKept(save: (onLate: () => void) => Promise<void>): Promise<void> {
    await new Promise<void>((resolve, reject) => save(resolve).then(resolve, reject));
  }
}

function closedWhile(id: string): QueueClosedError {
  return new QueueClosedError(`wait for job "${id}"`);
}
