import type { Clock, Hour, Production, ProductionEvent } from "../../../core/mod.ts";
import type { JobHour } from "../job.ts";
import type { JobRecord } from "./job_record.ts";

/** Makes an hour, or finds it made. It ends soon when its signal is aborted. */
export type MakeHour = (
  hour: Hour,
  options: { signal: AbortSignal; onEvent: (event: ProductionEvent) => void },
) => Promise<Production>;

/** How an hour is tried. */
export interface AttemptOptions {
  /** Makes the hour. */
  make: MakeHour;
  /** How often its dump is tried at most. */
  maxTries: number;
  /** Hears what happens. */
  onEvent?: (hour: Hour, event: ProductionEvent) => void;
}

/** The making of one hour, which all jobs share that want the hour. */
export class HourMaking {
  /** The hour. */
  readonly hour: Hour;
  /** The jobs that want it. */
  readonly jobs: Set<JobRecord> = new Set();
  /** Whether it is being made right now. */
  isRunning = false;

  #facts: Partial<JobHour> & { tries: number } = { state: "waiting", tries: 0 };
  #isExhausted = false;
  readonly #stop = new AbortController();

  /**
   * Constructs a new instance.
   *
   * @param hour The hour.
   */
  constructor(hour: Hour) {
    this.hour = hour;
  }

  /** How often the dump has been tried. */
  get tries(): number {
    return this.#facts.tries;
  }

  /** Whether nobody wants the hour any more, or the queue has been closed. */
  get isStopped(): boolean {
    return this.#stop.signal.aborted && !this.#isExhausted;
  }

  /** Whether somebody waits for just this hour. */
  get isUrgent(): boolean {
    return [...this.jobs].some(({ length }) => length === 1);
  }

  /** A job wants the hour, too. */
  join(job: JobRecord, now: Date): void {
    const place = job.placeOf(this.hour);
    job.unbegun.delete(place);
    this.jobs.add(job);
    if (this.isRunning) job.start(now);
    job.change(place, this.#facts);
  }

  /** A job does not want it any more; the last one stops it. */
  leave(job: JobRecord): void {
    if (this.jobs.delete(job) && this.jobs.size === 0) this.stop();
  }

  /** Ends the work, or the rest. */
  stop(): void {
    this.#stop.abort(new DOMException("Nobody wants the hour any more", "AbortError"));
  }

  /** Changes what the jobs know of the hour. */
  tell(facts: Partial<JobHour>): void {
    this.#facts = { ...this.#facts, ...facts };
    for (const job of this.jobs) job.change(job.placeOf(this.hour), facts);
  }

  /**
   * Tries once to make the hour.
   *
   * @param now The present time.
   * @param options How.
   * @returns That it is done, that it was stopped, or why it failed.
   */
  async attempt(now: Date, options: AttemptOptions): Promise<"done" | "stopped" | Error> {
    const { make, maxTries, onEvent } = options;
    const isFirst = this.tries === 0;
    let isOver = false;
    this.isRunning = true;
    for (const job of this.jobs) job.start(now);
    this.tell({ state: "running", tries: this.tries + 1, bytes: 0, length: null });
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

  /**
   * Waits before the next attempt.
   *
   * @param milliseconds How long.
   * @param clock The passing of time.
   * @returns Whether it came to the end of the rest, rather than being stopped.
   */
  async rest(milliseconds: number, clock: Clock): Promise<boolean> {
    try {
      await clock.sleep(milliseconds, this.#stop.signal);
      return true;
    } catch (error) {
      if (this.isStopped) return false;
      throw error;
    }
  }

  #note(event: ProductionEvent, isFirst: boolean, maxTries: number): void {
    switch (event.stage) {
      case "open":
        return this.tell({ bytes: 0, length: event.length });
      case "read":
      case "ranked":
        return this.tell({ bytes: event.bytes });
      case "retry": {
        const { error, delay } = event;
        this.tell({ message: error.message });
        // After a hiccup of the network the same try goes on; a damaged dump is read again at once.
        if (delay > 0) return;
        if (this.tries < maxTries) return this.tell({ tries: this.tries + 1 });
        // Only the first attempt may go beyond that, so that each source is asked.
        if (isFirst) return;
        this.#isExhausted = true;
        this.#stop.abort(error);
      }
    }
  }
}
