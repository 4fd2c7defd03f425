import type { Clock, Hour, ProduceEvent } from "../../../core/mod.ts";
import type { JobHour } from "../job.ts";
import type { MakeHour } from "../jobs.ts";
import type { JobRecord } from "./job_record.ts";

/** How an hour is tried. */
export interface AttemptOptions {
  make: MakeHour;
  /** How often its dump is tried at most. */
  maxTries: number;
  /** Called with what happens. */
  onEvent?: ((hour: Hour, event: ProduceEvent) => void) | undefined;
}

/** The making of one hour, which all jobs share that have the hour. */
export class HourMaking {
  readonly hour: Hour;
  /** The jobs that have it. */
  readonly jobs: Set<JobRecord> = new Set();
  /** Whether it is being made right now. */
  isRunning = false;

  #progress: Partial<JobHour> & { tries: number } = { state: "waiting", tries: 0 };
  #isExhausted = false;
  readonly #stop = new AbortController();

  constructor(hour: Hour) {
    this.hour = hour;
  }

  /** How often the dump has been tried. */
  get tries(): number {
    return this.#progress.tries;
  }

  /** Whether all requests for the hour were cancelled, or the queue has been closed. */
  get isStopped(): boolean {
    return this.#stop.signal.aborted && !this.#isExhausted;
  }

  /** Whether somebody waits for just this hour. */
  get isUrgent(): boolean {
    return [...this.jobs].some(({ length }) => length === 1);
  }

  /** Adds a job that has the hour, too. */
  join(job: JobRecord, now: Date): void {
    const index = job.indexOf(this.hour);
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

  /** Tells all jobs what has become of the hour. */
  update(progress: Partial<JobHour>): void {
    this.#progress = { ...this.#progress, ...progress };
    for (const job of this.jobs) job.change(job.indexOf(this.hour), progress);
  }

  /** Tries once to make the hour; gives that it is done, that it was stopped, or why it failed. */
  async attempt(now: Date, options: AttemptOptions): Promise<"done" | "stopped" | Error> {
    const { make, maxTries, onEvent } = options;
    const isFirst = this.tries === 0;
    let isOver = false;
    this.isRunning = true;
    for (const job of this.jobs) job.start(now);
    this.update({ state: "running", tries: this.tries + 1, bytes: 0, length: null });
    try {
      await make(this.hour, {
        signal: this.#stop.signal,
        onEvent: (event) => {
          if (isOver) return;
          onEvent?.(this.hour, event);
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

  #note(event: ProduceEvent, isFirst: boolean, maxTries: number): void {
    switch (event.stage) {
      case "download":
        return this.update(
          event.state === "start" ? { bytes: 0, length: event.length } : { bytes: event.bytes },
        );
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
