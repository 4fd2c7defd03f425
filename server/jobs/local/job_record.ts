import type { Period } from "../../../core/mod.ts";
import { type PeriodRange, periodsOf } from "../../../core/time/period.ts";
import {
  isFinal,
  type Job,
  type JobFailure,
  type JobHour,
  type JobState,
  type JobStatus,
} from "../job.ts";
import { jobId } from "../job_id.ts";
import { Claims } from "./claims.ts";

/** Who waits for a job to end. */
interface Waiter {
  resolve(job: JobStatus): void;
  reject(error: unknown): void;
}

/** A job as the queue has it, which changes while it is made. */
export class JobRecord {
  readonly id: string;
  readonly range: PeriodRange;
  /** How many periods it has. */
  readonly length: number;
  /** The indices of the periods that nobody has begun to make. */
  readonly unbegun: Set<number>;
  /** Resolves when the store has it, or cannot have it. */
  accepted: Promise<void> = Promise.resolve();
  /** Who has asked for it. */
  readonly claims: Claims;
  /** Whether the store has it, so that it survives the process. */
  isKept = false;
  /** Why a period of it failed; the job may go on. */
  failure: JobFailure | null = null;

  readonly #created: string;
  #started: string | null = null;
  #ended: string | null = null;
  #state: JobState = "queued";
  #hours: JobHour[];
  /** How many periods have not come to an end. */
  #open: number;
  /** Counts the changes; and for each period, the change that was its last. */
  #version = 0;
  readonly #versions: number[];
  #abandoned: Error | undefined;
  readonly #waiters: Set<Waiter> = new Set();
  readonly #listeners: Set<() => void> = new Set();

  /** A job none of whose periods has been begun. */
  constructor(
    range: PeriodRange,
    created: string,
    maxTries: number,
    claims: Claims = new Claims(),
  ) {
    this.claims = claims;
    this.id = jobId(range);
    this.range = range;
    this.#created = created;
    this.#hours = periodsOf(range).map((period) => ({
      hour: `${period}`,
      state: "waiting",
      tries: 0,
      max_tries: maxTries,
      bytes: 0,
      length: null,
      message: null,
    }));
    this.length = this.#open = this.#hours.length;
    this.#versions = this.#hours.map(() => 0);
    this.unbegun = new Set(this.#hours.keys());
  }

  /** A job that has ended, as it was kept. */
  static ended(range: PeriodRange, job: Job): JobRecord {
    const record = new JobRecord(range, job.created, 0);
    record.#hours = [...job.hours];
    record.#open = 0;
    record.unbegun.clear();
    record.#state = job.state;
    record.#started = job.started;
    record.#ended = job.ended;
    return record;
  }

  get state(): JobState {
    return this.#state;
  }

  /** When it came to its end, `null` if it has not. */
  get ended(): string | null {
    return this.#ended;
  }

  get isFinal(): boolean {
    return isFinal(this.#state);
  }

  /** Counts its changes. */
  get version(): number {
    return this.#version;
  }

  /** Whether all of its periods have come to their ends, though the job may have not. */
  get isSettled(): boolean {
    return this.#open === 0;
  }

  /** What its periods make of it, once they are settled. */
  get outcome(): JobState {
    const failed = ({ state }: JobHour) =>
      state === "failed" || (state === "missing" && this.length === 1);
    return this.#hours.some(failed) ? "failed" : "done";
  }

  periodAt(index: number): Period {
    return this.range.first.plus(index);
  }

  /** The index of a period, -1 if it is not one of the job's. */
  indexOf(period: Period): number {
    if (period.unit !== this.range.first.unit) return -1;
    const index = period.since(this.range.first);
    return index < this.length ? Math.max(index, -1) : -1;
  }

  /** Changes what is known of a period, unless it has come to its end. */
  change(index: number, progress: Partial<JobHour>): void {
    const before = this.#hours[index]!;
    if (this.isFinal || isFinal(before.state)) return;
    const hour = { ...before, ...progress };
    this.#hours[index] = hour;
    if (isFinal(hour.state)) this.#open--;
    this.#versions[index] = ++this.#version;
    this.#tell();
  }

  /** Its first period has been begun. */
  start(now: Date): void {
    if (this.#state !== "queued") return;
    this.#state = "running";
    this.#started = now.toISOString();
    this.#version++;
    this.#tell();
  }

  /** It has come to its end; periods that have not are cancelled. */
  end(state: JobState, now: Date): JobStatus {
    if (this.#open > 0) {
      for (const index of this.#hours.keys()) this.change(index, { state: "cancelled" });
    }
    this.unbegun.clear();
    this.#state = state;
    this.#ended = now.toISOString();
    this.#version++;
    const job = this.snapshot();
    for (const { resolve } of this.#waiters) resolve(job);
    this.#waiters.clear();
    this.#tell();
    return job;
  }

  /** Whoever waits for its end, now or later, waits in vain. */
  abandon(error: Error): void {
    this.#abandoned = error;
    for (const { reject } of this.#waiters) reject(error);
    this.#waiters.clear();
  }

  wait(signal?: AbortSignal): Promise<JobStatus> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.isFinal) return resolve(this.snapshot());
      if (this.#abandoned !== undefined) return reject(this.#abandoned);
      const leave = () => {
        this.#waiters.delete(waiter);
        reject(signal?.reason);
      };
      const stay = () => signal?.removeEventListener("abort", leave);
      const waiter: Waiter = {
        resolve: (job) => (stay(), resolve(job)),
        reject: (error) => (stay(), reject(error)),
      };
      this.#waiters.add(waiter);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  /** Calls back once, at the next change; returns what forgets that. */
  onNextChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The job as it is now; of its periods, only those that have changed since a version. */
  snapshot(since = -1): JobStatus {
    return {
      id: this.id,
      from: `${this.range.first}`,
      to: `${this.range.last}`,
      state: this.#state,
      created: this.#created,
      started: this.#started,
      ended: this.#ended,
      hours: this.#hours.filter((_, index) => this.#versions[index]! > since),
      failure: this.#state === "failed" ? this.failure : null,
    };
  }

  #tell(): void {
    if (this.#listeners.size === 0) return;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }
}
