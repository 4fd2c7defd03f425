import type { Clock, Store } from "../../../core/mod.ts";
import type { PeriodRange } from "../../../core/time/period.ts";
import { isFinal, type Job, type JobHour, type JobStatus } from "../job.ts";
import { parseJobId } from "../job_id.ts";
import { KeyedQueue } from "./keyed_queue.ts";

const FOLDER = "jobs";
const EXTENSION = "json";

/** How many files are read or written at a time. */
const CONCURRENCY = 16;

/** A lock that is held for longer is told of. */
const LATE_MS = 10_000;

/** How long a lock is waited for in the end, in milliseconds. */
const LAST_WAIT_MS = 5000;

/** Options of {@linkcode JobStore}. */
export interface JobStoreOptions {
  store: Store;
  clock: Clock;
  /** Called when a job could not be read or kept. */
  onWarning: (warning: Error) => void;
}

/** A job that was kept: as it ended, or what is known of it if it did not. */
export interface KeptJob {
  id: string;
  range: PeriodRange;
  /** When it was accepted. */
  created: string;
  /** How it ended, `undefined` if it has yet to be made. */
  ended: JobStatus | undefined;
}

/**
 * Keeps jobs in the store, so that they survive the process. What is not there for lack of space or
 * permission is warned of, and nothing else.
 *
 * Each job is an entry of its own; its manifest says as much as is needed to begin it anew, so that
 * the file itself is read only of jobs that have ended.
 */
export class JobStore {
  readonly #options: JobStoreOptions;
  readonly #queue = new KeyedQueue(CONCURRENCY);
  readonly #giveUp = new AbortController();

  constructor(options: JobStoreOptions) {
    this.#options = options;
  }

  /** Reads the jobs in the order in which they were accepted. What is no job is passed over. */
  async load(): Promise<KeptJob[]> {
    const { store } = this.#options;
    const keys = new Set<string>();
    await this.#try("read the jobs of an earlier process", async () => {
      for (const { key, extension } of await store.list(FOLDER)) {
        if (extension === "manifest") keys.add(key);
      }
    });
    const jobs: KeptJob[] = [];
    const reading = [...keys].map((key) =>
      this.#queue.run(key, () =>
        this.#try(`read "${key}"`, async () => {
          const job = await this.#read(key);
          if (job !== undefined) jobs.push(job);
        }))
    );
    await Promise.all(reading);
    return jobs.sort((a, b) =>
      Date.parse(a.created) - Date.parse(b.created) || (a.id < b.id ? -1 : 1)
    );
  }

  /**
   * Writes a job as it is now.
   *
   * @param job The job.
   * @param onLate Called when its lock, which another process may hold, takes too long to wait for.
   * @returns Whether it is written, when it is, or cannot be.
   */
  async save({ failure: _, ...job }: JobStatus, onLate?: () => void): Promise<boolean> {
    const { store } = this.#options;
    const { id, state, created } = job;
    const content = new TextEncoder().encode(JSON.stringify(job) + "\n");
    let isKept = false;
    await this.#queue.run(
      id,
      () =>
        this.#try(`keep job "${id}", which a restart would lose`, async () => {
          using _lock = await this.#lock(id, onLate);
          await store.write(keyOf(id), EXTENSION, content, { job: id, state, created });
          isKept = true;
        }),
    );
    return isKept;
  }

  /** Removes a job that has ended, unless another process has begun it anew. */
  remove(id: string): Promise<void> {
    const { store, clock } = this.#options;
    return this.#queue.run(id, () =>
      this.#try(`remove job "${id}"`, async () => {
        using _lock = await store.lock(keyOf(id), this.#giveUp.signal, `job ${id}`);
        const kept = await keptAs(store, id, clock.now());
        if (kept !== undefined && isFinal(kept.state)) await store.remove(keyOf(id), [EXTENSION]);
      }));
  }

  async #lock(id: string, onLate?: () => void): Promise<Disposable> {
    const { store, clock, onWarning } = this.#options;
    const locked = new AbortController();
    const tell = () => {
      const why = `its lock is held for longer than ${LATE_MS / 1000} seconds`;
      onWarning(new Error(`Cannot keep job "${id}" yet: ${why}; still trying`));
      onLate?.();
    };
    if (onLate !== undefined) clock.sleep(LATE_MS, locked.signal).then(tell, () => {});
    try {
      return await store.lock(keyOf(id), this.#giveUp.signal, `job ${id}`);
    } finally {
      locked.abort();
    }
  }

  /** Waits until all is written that can be. */
  async flush(): Promise<void> {
    const done = new AbortController();
    const tooLong = this.#options.clock.sleep(LAST_WAIT_MS, done.signal);
    tooLong.then(() => this.#giveUp.abort(), () => {});
    await this.#queue.idle();
    done.abort();
  }

  async #read(key: string): Promise<KeptJob | undefined> {
    const { store, clock } = this.#options;
    const id = key.slice(FOLDER.length + 1);
    const kept = await keptAs(store, id, clock.now());
    if (kept === undefined) return undefined;
    const { range, state, created } = kept;
    // Its file need not match: the process may have been killed while it wrote the end.
    if (!isFinal(state)) return { id, range, created, ended: undefined };
    const entry = await store.read(key);
    const ended = entry && readEndedJob(entry.content, id, range);
    return ended && { id, range, created, ended };
  }

  /** Whatever keeps a job from the disk, it must not keep it from being made. */
  async #try(action: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#options.onWarning(new Error(`Cannot ${action}: ${why}`, { cause: error }));
    }
  }
}

