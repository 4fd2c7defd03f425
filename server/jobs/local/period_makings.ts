import type { Clock, Period } from "../../../core/mod.ts";
import { type AttemptOptions, PeriodMaking } from "./period_making.ts";
import { describeFailure, mayPass, retryAfterOf } from "../failure.ts";
import type { JobRecord } from "./job_record.ts";
import { FairScheduler } from "./fair_scheduler.ts";

/** The wait after the first try, and the longest one; each is twice as long as the one before. */
const FIRST_REST_MS = 1000;
const LONGEST_REST_MS = 60_000;

/** How long work that was stopped may take to end. */
const STOP_MS = 5000;

/** Options of {@linkcode PeriodMakings}. */
export interface PeriodMakingsOptions extends AttemptOptions {
  clock: Clock;
  /** How many periods are made at a time. */
  running: number;
  /** Called with a job whose periods have all come to their ends. */
  onSettled: (job: JobRecord) => void;
}

/** Makes the periods of jobs, each once for all jobs that have it, and only so many at a time. */
export class PeriodMakings {
  readonly #options: PeriodMakingsOptions;
  readonly #scheduler = new FairScheduler();
  /** By label: those that run, rest, or are being stopped. */
  readonly #makings: Map<string, PeriodMaking> = new Map();
  /** Those that have waited between two tries. */
  readonly #rested: Set<PeriodMaking> = new Set();
  readonly #runs: Set<Promise<void>> = new Set();
  #isClosed = false;

  constructor(options: PeriodMakingsOptions) {
    this.#options = options;
  }

  /** Whether a period is being made right now, and not being stopped. */
  isRunning(period: Period): boolean {
    const making = this.#makings.get(`${period}`);
    return making !== undefined && making.isRunning && !making.isStopped;
  }

  /** Makes the periods of a job, in its turn. */
  add(job: JobRecord): void {
    this.#scheduler.add(job);
    for (const making of this.#makings.values()) {
      if (!making.isStopped && job.indexOf(making.period) >= 0) {
        making.join(job, this.#options.clock.now());
      }
    }
    this.#pump();
  }

  /** Makes them no longer, except for other jobs that have them, too. */
  drop(job: JobRecord): void {
    this.#scheduler.remove(job);
    for (const making of this.#makings.values()) making.leave(job);
    this.#pump();
  }

  /** Begins nothing any more; what runs may end within the grace, then it is stopped. */
  async close(graceMs: number): Promise<void> {
    this.#isClosed = true;
    for (const making of this.#makings.values()) if (!making.isRunning) making.stop();
    await this.#rest(graceMs);
    for (const making of this.#makings.values()) making.stop();
    await this.#rest(STOP_MS);
  }

  /** Waits until nothing runs, but not forever. */
  async #rest(milliseconds: number): Promise<void> {
    if (this.#runs.size === 0) return;
    const awake = new AbortController();
    const tooLong = this.#options.clock.sleep(milliseconds, awake.signal);
    const atRest = Promise.all(this.#runs).then(() => awake.abort());
    await Promise.race([atRest, tooLong.catch(() => {})]);
  }

  #pump(): void {
    while (!this.#isClosed && this.#runs.size < this.#options.running) {
      const making = this.#next();
      if (making === undefined) return;
      const run = this.#run(making).finally(() => {
        this.#runs.delete(run);
        this.#pump();
      });
      this.#runs.add(run);
    }
  }

  #next(): PeriodMaking | undefined {
    for (const making of this.#rested) if (making.isStopped) this.#forget(making);
    const isTaken = (period: Period) => this.#makings.has(`${period}`);
    const first = this.#scheduler.isTurnOfRanges ? this.#nextOfRanges(isTaken) : undefined;
    return first ?? this.#nextSingle(isTaken) ?? this.#nextOfRanges(isTaken);
  }

  /** The next period that somebody waits for by itself. */
  #nextSingle(isTaken: (period: Period) => boolean): PeriodMaking | undefined {
    const rested = [...this.#rested].find(({ isUrgent }) => isUrgent);
    const single = rested === undefined ? this.#scheduler.nextSingle(isTaken) : undefined;
    const making = rested ?? (single && this.#begin(single));
    if (making !== undefined) this.#scheduler.countSingle();
    return making;
  }

  /** The next period that only ranges have. */
  #nextOfRanges(isTaken: (period: Period) => boolean): PeriodMaking | undefined {
    const rested = [...this.#rested].find(({ isUrgent }) => !isUrgent);
    const next = rested === undefined ? this.#scheduler.nextOfRanges(isTaken) : undefined;
    const making = rested ?? (next && this.#begin(next));
    if (making !== undefined) this.#scheduler.countOfRange();
    return making;
  }

  #begin(period: Period): PeriodMaking {
    const making = new PeriodMaking(period);
    this.#makings.set(`${period}`, making);
    for (const job of this.#scheduler.jobs()) {
      if (job.unbegun.has(job.indexOf(period))) making.join(job, this.#options.clock.now());
    }
    return making;
  }

  async #run(making: PeriodMaking): Promise<void> {
    const { clock, maxTries } = this.#options;
    this.#rested.delete(making);
    const outcome = await making.attempt(clock.now(), this.#options);
    if (outcome === "done") return this.#end(making, undefined);
    if (outcome === "stopped") return this.#forget(making);
    const isTooLong = retryAfterOf(outcome) > LONGEST_REST_MS;
    if (!mayPass(outcome) || isTooLong || making.tries >= maxTries) {
      return this.#end(making, outcome);
    }
    making.update({ message: outcome.message });
    if (this.#isClosed || making.jobs.size === 0) return this.#forget(making);
    making.update({ state: "waiting" });
    // Others may be made meanwhile.
    void this.#restAndReturn(making, outcome);
  }

  async #restAndReturn(making: PeriodMaking, error: Error): Promise<void> {
    const usual = Math.min(FIRST_REST_MS * 2 ** (making.tries - 1), LONGEST_REST_MS);
    // With jitter, so that many do not come back at the same moment.
    const rest = Math.max(usual * (0.75 + Math.random() / 2), retryAfterOf(error));
    if (await making.rest(rest, this.#options.clock)) this.#rested.add(making);
    else this.#forget(making);
    this.#pump();
  }

  #end(making: PeriodMaking, error: Error | undefined): void {
    const { clock, onSettled } = this.#options;
    this.#makings.delete(`${making.period}`);
    const failure = error && describeFailure(making.period, error, clock.now());
    const isMissing = failure?.code === "missing" || failure?.code === "not-published-yet";
    if (failure === undefined) making.update({ state: "done" });
    else making.update({ state: isMissing ? "missing" : "failed", message: failure.message });
    for (const job of making.jobs) {
      // A dump that is not there fails a job only if there is nothing else to it.
      if (!isMissing || job.length === 1) job.failure ??= failure ?? null;
      if (!job.isSettled) continue;
      this.#scheduler.remove(job);
      onSettled(job);
    }
  }

  /** It was stopped: its requests were cancelled, or the queue is closed. */
  #forget(making: PeriodMaking): void {
    this.#rested.delete(making);
    this.#makings.delete(`${making.period}`);
    making.update({ state: "waiting" });
  }
}
