import type { Db, PgBoss } from "pg-boss";
import { type Clock, systemClock } from "../async/clock.ts";
import {
  type AddOptions,
  type JobChoice,
  type JobProgress,
  type PeriodQueue,
  type QueuedJob,
  QueueError,
  type QueueErrorCode,
  type QueueSummary,
  type WorkOptions,
} from "../queue/queue.ts";
import { jobKey, type PeriodJob, toData } from "../queue/period_job.ts";
import type { QueueRequests } from "../queue/requests.ts";
import { rethrowPermission } from "../permission_error.ts";
import { redactUrl } from "../redact_urls.ts";
import { PgBossRequests } from "./pgboss_requests.ts";
import {
  JOB_COLUMNS,
  type JobRow,
  NO_JOBS,
  PERIODS,
  PROGRESS,
  SCHEMA,
  STATE,
  toQueuedJob,
  TWICE,
  whereOf,
} from "./pgboss_rows.ts";
import { PgBossWorker } from "./pgboss_worker.ts";

/** By its place, as modules of threads are: what Deno sees imported it downloads for all, at once. */
const PG_BOSS = new URL("./pgboss.ts", import.meta.url).href;

/** A worker that is not heard of for so long is taken for dead; it is looked for that often. */
const HEARTBEAT_SECONDS = 30;
const LOOK_EVERY_SECONDS = 5;

/** How long a failed job rests before it is tried again: at first, and at most. */
const REST_SECONDS = 5;
const LONGEST_REST_SECONDS = 300;

/** The longest that pg-boss knows; a month of hours takes less. */
const LONGEST_TRY_SECONDS = 24 * 3600 - 1;

/** How long jobs are kept, before and after they end: a backfill of years may take months. */
const KEPT_SECONDS = 365 * 24 * 3600;
const KEPT_ENDED_SECONDS = 30 * 24 * 3600;

/** How many jobs go into one statement. */
const BATCH = 1000;

/** How long what is in hand may take when a worker stops. */
const STOP_MS = 30_000;

/** The priority of what somebody waits for. */
const URGENT = 10;

/** How to open a queue. */
export interface PgBossQueueOptions {
  /** Who asks, where the URL does not say. */
  user: string;
  /** What a worker calls itself; only a worker looks for others that have died. */
  worker?: string | undefined;
  /** How many connections it may have besides that which listens. */
  connections?: number | undefined;
  /**
   * How long a worker may not be heard of before others take its jobs, in seconds, from 10.
   *
   * @default {30}
   */
  heartbeat?: number | undefined;
  /** Called with what goes wrong in the background. */
  onWarning?: ((error: Error) => void) | undefined;
  /**
   * The passing of time.
   *
   * @default {systemClock}
   */
  clock?: Clock | undefined;
}

/** A queue of periods in PostgreSQL, by pg-boss. */
export class PgBossQueue implements PeriodQueue {
  readonly #location: string;
  readonly #boss: PgBoss;
  readonly #clock: Clock;
  readonly #heartbeat: number;
  #onWarning: (error: Error) => void;

