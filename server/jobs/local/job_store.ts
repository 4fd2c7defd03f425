import type { HourRange, Store } from "../../../core/mod.ts";
import { isFinal, type Job } from "../job.ts";
import { isUnfinished, type KeptFacts, readEndedJob, readKeptFacts } from "../kept_job.ts";
import { Lanes } from "./keyed_queue.ts";

const FOLDER = "jobs";
const ENDING = "json";

/** How many files are read or written at a time. */
const TOGETHER = 16;

/** How long a lock is waited for in the end, in milliseconds. */
const LAST_WAIT_MS = 5000;

/** Options of {@linkcode JobFiles}. */
export interface JobFilesOptions {
  /** Where the jobs are kept. */
  store: Store;
  /** Hears of what could not be read or kept. */
  onWarning: (warning: Error) => void;
}

/** A job that was kept: as it ended, or what is known of it if it did not. */
export interface KeptJob {
  /** Its name. */
  id: string;
  /** Its hours. */
  range: HourRange;
  /** When it was accepted. */
  created: string;
  /** How it ended, `undefined` if it has yet to be made. */
  ended: Job | undefined;
}

/**
 * Keeps jobs in the store, so that they survive the process. What is not there for lack of space or
 * permission is warned of, and nothing else.
 */
export class JobFiles {
  readonly #store: Store;
  readonly #onWarning: (warning: Error) => void;
  readonly #lanes = new Lanes(TOGETHER);
  readonly #giveUp = new AbortController();

  /**
   * Constructs a new instance.
   *
   * @param options Where.
   */
  constructor({ store, onWarning }: JobFilesOptions) {
    this.#store = store;
    this.#onWarning = onWarning;
  }

  /**
   * Reads the jobs. What else is in the folder is passed over.
   *
   * @param now The present time.
   * @returns The jobs in the order in which they were accepted.
   */
  async load(now: Date): Promise<KeptJob[]> {
    const keys = new Set<string>();
    await this.#try("read the jobs of an earlier process", async () => {
      for (const { key, ending } of await this.#store.list(FOLDER)) {
        if (ending === "manifest") keys.add(key);
      }
    });
    const jobs: KeptJob[] = [];
    const reading = [...keys].map((key) =>
      this.#lanes.run(key, () =>
        this.#try(`read "${key}"`, async () => {
          const job = await this.#read(key, now);
          if (job !== undefined) jobs.push(job);
        }))
    );
    await Promise.all(reading);
    return jobs.sort((a, b) =>
      Date.parse(a.created) - Date.parse(b.created) || (a.id < b.id ? -1 : 1)
    );
  }

  /**
   * Writes a job.
   *
   * @param job The job as it is now.
   * @returns When it is written, or cannot be.
   */
  save(job: Job): Promise<void> {
    const { id, state, created } = job;
    const facts: KeptFacts = { job: id, state, created };
    const content = new TextEncoder().encode(JSON.stringify(job) + "\n");
    return this.#lanes.run(
      id,
      () =>
        this.#try(`keep job "${id}", which a restart would lose`, async () => {
          using _lock = await this.#store.lock(keyOf(id), this.#giveUp.signal);
          await this.#store.write(keyOf(id), ENDING, content, facts);
        }),
    );
  }

  /**
   * Removes a job, unless another process has begun it anew.
   *
   * @param id The job's name.
   * @returns When it is removed, or cannot be.
   */
  remove(id: string): Promise<void> {
    return this.#lanes.run(id, () =>
      this.#try(`remove job "${id}"`, async () => {
        using _lock = await this.#store.lock(keyOf(id), this.#giveUp.signal);
        const manifest = await this.#store.readManifest(keyOf(id));
        const isEnded = manifest?.job === id && isFinal(manifest.state as Job["state"]);
        if (isEnded) await this.#store.remove(keyOf(id), [ENDING]);
      }));
  }

  /** Waits until all is written that can be. */
  async flush(): Promise<void> {
    const timer = setTimeout(() => this.#giveUp.abort(), LAST_WAIT_MS);
    await this.#lanes.rest();
    clearTimeout(timer);
  }

  async #read(key: string, now: Date): Promise<KeptJob | undefined> {
    const id = key.slice(FOLDER.length + 1);
    const manifest = await this.#store.readManifest(key);
    const kept = manifest && readKeptFacts(id, manifest, now);
    if (kept === undefined) return undefined;
    const { range, facts } = kept;
    const { created } = facts;
    // Its file need not match: the process may have been killed while it wrote the end.
    if (isUnfinished(facts)) return { id, range, created, ended: undefined };
    const entry = await this.#store.read(key);
    const ended = entry && readEndedJob(entry.content, id, range);
    return ended && { id, range, created, ended };
  }

  /** Whatever keeps a job from the disk, it must not keep it from being made. */
  async #try(action: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#onWarning(new Error(`Cannot ${action}: ${why}`, { cause: error }));
    }
  }
}

function keyOf(id: string): string {
  return `${FOLDER}/${id}`;
}
