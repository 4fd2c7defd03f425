import { Hour } from "../../core/mod.ts";
import {
  ConnectionClosedError,
  RawConnection,
  type RawRequest,
  type RawResponse,
} from "../../core/testing/raw_http.ts";
import { Random } from "../../testdata/random.ts";
import type { ExpectedReports } from "./expected_reports.ts";
import type { Results } from "./results.ts";
import { hourAt, type Scenario, scenarioOf } from "./scenarios.ts";

/** One of many that ask the server for something, again and again. */
export interface Client {
  /** What kind it is. */
  readonly kind: string;
  /** How long it rests between two times, in milliseconds, on average. */
  readonly rest: number;
  /** Asks once, and checks what comes; throws a {@linkcode CheckError} where that is wrong. */
  act(load: Load, random: Random): Promise<void>;
}

/** A server has not done what it should. */
export class CheckError extends Error {
  override name = "CheckError";
}

/** Options of {@linkcode Load}. */
export interface LoadOptions {
  /** The URL of the server. */
  url: string;
  /** What decides about hours and clients. */
  seed: number;
  /** Where it is noted what has happened. */
  results: Results;
  /** The reports that are right. */
  expected: ExpectedReports;
}

/** The load on a server: what all clients of it share. */
export class Load {
  readonly url: string;
  readonly results: Results;
  readonly expected: ExpectedReports;
  /** Hours that are read again and again. */
  readonly hot: Hour[] = [];
  /** Whether the server has been told to shut down: from then on it may refuse. */
  isClosing = false;

  readonly #seed: number;
  readonly #idle: RawConnection[] = [];
  readonly #stop = Promise.withResolvers<void>();
  #next = 0;

  constructor({ url, seed, results, expected }: LoadOptions) {
    this.url = url;
    this.#seed = seed;
    this.results = results;
    this.expected = expected;
  }

  /** Hours that nobody has asked for, one after the other. */
  fresh(count: number): Hour[] {
    return Array.from({ length: count }, () => hourAt(this.#next++));
  }

  /** The hours that have been asked for, from one on. */
  past(first: number): Hour[] {
    return Array.from({ length: this.#next - first }, (_, i) => hourAt(first + i));
  }

  /** Passes over hours that another load has asked for. */
  skip(count: number): void {
    this.#next = count;
  }

  /** How many hours have been asked for. */
  get next(): number {
    return this.#next;
  }

  /** What the source has for an hour. */
  scenarioOf(hour: string): Scenario {
    return scenarioOf(Hour.parse(hour), this.#seed);
  }

  /** Asks on a connection that is kept alive, and counts it. */
  async ask(kind: string, request: RawRequest): Promise<RawResponse> {
    const connection = this.#idle.pop() ?? await RawConnection.open(this.url);
    try {
      const response = await connection.ask(request);
      this.results.count(kind, response.status);
      if (connection.isOpen) this.#idle.push(connection);
      return response;
    } finally {
      if (!this.#idle.includes(connection)) connection.close();
    }
  }

  /** Waits, but no longer than the load lasts. */
  async pause(milliseconds: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<void>((resolve) => timer = setTimeout(resolve, milliseconds));
    await Promise.race([over, this.#stop.promise]);
    clearTimeout(timer);
  }

  /** Lets a client, one of a number, ask again and again, until the server shuts down. */
  async run({ kind, rest, act }: Client, number: number): Promise<void> {
    const random = new Random(this.#seed + number);
    while (!this.isClosing) {
      try {
        await act(this, random);
      } catch (error) {
        if (!this.#isExpected(error)) {
          this.results.fail(kind, error instanceof Error ? error.message : String(error));
        }
      }
      await this.pause(rest * (0.5 + random.fraction()));
    }
  }

  /** Ends the load: the server has been told to shut down. */
  close(): void {
    this.isClosing = true;
    this.#stop.resolve();
  }

  /** Closes the connections that are left. */
  [Symbol.dispose](): void {
    for (const connection of this.#idle.splice(0)) connection.close();
  }

  /** A server that shuts down may refuse, but what it has begun to answer it answers to the end. */
  #isExpected(error: unknown): boolean {
    if (!this.isClosing || error instanceof CheckError) return false;
    if (error instanceof ConnectionClosedError) return !error.isWithinBody;
    return [Deno.errors.ConnectionRefused, Deno.errors.ConnectionReset, Deno.errors.BrokenPipe]
      .some((kind) => error instanceof kind);
  }
}
