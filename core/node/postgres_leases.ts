import postgres, { type Sql } from "postgres";
import { type Clock, systemClock } from "../async/clock.ts";
import { Limiter } from "../async/limiter.ts";
import { sha256Of } from "../dump/sha256.ts";
import { FetchError } from "../source/http/fetch_error.ts";
import type { Connection } from "../source/http/download.ts";
import type { AcquireOptions } from "../store/locks.ts";
import { guardClosedSocket } from "./postgres_socket.ts";

/** How often a lease is asked for that others have, in milliseconds, more or less. */
const ASK_EVERY_MS = 300;

/** How long to wait before the server is asked again that cannot be reached. */
const CONNECT_EVERY_MS = 1000;
const CONNECT_SECONDS = 10;

/** How often the session is looked at, and how long the server may take to answer. */
const LOOK_EVERY_MS = 5000;
const ANSWER_MS = 10_000;

/**
 * The server ends the session of a machine that is cut off: after longer than that machine takes to
 * notice, so that nobody has a lease that somebody else thinks to have.
 */
const SESSION = {
  application_name: "wikitop leases",
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 4,
  tcp_user_timeout: 30_000,
};

/** Shorter waits are no news. */
const TELL_AFTER_MS = 10_000;

/** Options of {@linkcode PostgresLeases}. */
export interface PostgresLeasesOptions {
  /** Who asks, where the URL does not say. */
  user: string;
  /** By which way out: leases of different ones are not the same. */
  egress: string;
  /** Called when a lease is waited for longer than ten seconds, or the server cannot be reached. */
  onWait?: ((message: string) => void) | undefined;
  /**
   * The passing of time.
   *
   * @default {systemClock}
   */
  clock?: Clock | undefined;
}

/** A connection to the server, all of whose leases end with it. */
interface Session {
  sql: Sql;
  /** What this process has, for the server would give it to the same session twice. */
  held: Set<bigint>;
  /** Aborted when the session has ended. */
  ended: AbortController;
}

/**
 * Leases that a fleet shares: advisory locks of one session of PostgreSQL, which end with it however it
 * does. Whoever holds one when the session ends hears of it.
 */
export class PostgresLeases implements AsyncDisposable {
  readonly #url: string;
  readonly #options: PostgresLeasesOptions;
  readonly #clock: Clock;
  /** One question at a time, or two would be given the same lease. */
  readonly #asking = new Limiter(1);
  #session: Session | undefined;
  readonly #closed = new AbortController();
  readonly #guard = guardClosedSocket();

  /** Makes leases of the server of a queue; it is connected to with the first one. */
  constructor(url: string, options: PostgresLeasesOptions) {
    this.#url = url;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  /**
   * Waits for a lease. Nobody is given up on: a server that cannot be reached is waited for, too.
   *
   * @param name What it is of, as a host.
   * @param options How many there are, and what ends the wait.
   * @returns The lease, to be disposed of.
   */
  async acquire(
    name: string,
    { slots = 1, signal, purpose = name }: AcquireOptions = {},
  ): Promise<Connection> {
    const { onWait } = this.#options;
    const keys = await this.#keysOf(name, slots);
    let waited = 0;
    let isTold = false;
    while (true) {
      signal?.throwIfAborted();
      let reason = "others of the same egress have all of them";
      let rest = ASK_EVERY_MS * (0.75 + Math.random() / 2);
      try {
        const lease = await this.#asking.run(() => this.#ask(keys));
        if (lease !== undefined) return lease;
      } catch (error) {
        if (!(error instanceof Error) || error.name === "NotCapable") throw error;
        reason = `the queue's server cannot be reached (${error.message})`;
        rest = CONNECT_EVERY_MS;
      }
      if (!isTold && waited >= TELL_AFTER_MS) onWait?.(`Waiting for ${purpose}: ${reason}`);
      isTold ||= waited >= TELL_AFTER_MS;
      await this.#clock.sleep(rest, signal);
      waited += rest;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed.abort();
    await this.#session?.sql.end({ timeout: 5 });
    this.#guard[Symbol.dispose]();
  }

  async #keysOf(name: string, slots: number): Promise<bigint[]> {
    const { egress } = this.#options;
    return await Promise.all(Array.from({ length: slots }, async (_, slot) => {
      const text = JSON.stringify(["wikitop lease", egress, name, slot]);
      const digest = await sha256Of(new TextEncoder().encode(text));
      return BigInt.asIntN(64, BigInt(`0x${digest.slice(0, 16)}`));
    }));
  }

  async #ask(all: readonly bigint[]): Promise<Connection | undefined> {
    const session = await this.#connect();
    const keys = all.filter((key) => !session.held.has(key));
    if (keys.length === 0) return undefined;
    // CASE stops at the first that is free; a list might take more than one.
    const cases = keys.map((key, i) => `WHEN pg_try_advisory_lock(${key}) THEN ${i}`);
    const [row] = await session.sql.unsafe(`SELECT CASE ${cases.join(" ")} END AS free`);
    const key = keys[row?.free ?? -1];
    if (key === undefined) return undefined;
    session.held.add(key);
    return {
      lost: session.ended.signal,
      [Symbol.dispose]: () => void this.#release(session, key),
    };
  }

  async #release(session: Session, key: bigint): Promise<void> {
    try {
      if (!session.ended.signal.aborted) {
        await session.sql.unsafe(`SELECT pg_advisory_unlock(${key})`);
      }
    } catch {
      this.#end(session, "it does not answer"); // And all its leases with it.
    } finally {
      session.held.delete(key);
    }
  }

  /** The session, a new one if there is none any more. */
  async #connect(): Promise<Session> {
    if (this.#session !== undefined) return this.#session;
    const ended = new AbortController();
    const sql: Sql = postgres(this.#url, {
      ...new URL(this.#url).username === "" && { username: this.#options.user },
      max: 1,
      max_lifetime: null, // Its locks end with it.
      connect_timeout: CONNECT_SECONDS,
      connection: SESSION,
      onnotice: () => {},
      onclose: () => this.#end(session, "its connection ended"),
    });
    const session = { sql, held: new Set<bigint>(), ended };
    try {
      await sql`SELECT 1`;
    } catch (error) {
      await sql.end({ timeout: 0 });
      throw error;
    }
    this.#session = session;
    void this.#watch(session);
    return session;
  }

  /** Looks whether the server answers: nobody tells a machine that it is cut off. */
  async #watch(session: Session): Promise<void> {
    const signal = AbortSignal.any([session.ended.signal, this.#closed.signal]);
    while (!signal.aborted) {
      await this.#clock.sleep(LOOK_EVERY_MS, signal).catch(() => {});
      if (signal.aborted) return;
      const answered = new AbortController();
      const late = this.#clock.sleep(ANSWER_MS, AbortSignal.any([signal, answered.signal]))
        .then(() => this.#end(session, "it does not answer"), () => {});
      await Promise.race([session.sql`SELECT 1`.then(() => {}, () => {}), late]);
      answered.abort();
    }
  }

  #end(session: Session, reason: string): void {
    if (session.ended.signal.aborted) return;
    if (this.#session === session) this.#session = undefined;
    const message = `Cannot hold the connection: the session of the queue is lost, ${reason}`;
    session.ended.abort(new FetchError(message, { transient: true }));
    void session.sql.end({ timeout: 0 }).catch(() => {}); // It may have ended already.
  }
}
