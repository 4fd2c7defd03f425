import { LockError, SourceError } from "../../core/mod.ts";
import type { Locks, OnEvent, Period, Producer } from "../../core/mod.ts";
import type { RankPool } from "../../core/node/rank_pool.ts";
import { dayJobs, type PeriodJob } from "../../core/queue/period_job.ts";
import type {
  JobNote,
  JobProgress,
  Outcome,
  PeriodQueue,
  WorkOptions,
} from "../../core/queue/queue.ts";
import { describeFailure, mayPass } from "../../server/jobs/failure.ts";
import { describeError } from "../advice.ts";
import { Arguments } from "../args/arguments.ts";
import type { FlagName } from "../args/flags.ts";
import { openTracing, type Tracing } from "../open_tracing.ts";
import { isPermissionError } from "../permissions.ts";
import { outcomeOf } from "../progress/outcome.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";

/** How long a week rests whose days are still to be made. */
const DAYS_MS = 10_000;

/**
 * How long to wait for what another process is making, and then to leave it alone: that may have lost
 * its job, and not know it yet.
 */
const LOCKED_MS = 5000;
const LEFT_ALONE_MS = 15_000;

/** The flags that jobs bring. */
const JOB_FLAGS: readonly FlagName[] = ["top", "ties", "denylist"];

/** Options of {@linkcode JobMaker}. */
export interface JobMakerOptions {
  /** What the worker was started with, and of which flags. */
  args: Arguments;
  flags: readonly FlagName[];
  runtime: Runtime;
  pool: RankPool;
  queue: PeriodQueue;
  /** What limits connections. */
  connections: Pick<Locks, "acquire">;
  /** Tells what becomes of each job. */
  say: (message: string) => void;
}

/** Makes the periods of jobs, each as it says, with what the worker has. */
export class JobMaker {
  readonly #options: JobMakerOptions;
  /** By what their jobs say of how to make them. */
  readonly #producers: Map<string, Promise<Producer>> = new Map();
  readonly #tracing: Promise<Tracing | undefined> = openTracing();
  readonly #failed = new AbortController();
  readonly #counts = { made: 0, found: 0, failed: 0, left: 0 };

  constructor(options: JobMakerOptions) {
    this.#options = options;
  }

  /** Aborted with what is wrong with this worker, so that it can make no job at all. */
  get failed(): AbortSignal {
    return this.#failed.signal;
  }

  /** Looks whether its store and its sources can be used. */
  async check(): Promise<void> {
    const workspace = await Workspace.open(this.#options.args, this.#options.runtime);
    await workspace.checkStore({ isWritten: true });
    await workspace.checkSources();
  }

  /** What became of its jobs so far. */
  describe(): string {
    const { made, found, failed, left } = this.#counts;
    return `${made} made, ${found} found made, ${failed} failed, ${left} given back`;
  }

  /** Tries a job; gives what has come of it, and where the reports are that were made. */
  async attempt(
    job: PeriodJob,
    { signal, onProgress }: Parameters<WorkOptions["attempt"]>[1],
  ): Promise<{ outcome: Outcome; locations: readonly string[] }> {
    const { runtime, queue, say } = this.#options;
    const { period, rebuild, missing } = job;
    try {
      if (job.afterDays && await queue.isAnyUnfinished(dayJobs(job))) {
        const until = new Date(runtime.now().getTime() + DAYS_MS);
        return early(until, { code: "after-days", message: "it waits for its days" });
      }
      const producer = await this.#producer(job);
      const onEvent = progressOf(period, onProgress);
      const produce = () => producer.produce(period, { rebuild, missing, signal, onEvent });
      const tracing = await this.#tracing;
      const production = await (tracing?.tracePeriod(period, produce, job.trace) ?? produce());
      const { message, locations = [] } = outcomeOf(production);
      const { made } = production;
      this.#counts[made ? "made" : "found"]++;
      say(`${period}: ${message}`);
      const note = { code: made ? "made" : "found", message };
      return { outcome: { is: "done", made, note }, locations: made ? locations : [] };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return this.#failure(job, error, signal);
    }
  }

  #failure(
    { period }: PeriodJob,
    error: Error,
    signal: AbortSignal,
  ): { outcome: Outcome; locations: readonly string[] } {
    const { runtime, say } = this.#options;
    // What is wrong with every job is wrong with this worker, and others may make them.
    if (isPermissionError(error) || error instanceof SourceError) this.#failed.abort(error);
    if (signal.aborted || this.failed.aborted) {
      this.#counts.left++;
      return { outcome: { is: "left" }, locations: [] };
    }
    const { code, retry_at } = describeFailure(period, error, runtime.now());
    const note = { code, message: describeError(error), retryAt: retry_at };
    if (code === "not-published-yet") {
      say(`${period}: ${note.message}; it rests until ${retry_at}`);
      return early(new Date(retry_at), note);
    }
    if (isLocked(error)) {
      say(`${period}: ${note.message}`);
      const until = new Date(runtime.now().getTime() + LEFT_ALONE_MS);
      return early(until, { ...note, code: "locked" });
    }
    this.#counts.failed++;
    runtime.note(`${period}: ${note.message}`);
    return { outcome: { is: "failed", mayPass: mayPass(error), note }, locations: [] };
  }

  /** What makes periods as a job wants it. */
  async #producer(job: PeriodJob): Promise<Producer> {
    const { top, ties, denylist, crossCheck, editions } = job;
    const key = JSON.stringify([top, ties, denylist, crossCheck, editions]);
    let producer = this.#producers.get(key);
    if (producer === undefined) {
      producer = this.#openProducer(job);
      this.#producers.set(key, producer);
    }
    return await producer;
  }

  async #openProducer({ top, ties, denylist, crossCheck, editions }: PeriodJob): Promise<Producer> {
    const { args, flags, runtime, pool, connections } = this.#options;
    const typed = [...args.typed, `--top=${top}`, `--ties=${ties}`, `--denylist=${denylist}`];
    const own = Arguments.parse(typed, { flags: [...flags, ...JOB_FLAGS] }, runtime.env);
    const sharing = { connections, patience: LOCKED_MS };
    const workspace = await Workspace.open(own, runtime, runtime.note, sharing);
    const producer = await workspace.producer({
      rank: (dump, options) => pool.rank(dump, options),
      editions,
      crossCheck,
    });
    const tracing = await this.#tracing;
    return tracing?.traceProducer(producer) ?? producer;
  }
}

/** Counts the bytes of a period's dumps; of several, nobody knows how long all of them are. */
function progressOf(period: Period, onProgress: (progress: JobProgress) => void): OnEvent {
  const read = new Map<string, number>();
  let length: number | null = null;
  return (event) => {
    if (event.stage !== "download") return;
    if (event.state === "start" && period.unit === "hour") length = event.length;
    read.set(event.hour, event.state === "start" ? 0 : event.bytes);
    onProgress({ bytes: read.values().reduce((sum, bytes) => sum + bytes, 0), length });
  };
}

/** Whether others hold the lock of the period, who may be making it. */
function isLocked(error: Error): boolean {
  return error instanceof LockError && error.code === "locked";
}

function early(
  until: Date,
  note: JobNote,
): { outcome: Outcome; locations: readonly string[] } {
  return { outcome: { is: "early", until, note }, locations: [] };
}