/** A job of a store that has come to its end. */
export interface EndedJob {
  id: string;
  /** When it did, as `2026-09-10T20:04:05.000Z`. */
  ended: string;
  /** Where it is kept, and in how many bytes. */
  location: string;
  bytes: number;
  /** Removes it, unless a server has begun it anew; gives how many bytes were removed. */
  remove(): Promise<number>;
}

/** Lists the jobs of a store that have ended, in the order of their names. */
export async function* endedJobs(store: Store, now: Date): AsyncGenerator<EndedJob> {
  const files = Map.groupBy(await store.list(FOLDER), ({ key }) => key);
  for (const [key, own] of files) {
    const id = key.slice(FOLDER.length + 1);
    const kept = await keptAs(store, id, now);
    if (kept === undefined || !isFinal(kept.state)) continue;
    const entry = await store.read(key);
    const ended = entry && readEndedJob(entry.content, id, kept.range)?.ended;
    yield {
      id,
      // Of one that was written only in part, it is known when it was accepted.
      ended: ended ?? kept.created,
      location: store.locate(key, `${id}.${EXTENSION}`),
      bytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
      async remove() {
        using _lock = await store.lock(key);
        const isEnded = isFinal((await keptAs(store, id, now))?.state ?? "queued");
        return isEnded ? await store.remove(key, [EXTENSION]) : 0;
      },
    };
  }
}

async function keptAs(
  store: Store,
  id: string,
  now: Date,
): Promise<ReturnType<typeof readManifest>> {
  const manifest = await store.readManifest(keyOf(id));
  return manifest && readManifest(id, manifest, now);
}

const FINAL_STATES: ReadonlySet<unknown> = new Set(["done", "failed", "cancelled"]);
const STATES: ReadonlySet<unknown> = new Set(["queued", "running", ...FINAL_STATES]);
const FINAL_HOUR_STATES: ReadonlySet<unknown> = new Set(["done", "missing", "failed", "cancelled"]);

function keyOf(id: string): string {
  return `${FOLDER}/${id}`;
}

/** What a manifest, which may be anybody's, says of a job; `undefined` if it is not that job's. */
function readManifest(
  id: string,
  { job, state, created }: Record<string, unknown>,
  now: Date,
): { range: PeriodRange; state: Job["state"]; created: string } | undefined {
  const range = parseJobId(id, now);
  if (range === undefined || job !== id || !STATES.has(state) || !isTime(created)) return undefined;
  return { range, state: state as Job["state"], created };
}

/** The job in a file, whose bytes may be anything; `undefined` if it is not that job's end. */
function readEndedJob(
  content: Uint8Array,
  id: string,
  { first, last }: PeriodRange,
): JobStatus | undefined {
  let job: Job;
  try {
    job = JSON.parse(new TextDecoder().decode(content));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const isRight = job?.id === id && FINAL_STATES.has(job.state) && isTime(job.created) &&
    (job.started === null || isTime(job.started)) && isTime(job.ended) &&
    Array.isArray(job.hours) && job.hours.length === last.since(first) + 1 &&
    job.hours.every((hour, i) => isEndedHour(hour, `${first.plus(i)}`));
  if (!isRight) return undefined;
  const { state, created, started, ended, hours } = job;
  // No failure of an earlier process stands: this one may have other sources, or permissions.
  const times = { created, started, ended };
  return { id, from: `${first}`, to: `${last}`, state, ...times, hours, failure: null };
}

function isTime(value: unknown): value is string {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}

function isEndedHour(hour: JobHour, name: string): boolean {
  return hour?.hour === name && FINAL_HOUR_STATES.has(hour.state) &&
    [hour.tries, hour.max_tries, hour.bytes].every(Number.isFinite) &&
    (hour.length === null || Number.isFinite(hour.length)) &&
    (hour.message === null || typeof hour.message === "string");
}