  /**
   * Opens the queue, and makes its tables if the database has none.
   *
   * @param url Where it is, as `postgres://user@host:5432/name`; what it lacks, the variables of libpq
   * say (`PGPASSWORD`).
   * @param options Who opens it.
   * @throws {QueueError} If it cannot be used.
   */
  static async open(url: string, options: PgBossQueueOptions): Promise<PgBossQueue> {
    const { PgBoss }: typeof import("./pgboss.ts") = await import(PG_BOSS);
    const queue = new PgBossQueue(url, options, PgBoss);
    await queue.#attempt("open", async () => {
      try {
        await queue.#boss.start();
        await queue.#createQueues();
      } catch (error) {
        await queue.#boss.stop({ graceful: false }).catch(() => {}); // It may not have begun.
        throw error;
      }
    });
    return queue;
  }

  private constructor(url: string, options: PgBossQueueOptions, Boss: typeof PgBoss) {
    const { user, worker, connections = 2, clock = systemClock } = options;
    const place = new URL(url);
    if (place.username === "") place.username = encodeURIComponent(user);
    this.#location = redactUrl(url);
    this.#clock = clock;
    this.#heartbeat = options.heartbeat ?? HEARTBEAT_SECONDS;
    this.#onWarning = options.onWarning ?? (() => {});
    const isWorker = worker !== undefined;
    this.#boss = new Boss({
      connectionString: place.href,
      application_name: "wikitop queue",
      schema: SCHEMA,
      max: connections,
      schedule: false,
      supervise: isWorker,
      superviseIntervalSeconds: LOOK_EVERY_SECONDS,
      monitorIntervalSeconds: LOOK_EVERY_SECONDS,
      registerInstance: isWorker,
      instanceHeartbeatSeconds: LOOK_EVERY_SECONDS,
      openTelemetry: { propagateContext: true }, // Nothing without OTEL_DENO.
      ...isWorker && { instanceName: worker, useListenNotify: true },
    });
    this.#boss.on("error", (cause) => {
      const message = `Cannot reach queue "${this.#location}": ${cause.message}`;
      this.#onWarning(new QueueError(message, "queue-unreachable", { cause }));
    });
  }

  async add(jobs: Iterable<PeriodJob>, options: AddOptions): Promise<number> {
    let added = 0;
    for (const batch of batches(jobs)) {
      added += await this.#attempt("add to", () => this.#add(batch, options));
    }
    return added;
  }

  /** What servers were asked for that share the queue. */
  async requests(): Promise<QueueRequests> {
    return await PgBossRequests.open((text, values) => this.#query(text, values), SCHEMA);
  }

  /**
   * Listens to how far workers have come, by the keys of their jobs, until it is disposed of; what
   * they tell while the server cannot be reached is lost.
   */
  async listen(onProgress: (key: string, progress: JobProgress) => void): Promise<AsyncDisposable> {
    const hear = (payload: string) => {
      const { key, ...progress } = JSON.parse(payload) as JobProgress & { key: string };
      onProgress(key, progress);
    };
    const handle = await this.#attempt(
      "listen to",
      async () => await this.#boss.getDb().listen?.(PROGRESS, hear, () => {}),
    );
    return { [Symbol.asyncDispose]: async () => await handle?.close() };
  }

  async work(options: WorkOptions): Promise<void> {
    this.#onWarning = options.onWarning;
    const worker = new PgBossWorker(this.#boss, { ...options, clock: this.#clock });
    await this.#attempt("work on", () => worker.run());
  }

  async isAnyUnfinished(jobs: readonly PeriodJob[]): Promise<boolean> {
    const [{ found } = { found: false }] = await this.#query<{ found: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ${SCHEMA}.job WHERE name = $1 AND state <= 'active'
         AND singleton_key = ANY($2)) AS found`,
      [PERIODS, jobs.map(jobKey)],
    );
    return found;
  }

  async summary(): Promise<QueueSummary> {
    const states = await this.#query<{ state: keyof QueueSummary["jobs"]; count: number }>(
      `SELECT CASE WHEN output->>'code' = 'missing' AND state = 'failed' THEN 'missing'
         ELSE ${STATE} END AS state, count(*)::int FROM ${SCHEMA}.job WHERE name = $1 GROUP BY 1`,
      [PERIODS],
    );
    const [rest] = await this.#query<{ next: Date | null; twice: number }>(
      `SELECT min(start_after) FILTER (WHERE ${STATE} = 'later') AS next,
         (count(*) FILTER (WHERE output->>'code' = 'made' AND id IN (
           SELECT (data->>'job')::uuid FROM ${SCHEMA}.job WHERE name = $2
         )))::int AS twice
       FROM ${SCHEMA}.job WHERE name = $1`,
      [PERIODS, TWICE],
    );
    const instances = await this.#attempt("read", () => this.#boss.getInstances());
    const live = instances.filter(({ live, name }) => live && name !== null);
    return {
      jobs: { ...NO_JOBS, ...Object.fromEntries(states.map((row) => [row.state, row.count])) },
      twice: rest?.twice ?? 0,
      next: rest?.next ?? undefined,
      workers: live.map(({ name, workers }) => ({
        name: name!,
        jobs: workers.reduce((sum, { active }) => sum + active, 0),
      })),
    };
  }

  async list(choice: JobChoice = {}): Promise<QueuedJob[]> {
    const { where, values } = whereOf(choice);
    const rows = await this.#query<JobRow>(
      `SELECT ${JOB_COLUMNS} FROM ${SCHEMA}.job WHERE ${where}
       ORDER BY COALESCE(completed_on, started_on, created_on) DESC, data->>'period'
       LIMIT ${choice.limit ?? "ALL"}`,
      values,
    );
    return rows.map(toQueuedJob);
  }

  async retry(choice: JobChoice = {}): Promise<number> {
    const again = async (state: "failed" | "cancelled") => {
      const ids = await this.#idsOf({ ...choice, states: [state] });
      const action = state === "failed" ? "retry" : "resume";
      return await this.#inBatches(ids, (some) => this.#boss[action](PERIODS, some));
    };
    return await again("failed") + await again("cancelled");
  }

  async cancel(choice: JobChoice = {}): Promise<number> {
    const ids = await this.#idsOf({ ...choice, states: ["waiting", "later", "running"] });
    return await this.#inBatches(ids, (some) => this.#boss.cancel(PERIODS, some));
  }

  async drain(): Promise<number> {
    return await this.#attempt("drain", () => this.#boss.deleteQueuedJobs(PERIODS));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: STOP_MS });
  }

  async #createQueues(): Promise<void> {
    const kept = { retentionSeconds: KEPT_SECONDS, deleteAfterSeconds: KEPT_ENDED_SECONDS };
    await this.#boss.createQueue(PERIODS, {
      ...kept,
      policy: "exclusive", // One job of a key that has not ended.
      notify: true,
      retryDelay: REST_SECONDS,
      retryBackoff: true,
      retryDelayMax: LONGEST_REST_SECONDS,
      expireInSeconds: LONGEST_TRY_SECONDS,
    });
    await this.#boss.createQueue(TWICE, kept);
  }

  async #add(
    jobs: readonly PeriodJob[],
    { tries, isUrgent = false, isRequested = false }: AddOptions,
  ): Promise<number> {
    const byKey = new Map(jobs.map((job) => [jobKey(job), job]));
    const priority = isUrgent ? URGENT : 0;
    const added = await this.#inTransaction(async (db) => {
      // What has ended makes room for the new job, so that each period is counted once.
      const { rows } = await db.executeSql(
        `SELECT id FROM ${SCHEMA}.job WHERE name = $1 AND state > 'active' AND singleton_key = ANY($2)`,
        [PERIODS, [...byKey.keys()]],
      );
      if (rows.length > 0) await this.#boss.deleteJob(PERIODS, rows.map(({ id }) => id), { db });
      return await this.#boss.insert(
        PERIODS,
        Array.from(byKey, ([singletonKey, job]) => ({
          singletonKey,
          priority,
          data: { ...toData(job), tries, requested: isRequested },
          retryLimit: tries - 1,
          heartbeatSeconds: this.#heartbeat,
        })),
        { returnId: true, db },
      );
    });
    const count = added?.length ?? 0;
    if (!isRequested && count < byKey.size) {
      await this.#query(
        `UPDATE ${SCHEMA}.job SET data = data || '{"requested": false}' WHERE name = $1
           AND state <= 'active' AND singleton_key = ANY($2) AND data->>'requested' = 'true'`,
        [PERIODS, [...byKey.keys()]],
      );
    }
    if (isUrgent && count < byKey.size) {
      for (const singletonKey of byKey.keys()) {
        await this.#boss.update(PERIODS, undefined, { singletonKey, priority });
      }
    }
    return count;
  }

  async #inTransaction<Value>(work: (db: Db) => Promise<Value>): Promise<Value> {
    const transaction = await this.#boss.getDb().beginTransaction!();
    try {
      const value = await work(transaction.db);
      await transaction.commit();
      return value;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  async #idsOf(choice: JobChoice): Promise<string[]> {
    const { where, values } = whereOf(choice);
    const rows = await this.#query<{ id: string }>(
      `SELECT id FROM ${SCHEMA}.job WHERE ${where}`,
      values,
    );
    return rows.map(({ id }) => id);
  }

  async #inBatches(
    ids: readonly string[],
    change: (ids: string[]) => Promise<object>,
  ): Promise<number> {
    let changed = 0;
    for (const batch of batches(ids)) {
      const answer = await this.#attempt("change", () => change(batch));
      changed += (answer as { affected: number }).affected;
    }
    return changed;
  }

  async #query<Row>(text: string, values: unknown[]): Promise<Row[]> {
    const result = await this.#attempt("read", () => this.#boss.getDb().executeSql(text, values));
    return result.rows as Row[];
  }

  async #attempt<Value>(action: string, work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      throw this.#failure(action, error);
    }
  }

  #failure(action: string, cause: unknown): Error {
    rethrowPermission(cause);
    if (!(cause instanceof Error) || cause instanceof QueueError) throw cause;
    const said = "code" in cause ? String(cause.code) : "";
    const message = cause.message || said;
    return new QueueError(
      `Cannot ${action} queue "${this.#location}": ${message}`,
      codeOf(said),
      { cause },
    );
  }
}

function* batches<Item>(items: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What a server or the network said, see https://www.postgresql.org/docs/current/errcodes-appendix.html. */
function codeOf(said: string): QueueErrorCode {
  if (/^28|^42501|^3D000/.test(said)) return "queue-refused";
  return /^(E[A-Z]+|08|57P)/.test(said) ? "queue-unreachable" : "queue-failed";
}
