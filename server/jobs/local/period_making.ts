import type { Clock, Period, ProduceEvent } from "../../../core/mod.ts";
import type { JobHour } from "../job.ts";
import type { MakePeriod } from "../jobs.ts";
import type { JobRecord } from "./job_record.ts";

/** How a period is tried. */
export interface AttemptOptions {
  make: MakePeriod;
  /** How often a period is tried at most. */
  maxTries: number;
  /** Called with what happens. */
  onEvent?: ((period: Period, event: ProduceEvent) => void) | undefined;
}

/** The making of one period, which all jobs share that have it. */
export class PeriodMaking {
  readonly period: Period;
  /** The jobs that have it. */
  readonly jobs: Set<JobRecord> = new Set();
  /** Whether it is being made right now. */
  isRunning = false;

  #progress: Partial<JobHour> & { tries: number } = { state: "waiting", tries: 0 };
  #isExhausted = false;
  /** How many bytes have been read of the dump of each hour. */
  readonly #read: Map<string, number> = new Map();
  readonly #stop = new AbortController();

  constructor(period: Period) {
    this.period = period;
  }

  /** How often it has been tried. */
  get tries(): number {
    return this.#progress.tries;
  }

  /** Whether all requests for it were cancelled, or the queue has been closed. */
  get isStopped(): boolean {
    return this.#stop.signal.aborted && !this.#isExhausted;
  }

  /** Whether somebody waits for just this period. */
  get isUrgent(): boolean {
    return [...this.jobs].some(({ length }) => length === 1);
  }

  /** Adds a job that has the period, too. */
  join(job: JobRecord, now: Date): void {
    const index = job.indexOf(this.period);
    job.unbegun.delete(index);
    this.jobs.add(job);
    if (this.isRunning) job.start(now);
    job.change(index, this.#progress);
  }

  /** Removes a job that was cancelled; the last one stops the making. */
  leave(job: JobRecord): void {
    if (this.jobs.delete(job) && this.jobs.size === 0) this.stop();
  }

  /** Ends the work, or the wait before the next try. */
  stop(): void {
    this.#stop.abort(new DOMException("Request cancelled", "AbortError"));
  }

  /** Tells all jobs what has become of the period. */
  update(progress: Partial<JobHour>): void {
    this.#progress = { ...this.#progress, ...progress };
    for (const job of this.jobs) job.change(job.indexOf(this.period), progress);
  }

  /** Tries once to make the period; gives that it is done, that it was stopped, or why it failed. */
  async attempt(now: Date, options: AttemptOptions): Promise<"done" | "stopped" | Error> {
    const { make, maxTries, onEvent } = options;
    const isFirst = this.tries === 0;
    let isOver = false;
    this.isRunning = true;
    this.#read.clear();
    for (const job of this.jobs) job.start(now);
    this.update({ state: "running", tries: this.tries + 1, bytes: 0, length: null });
    try {
      await make(this.period, {
        signal: this.#stop.signal,
        onEvent: (event) => {
          if (isOver) return;
          onEvent?.(this.period, event);
          this.#note(event, isFirst, maxTries);
        },
      });
      return "done";
    } catch (error) {
      if (this.isStopped) return "stopped";
      return error instanceof Error ? error : new Error(String(error), { cause: error });
    } finally {
      isOver = true;
      this.isRunning = false;
    }
  }

  /** Waits before the next attempt; gives whether the wait came to its end. */
  async rest(milliseconds: number, clock: Clock): Promise<boolean> {
    try {
      await clock.sleep(milliseconds, this.#stop.signal);
      return true;
    } catch (error) {
      if (this.isStopped) return false;
      throw error;
    }
  }

  /** Of a longer period, several dumps are read at a time, and nobody knows how long all of them are. */
  #noteDownload(event: ProduceEvent & { stage: "download" }): void {
    this.#read.set(event.hour, event.state === "start" ? 0 : event.bytes);
    const bytes = this.#read.values().reduce((sum, bytes) => sum + bytes, 0);
    const isStart = event.state === "start" && this.period.unit === "hour";
    this.update(isStart ? { bytes, length: event.length } : { bytes });
  }

  #note(event: ProduceEvent, isFirst: boolean, maxTries: number): void {
    switch (event.stage) {
      case "download":
        return this.#noteDownload(event);
      case "retry": {
        const { error, delay } = event;
        this.update({ message: error.message });
        // After a hiccup of the network the same try goes on; a damaged dump is read again at once.
        if (delay > 0) return;
        if (this.tries < maxTries) return this.update({ tries: this.tries + 1 });
        // Only the first attempt may go beyond that, so that each source is asked.
        if (isFirst) return;
        this.#isExhausted = true;
        this.#stop.abort(error);
      }
    }
  }
}
