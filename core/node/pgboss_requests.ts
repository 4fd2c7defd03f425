import type { QueueRequest, QueueRequests, RequestState } from "../queue/requests.ts";

/** Runs a statement, and gives its rows. */
export type Query = <Row>(text: string, values: unknown[]) => Promise<Row[]>;

/** How many requests are listed. */
const LISTED = 1000;

/** For how long those that have ended are known, in days. */
const KEPT_DAYS = 30;

interface RequestRow {
  id: string;
  state: RequestState;
  created: Date;
  job: unknown;
}

/** What was asked of servers, in a table beside those of pg-boss. */
export class PgBossRequests implements QueueRequests {
  readonly #query: Query;
  readonly #table: string;

  private constructor(query: Query, table: string) {
    this.#query = query;
    this.#table = table;
  }

  /** Opens the requests of a schema, and makes their table if it has none. */
  static async open(query: Query, schema: string): Promise<PgBossRequests> {
    const table = `${schema}.request`;
    // Two that make it at the same moment would not both succeed.
    await query(
      `BEGIN; SELECT pg_advisory_xact_lock(hashtext('${table}'));
       CREATE TABLE IF NOT EXISTS ${table} (
         id text PRIMARY KEY, state text NOT NULL, created timestamptz NOT NULL,
         ended timestamptz, claims text[] NOT NULL, job jsonb
       ); COMMIT`,
      [],
    );
    return new PgBossRequests(query, table);
  }

  async claim(id: string, secret: string): Promise<boolean> {
    const table = this.#table;
    await this.#query(
      `DELETE FROM ${table} WHERE ended < now() - interval '${KEPT_DAYS} days'`,
      [],
    );
    const [row] = await this.#query<{ joined: boolean }>(
      `INSERT INTO ${table} AS request VALUES ($1, 'open', now(), NULL, ARRAY[$2::text], NULL)
       ON CONFLICT (id) DO UPDATE SET state = 'open', ended = NULL, job = NULL,
         created = CASE WHEN request.state = 'open' THEN request.created ELSE now() END,
         claims = CASE WHEN request.state = 'open' THEN request.claims ELSE '{}' END || $2::text
       RETURNING cardinality(claims) > 1 AS joined`,
      [id, secret],
    );
    return !row!.joined;
  }

  async withdraw(id: string, secret: string): Promise<number | undefined> {
    const [row] = await this.#query<{ left: number }>(
      `UPDATE ${this.#table} SET claims = array_remove(claims, $2)
       WHERE id = $1 AND $2 = ANY(claims) RETURNING cardinality(claims) AS left`,
      [id, secret],
    );
    return row?.left;
  }

  async end(id: string, state: RequestState, job: unknown): Promise<boolean> {
    const rows = await this.#query(
      `UPDATE ${this.#table} SET state = $2, ended = now(), job = $3
       WHERE id = $1 AND state = 'open' RETURNING id`,
      [id, state, JSON.stringify(job)],
    );
    return rows.length > 0;
  }

  async find(id: string): Promise<QueueRequest | undefined> {
    const [row] = await this.#query<RequestRow>(
      `SELECT id, state, created, job FROM ${this.#table} WHERE id = $1`,
      [id],
    );
    return row && toRequest(row);
  }

  async list({ isOpen = false } = {}): Promise<QueueRequest[]> {
    const rows = await this.#query<RequestRow>(
      `SELECT id, state, created, job FROM ${this.#table} ${isOpen ? "WHERE state = 'open'" : ""}
       ORDER BY COALESCE(ended, 'infinity') DESC, created DESC LIMIT ${LISTED}`,
      [],
    );
    return rows.reverse().map(toRequest);
  }
}

function toRequest({ id, state, created, job }: RequestRow): QueueRequest {
  return { id, state, created, ended: job ?? undefined };
}
