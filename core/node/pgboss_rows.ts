import type { JobChoice, JobNote, QueuedJob, QueuedState, QueueSummary } from "../queue/queue.ts";

/** Where in the database everything lies. */
export const SCHEMA = "wikitop_queue";

/** The queue of periods. */
export const PERIODS = "periods";

/** The queue of notes, which nobody works on, that a worker has made what was another's by then. */
export const TWICE = "twice";

/** Where workers tell how far they have come. */
export const PROGRESS = "wikitop_progress";

/** What has become of a row. */
export const STATE = `CASE WHEN state = 'active' THEN 'running' WHEN state = 'completed' THEN 'done'
  WHEN state > 'active' THEN state::text WHEN start_after > now() THEN 'later' ELSE 'waiting' END`;

/** What to select for a {@linkcode JobRow}. */
export const JOB_COLUMNS = `singleton_key AS key, data->>'period' AS period, ${STATE} AS state,
  retry_count, retry_limit, (data->>'tries')::int AS max_tries, created_on, start_after, started_on,
  completed_on, output`;

/** How many jobs an empty queue has. */
export const NO_JOBS: QueueSummary["jobs"] = {
  waiting: 0,
  later: 0,
  running: 0,
  done: 0,
  missing: 0,
  failed: 0,
  cancelled: 0,
};

/** What is read of a job. */
export interface JobRow {
  key: string;
  period: string;
  state: QueuedState;
  retry_count: number;
  retry_limit: number;
  max_tries: number;
  created_on: Date;
  start_after: Date;
  started_on: Date | null;
  completed_on: Date | null;
  output: Record<string, unknown> | null;
}

/** A row as a job. */
export function toQueuedJob(row: JobRow): QueuedJob {
  const given = row.retry_limit + 1 - row.max_tries; // How often it was given back, or tried once more.
  const begun = row.started_on === null ? 0 : row.retry_count + 1;
  return {
    key: row.key,
    period: row.period,
    state: row.state,
    tries: Math.max(0, begun - given),
    maxTries: row.max_tries,
    created: row.created_on,
    started: row.started_on ?? undefined,
    ended: row.completed_on ?? undefined,
    startAfter: row.start_after,
    note: noteOf(row.output),
  };
}

/** What was said of a job: by a worker, or by pg-boss of a worker. */
function noteOf(output: JobRow["output"]): JobNote | undefined {
  if (output === null) return undefined;
  const { code, message, retryAt } = output;
  if (typeof code === "string" && typeof message === "string") {
    return { code, message, ...typeof retryAt === "string" && { retryAt } };
  }
  const said = JSON.stringify(output);
  return said.includes("heartbeat")
    ? { code: "worker-lost", message: "Cannot finish it: its worker was not heard of any more" }
    : { code: "failed", message: said };
}

/** The condition of those jobs that are meant, and its values. */
export function whereOf(
  { range, states, keys, isRequested }: JobChoice,
): { where: string; values: unknown[] } {
  const values: unknown[] = [PERIODS];
  const where = ["name = $1"];
  if (range !== undefined) {
    values.push(range.first.unit, range.first.label, range.last.label);
    where.push(
      `data->>'unit' = $2 AND (data->>'period') COLLATE "C" BETWEEN $3 AND $4`,
    );
  }
  if (keys !== undefined) {
    values.push(keys);
    where.push(`singleton_key = ANY($${values.length})`);
  }
  if (isRequested !== undefined) where.push(`data->>'requested' = '${isRequested}'`);
  if (states !== undefined) {
    values.push(states);
    where.push(`${STATE} = ANY($${values.length})`);
  }
  return { where: where.join(" AND "), values };
}
