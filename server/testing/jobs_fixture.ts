import { storeIn } from "../../core/testing/store_hour.ts";
import { type TempFolder, tempFolder } from "../../core/testing/temp_folder.ts";
import type { Job, JobStatus } from "../jobs/job.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { LocalJobs, type LocalJobsOptions } from "../jobs/local/local_jobs.ts";
import { ControlledMake, nextTask } from "./controlled_make.ts";
import { StillClock } from "./still_clock.ts";

/** A folder for a store, and queues over it; they are closed at the end. */
export class JobsFixture implements AsyncDisposable {
  /** Makes the hours, unless a queue is given something else. */
  readonly make = new ControlledMake();
  /** The clock of the queues, unless they are given another one. */
  readonly clock = new StillClock();
  /** What queues warned of. */
  readonly warnings: string[] = [];
  /** The jobs that have ended. */
  readonly ended: Job[] = [];
  /** The folder of the store. */
  readonly folder: string;

  readonly #temp: TempFolder;
  readonly #queues: LocalJobs[] = [];

  private constructor(temp: TempFolder) {
    this.#temp = temp;
    this.folder = `${temp.path}/reports`;
  }

  /** Makes the folder. */
  static async open(): Promise<JobsFixture> {
    return new JobsFixture(await tempFolder());
  }

  /** Opens a queue, as another process would. */
  async queue(options: Partial<LocalJobsOptions> = {}): Promise<LocalJobs> {
    const queue = await LocalJobs.open({
      store: storeIn(this.folder),
      make: this.make.make,
      clock: this.clock,
      onEnd: (job) => this.ended.push(job),
      onWarning: ({ message }) => this.warnings.push(message),
      ...options,
    });
    this.#queues.push(queue);
    return queue;
  }

  /** Lets time pass once somebody sleeps. */
  async pass(milliseconds: number): Promise<void> {
    while (this.clock.sleeping === 0) await nextTask();
    this.clock.pass(milliseconds);
  }

  /** What the store has of a job; failures are not kept. */
  async kept(id: string): Promise<JobStatus | undefined> {
    const entry = await storeIn(this.folder).read(`jobs/${id}`);
    return entry && { ...JSON.parse(new TextDecoder().decode(entry.content)), failure: null };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const queue of this.#queues) {
      const closed = queue.close(0);
      await nextTask();
      this.clock.pass(0);
      await closed;
    }
    await this.#temp[Symbol.asyncDispose]();
  }
}

/** The states of a job and of its hours. */
export function statesOf(job: Job | undefined): string[] {
  return [job?.state ?? "unknown", ...job?.hours.map(({ state }) => state) ?? []];
}

/** Those of some ids whose jobs are known. */
export async function knownOf(jobs: Jobs, ids: readonly string[]): Promise<string[]> {
  const found = await Promise.all(ids.map((id) => jobs.get(id)));
  return ids.filter((_, i) => found[i] !== undefined);
}
