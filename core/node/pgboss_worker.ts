import type { Job as Claim, JobResult, PgBoss } from "pg-boss";
import type { Clock } from "../async/clock.ts";
import { fromData, type JobData, jobKey, type PeriodJob } from "../queue/period_job.ts";
import type { JobNote, JobProgress, Outcome, WorkOptions } from "../queue/queue.ts";
import { PERIODS, PROGRESS, SCHEMA, TWICE } from "./pgboss_rows.ts";

/** How often a worker says that it has its jobs, in seconds. */
const BEAT_SECONDS = 3;

/** How often it looks for jobs; it is told at once of those that are added. */
const POLL_SECONDS = 2;

/** How often it is tried to say that a job is done, a second apart: the server may be starting anew. */
const TELL_TRIES = 60;

/** How often it is told at most how far a job has come, in milliseconds. */
const TELL_EVERY_MS = 500;

/** How pg-boss gives jobs to a worker. */
const HOW = {
  perJobResults: true,
  pollingIntervalSeconds: POLL_SECONDS,
  notifyPollingIntervalSeconds: POLL_SECONDS,
  heartbeatRefreshSeconds: BEAT_SECONDS,
} as const;

/** Options of {@linkcode PgBossWorker}. */
export interface PgBossWorkerOptions extends WorkOptions {
  /** The passing of time. */
  clock: Clock;
}

/** Takes jobs of a queue, has them tried, and says what has come of each. */
export class PgBossWorker {
  readonly #boss: PgBoss;
  readonly #options: PgBossWorkerOptions;
  /** When the server was heard of last. */
  #heard = 0;

  /** Makes a worker, which begins with {@linkcode run}. */
  constructor(boss: PgBoss, options: PgBossWorkerOptions) {
    this.#boss = boss;
    this.#options = options;
  }

  /** Tries jobs until its signal is aborted. */
  async run(): Promise<void> {
    const { workers, signal } = this.#options;
    void this.#listen(signal);
    for (let i = 0; i < workers; i++) {
      let id = "";
      const handle = async ([claim]: Claim<JobData>[]) => {
        using contact = this.#contact(claim!);
        const stop = AbortSignal.any([claim!.signal, signal, contact.signal]);
        const results = await this.#settle(claim!, stop);
        this.#boss.notifyWorker(id); // Or it would rest before it looks for the next one.
        return results;
      };
      id = await this.#boss.work<JobData, unknown, typeof HOW>(PERIODS, HOW, handle);
    }
    if (!signal.aborted) {
      await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    }
    await this.#boss.offWork(PERIODS, { wait: true });
  }

  /** Notes when the server answers, for as long as there is work. */
  async #listen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const answer = this.#boss.getDb().executeSql("SELECT 1");
      answer.then(() => this.#heard = this.#options.clock.now().getTime(), () => {}); // It is down.
      await this.#options.clock.sleep(BEAT_SECONDS * 1000, signal).catch(() => {});
    }
  }

  /** What ends when the server was not heard of for so long that it must have taken a job back. */
  #contact({ heartbeatSeconds }: Claim<JobData>): Disposable & { signal: AbortSignal } {
    const lost = new AbortController();
    this.#heard = this.#options.clock.now().getTime(); // It has just sent the job.
    const timer = setInterval(() => {
      const silence = this.#options.clock.now().getTime() - this.#heard;
      if (silence > 1000 * (heartbeatSeconds ?? Infinity)) lost.abort();
    }, 1000);
    return { signal: lost.signal, [Symbol.dispose]: () => clearInterval(timer) };
  }

  /** Tries a job, and says what has come of it; that is not heard if the job is somebody else's by then. */
  async #settle(claim: Claim<JobData>, signal: AbortSignal): Promise<JobResult[]> {
    const { attempt, onTaken } = this.#options;
    const { id } = claim;
    let job: PeriodJob;
    let outcome: Outcome;
    try {
      job = fromData(claim.data);
      const onProgress = this.#teller(jobKey(job));
      outcome = signal.aborted ? { is: "left" } : await attempt(job, { signal, onProgress });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const output = { code: "failed", message: error.message };
      return [{ id, status: "deadletter", output }];
    }
    if (outcome.is === "failed") {
      // There is no queue of dead letters: those who cannot be helped have failed for good.
      return [{ id, status: outcome.mayPass ? "failed" : "deadletter", output: outcome.note }];
    }
    if (outcome.is === "done") {
      const { made, note } = outcome;
      const isOurs = await this.#persist(() => this.#complete(claim, note));
      if (!isOurs && made) {
        await this.#persist(() => this.#boss.send(TWICE, { job: id }));
        onTaken(job);
      }
    } else {
      await this.#persist(() => this.#giveBack(claim, outcome));
    }
    return [{ id, status: "completed" }]; // It is settled already: this changes nothing.
  }

  /** Tells whoever listens how far a job has come, now and then. */
  #teller(key: string): (progress: JobProgress) => void {
    let told = -Infinity;
    return (progress) => {
      const now = this.#options.clock.now().getTime();
      if (now - told < TELL_EVERY_MS) return;
      told = now;
      const payload = JSON.stringify({ key, ...progress });
      this.#boss.getDb().executeSql("SELECT pg_notify($1, $2)", [PROGRESS, payload])
        .catch(() => {}); // It is no more than news.
    };
  }

  async #complete(claim: Claim<JobData>, note: JobNote): Promise<boolean> {
    const { affected } = await this.#boss.complete(PERIODS, claim, note) as { affected: number };
    return affected > 0;
  }

  /**
   * Lets others have a job, now or later. pg-boss has that for jobs that were not begun yet; here the
   * claim counts one try more, so that whoever lost it cannot settle it, and the limit with it.
   */
  async #giveBack(
    claim: Claim<JobData>,
    outcome: Outcome & { is: "early" | "left" },
  ): Promise<void> {
    const after = outcome.is === "early" ? outcome.until : this.#options.clock.now();
    const note = outcome.is === "early" ? outcome.note : null;
    await this.#boss.getDb().executeSql(
      `UPDATE ${SCHEMA}.job SET state = 'created', start_after = $4, heartbeat_on = NULL,
         retry_limit = retry_limit + 1, output = $5
       WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3`,
      [PERIODS, claim.id, claim.retryCount, after, note && JSON.stringify(note)],
    );
  }

  /** Says something to the server as soon as it hears it. */
  async #persist<Value>(say: () => Promise<Value>): Promise<Value> {
    for (let tries = 1;; tries++) {
      try {
        return await say();
      } catch (error) {
        if (tries === TELL_TRIES || !(error instanceof Error)) throw error;
        await this.#options.clock.sleep(1000);
      }
    }
  }
}
